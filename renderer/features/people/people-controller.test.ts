import { describe, expect, it } from 'vitest'
import type { CallRecord, History, NewCallRecord } from '../../../shared/model/call-record'
import type { Contact, Contacts } from '../../../shared/model/contact'
import { fail, ok } from '../../../shared/result'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { silentLog } from '../../platform/log'
import { createPeopleController } from './people-controller'
import { createPeopleStore } from './people-store'

const [BEN, ANA] = ['b'.repeat(32), 'a'.repeat(32)]
const OWN = { favourite: false, notes: '', picture: null }
const contact = (id: string, name: string, addedAt = 1): Contact => ({
  ...{ id, name, server: null, addedAt },
  ...OWN,
})
const call = (callId: string, startedAt: number): NewCallRecord => ({
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
const record = (n: number): CallRecord => ({ ...call(String(n), n * 100), n })
const contacts = (...all: Contact[]): Contacts => ({ v: 2, contacts: all, blocked: [] })
const history = (...all: CallRecord[]): History => ({ v: 2, next: 9, seenBelow: 3, records: all })

function bench(broken = false) {
  const clock = createFakeClock()
  const desktop = createFakeDesktop({
    'contacts.read': () => (broken ? fail('disk-failed') : ok(contacts(contact(BEN, 'Ben')))),
    'history.read': () => ok(history(record(3), record(2), record(1))),
    'contacts.put': () => (broken ? fail('disk-full') : ok(undefined)),
    'contacts.edit': () => ok(undefined),
    'contacts.remove': () => ok(undefined),
    'contacts.block': () => ok(undefined),
    'contacts.unblock': () => ok(undefined),
    'history.add': () => ok(undefined),
    'history.remove': () => ok(undefined),
    'history.putBack': () => ok(undefined),
    'history.see': () => ok(undefined),
  })
  const store = createPeopleStore()
  const controller = createPeopleController({ store, desktop, clock, log: silentLog })
  return { clock, desktop, store, controller }
}

describe('people', () => {
  it('are loaded once both documents were read', async () => {
    const { clock, store } = bench()
    expect(store.getState().loaded).toBe(false)
    await clock.settle()
    expect(store.getState()).toMatchObject({ loaded: true, contacts: [{ name: 'Ben' }], seenBelow: 3 })
    expect(store.getState().records.map(({ n }) => n)).toEqual([3, 2, 1])
  })

  it('are loaded also where a document can’t be read', async () => {
    const { clock, store } = bench(true)
    await clock.settle()
    expect(store.getState()).toMatchObject({ loaded: true, contacts: [] })
  })

  it('are new once, and from then on only their name and server change', async () => {
    const { clock, desktop, controller } = bench()
    await clock.settle()
    void controller.commands.saveContact({ id: ANA, name: 'Ana', server: 'https://calls.example/' })
    void controller.commands.saveContact({ id: BEN, name: 'Benjamin', server: null })
    const ana = { id: ANA, name: 'Ana', server: 'https://calls.example/', addedAt: clock.wallNow(), ...OWN }
    expect(desktop.asked('contacts.put')).toEqual([{ contacts: [ana] }])
    expect(desktop.asked('contacts.edit')).toEqual([{ id: BEN, edit: { name: 'Benjamin', server: null } }])
  })

  it('that can’t be saved are told so, and stay as they were', async () => {
    const { clock, store, controller } = bench(true)
    await clock.settle()
    const saved = controller.commands.saveContact({ id: ANA, name: 'Ana', server: null })
    expect(await saved).toMatchObject({ ok: false, code: 'disk-full' })
    expect(store.getState().contacts).toEqual([])
  })

  it('are blocked with the name they had and the day, and unblocked', async () => {
    const { clock, desktop, controller } = bench()
    await controller.commands.block({ id: ANA, name: 'Ana' })
    await controller.commands.unblock(ANA)
    expect(desktop.asked('contacts.block')).toEqual([{ id: ANA, name: 'Ana', blockedAt: clock.wallNow() }])
    expect(desktop.asked('contacts.unblock')).toEqual([{ id: ANA }])
  })

  it('have calls that are removed by number and put back whole', async () => {
    const { desktop, controller } = bench()
    await controller.commands.removeCalls([record(3), record(1)])
    await controller.commands.putBackCalls([record(3)])
    expect(desktop.asked('history.remove')).toEqual([{ numbers: [3, 1] }])
    expect(desktop.asked('history.putBack')).toEqual([{ records: [record(3)] }])
  })

  it('have calls that are seen up to the newest, once', async () => {
    const { clock, desktop, store, controller } = bench()
    await clock.settle()
    controller.commands.seeCalls()
    store.setState({ seenBelow: 4 })
    controller.commands.seeCalls()
    expect(desktop.asked('history.see')).toEqual([{ below: 4 }])
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
    const { clock, desktop, controller } = bench()
    await clock.settle()
    controller.addRecord({ ...call('4', 400), ...ended })
    const edits = desktop.asked('contacts.edit')
    expect(edits).toEqual(server === null ? [] : [{ id: BEN, edit: { name: 'Ben', server } }])
  })

  it('is kept with the server that brought it, by whichever call and however it is saved', async () => {
    const VIA = 'https://via.example/'
    const { clock, desktop, controller } = bench()
    await clock.settle()
    controller.addRecord({ ...call('4', 400), callBack: link, via: VIA })
    desktop.emit('contacts.changed', contacts({ ...contact(BEN, 'Ben'), server: NEW, via: VIA }))
    void controller.commands.saveContact({ id: BEN, name: 'Benjamin', server: NEW })
    expect(desktop.asked('contacts.edit')).toEqual([
      { id: BEN, edit: { name: 'Ben', server: NEW, via: VIA } },
      { id: BEN, edit: { name: 'Benjamin', server: NEW, via: VIA } },
    ])
  })
})
