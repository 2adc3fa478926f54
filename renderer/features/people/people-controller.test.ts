import { describe, expect, it } from 'vitest'
import type { CallRecord, History } from '../../../shared/model/call-record'
import type { Contact, Contacts } from '../../../shared/model/contact'
import { fail, ok } from '../../../shared/result'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { silentLog } from '../../platform/log'
import { createPeopleController } from './people-controller'
import { createPeopleStore } from './people-store'

const [BEN, ANA] = ['b'.repeat(32), 'a'.repeat(32)]
const contact = (id: string, name: string, addedAt = 1): Contact => ({ id, name, server: null, addedAt })
const record = (callId: string, startedAt: number): CallRecord => ({
  callId,
  id: BEN,
  name: 'Ben',
  direction: 'incoming',
  video: false,
  reason: 'missed',
  startedAt,
  talkedMs: 0,
  callBack: null,
})
const contacts = (...all: Contact[]): Contacts => ({ v: 1, contacts: all })
const history = (...all: CallRecord[]): History => ({ v: 1, records: all })

function bench(broken = false) {
  const clock = createFakeClock()
  const desktop = createFakeDesktop({
    'contacts.read': () => (broken ? fail('disk-failed') : ok(contacts(contact(BEN, 'Ben')))),
    'history.read': () => ok(history(record('1', 100), record('2', 300), record('3', 200))),
    'contacts.save': (saved) => (broken ? fail('disk-full') : ok(contacts(contact(BEN, 'Ben'), saved))),
    'contacts.remove': () => ok(contacts()),
    'history.add': (added) => ok(history(added)),
  })
  const store = createPeopleStore()
  const controller = createPeopleController({ store, desktop, clock, log: silentLog })
  return { clock, desktop, store, controller }
}

describe('people', () => {
  it('are loaded once both documents were read, newest call first', async () => {
    const { clock, store } = bench()
    expect(store.getState().loaded).toBe(false)
    await clock.settle()
    expect(store.getState()).toMatchObject({ loaded: true, contacts: [{ name: 'Ben' }] })
    expect(store.getState().records.map((each) => each.callId)).toEqual(['2', '3', '1'])
  })

  it('are loaded also where a document can’t be read', async () => {
    const { clock, store } = bench(true)
    await clock.settle()
    expect(store.getState()).toMatchObject({ loaded: true, contacts: [] })
  })

  it('are saved with the day they were first added', async () => {
    const { clock, desktop, store, controller } = bench()
    await clock.settle()
    controller.saveContact({ id: ANA, name: 'Ana', server: 'https://calls.example/' })
    controller.saveContact({ id: BEN, name: 'Benjamin', server: null })
    expect(desktop.asked('contacts.save')).toEqual([
      { id: ANA, name: 'Ana', server: 'https://calls.example/', addedAt: clock.wallNow() },
      { id: BEN, name: 'Benjamin', server: null, addedAt: 1 },
    ])
    await clock.settle()
    expect(store.getState().contacts.map((each) => each.name)).toEqual(['Ben', 'Benjamin'])
  })

  it('stay as they were when saving fails', async () => {
    const { clock, store, controller } = bench(true)
    await clock.settle()
    controller.saveContact({ id: ANA, name: 'Ana', server: null })
    await clock.settle()
    expect(store.getState().contacts).toEqual([])
  })

  it('go, and calls come, with main’s answer', async () => {
    const { clock, store, controller } = bench()
    await clock.settle()
    controller.removeContact(BEN)
    controller.addRecord(record('9', 900))
    await clock.settle()
    expect(store.getState().contacts).toEqual([])
    expect(store.getState().records.map((each) => each.callId)).toEqual(['9'])
  })

  it('follow changes from another window until the end', async () => {
    const { clock, desktop, store, controller } = bench()
    await clock.settle()
    desktop.emit('contacts.changed', contacts(contact(ANA, 'Ana')))
    expect(store.getState().contacts.map((each) => each.name)).toEqual(['Ana'])
    controller.end()
    desktop.emit('contacts.changed', contacts())
    expect(store.getState().contacts).toHaveLength(1)
  })
})

describe('where a contact is reached', () => {
  const NEW = 'https://new.example/'
  const link = `parley://call/${BEN}?server=${encodeURIComponent(NEW)}`
  it.each([
    ['follows a call of theirs', { direction: 'incoming', callBack: link }, NEW],
    ['follows a call that they took', { direction: 'outgoing', talkedMs: 5, callBack: link }, NEW],
    ['stays after a call that reached nobody', { direction: 'outgoing', callBack: link }, null],
    ['stays where their link can’t be used from here', { direction: 'incoming', callBack: null }, null],
    ['stays with somebody who isn’t a contact', { id: ANA, direction: 'incoming', callBack: link }, null],
  ] as const)('%s', async (_, ended, server) => {
    const { clock, store, controller } = bench()
    await clock.settle()
    controller.addRecord({ ...record('4', 400), ...ended })
    await clock.settle()
    const servers = store.getState().contacts.map((each) => each.server)
    expect(servers.includes(NEW)).toBe(server === NEW)
  })

  it('is kept with the server that brought it, by whichever call and however it is saved', async () => {
    const VIA = 'https://via.example/'
    const { clock, desktop, controller } = bench()
    await clock.settle()
    controller.addRecord({ ...record('4', 400), callBack: link, via: VIA })
    await clock.settle()
    controller.saveContact({ id: BEN, name: 'Benjamin', server: NEW })
    const saved = { id: BEN, server: NEW, via: VIA, addedAt: 1 }
    expect(desktop.asked('contacts.save')).toEqual([
      { ...saved, name: 'Ben' },
      { ...saved, name: 'Benjamin' },
    ])
  })
})
