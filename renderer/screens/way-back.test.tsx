// @vitest-environment happy-dom
// The survey of what takes something away: what can be undone offers it, what can't is asked before.
//   undone: a contact, an import, a picture (a contact's, one's own), emptied notes, blocking, unblocking, calls one or all,
//           a page of the settings, the home server
//   asked:  deleting everything, restoring an identity, starting over with a new key, another port, leaving a call
//   neither: a star, a switch, a name: the same control sets them again, and a name can't be emptied
import { act } from 'react'
import { describe, expect, it, test, vi } from 'vitest'
import { writeContactsJson } from '../../shared/exchange/contacts-json'
import { EMPTY_HISTORY, type CallRecord } from '../../shared/model/call-record'
import type { Contact, Contacts } from '../../shared/model/contact'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model/settings'
import { failureWords } from '../../shared/text/en-codes'
import { text } from '../../shared/text/en'
import { historyWords } from '../../shared/text/en-history'
import { peopleWords } from '../../shared/text/en-people'
import { settingsWords } from '../../shared/text/en-settings'
import { APPLY_AFTER_MS } from '../features/people/use-draft'
import { loadSettings, openSettings, settings as networkSettings, settle } from './testing/open-settings'
import { button, click, field, find, page, renderApp, type, type TestApp } from './testing/render-app'

loadSettings()

const server = 'https://call.example.org/'
const settings: Settings = { ...DEFAULT_SETTINGS, name: 'Ana', reach: { mode: 'anywhere', server, port: 0 } }
const picture = '1'.repeat(32)
const ben: Contact = {
  ...{ id: 'b'.repeat(32), name: 'Ben Okafor', server, addedAt: 5 },
  ...{ favourite: true, notes: 'Plumber', picture },
}
const chidi: Contact = { ...ben, id: 'c'.repeat(32), name: 'Chidi', notes: '', picture: null }
const mallory = { id: 'd'.repeat(32), name: 'Mallory', blockedAt: 5 }
const withBen = {
  settings,
  contacts: { v: 2, contacts: [ben], blocked: [] } as Contacts,
  pictures: { [picture]: 'AAAA' },
}

const stored = ({ client }: TestApp) => client.desktop.state().contacts.contacts
const blocked = ({ client }: TestApp) => client.desktop.state().contacts.blocked.map(({ id }) => id)
const undo = () => click(button(historyWords.undo))
const noUndo = () => expect(() => button(historyWords.undo)).toThrow()

/** What is loaded when it is first opened. */
const loaded = (part: Promise<unknown>): Promise<void> =>
  act(async () => {
    await part
  })

async function contactPage(): Promise<TestApp> {
  const app = await renderApp({ host: withBen })
  await click(find('[role=tab]', text.home.contacts))
  await click(button(text.people.open('Ben Okafor')))
  await loaded(import('./contact-dialog'))
  return app
}

async function contactsDialog(contacts: Contacts): Promise<TestApp> {
  const app = await renderApp({ host: { settings, contacts } })
  await click(find('[role=tab]', text.home.contacts))
  await click(button(text.people.manage))
  await loaded(import('./contacts-dialog'))
  return app
}

async function writeNotes(value: string): Promise<void> {
  const notes = find('textarea', peopleWords.page.notes)
  await act(async () => {
    Reflect.set(HTMLTextAreaElement.prototype, 'value', value, notes)
    notes.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

describe('on a contact’s page', () => {
  it('a picture that is removed comes back', async () => {
    const app = await contactPage()
    await click(button(peopleWords.picture.remove))
    expect(stored(app)[0]?.picture).toBeNull()
    expect(page()).toContain(peopleWords.picture.removed)
    await undo()
    expect(stored(app)).toEqual([ben])
    noUndo()
  })

  it('notes that are emptied come back; ones that are changed need no way back', async () => {
    const app = await contactPage()
    await writeNotes('Comes after five')
    await act(() => app.clock.advance(APPLY_AFTER_MS))
    noUndo()
    await writeNotes('')
    await act(() => app.clock.advance(APPLY_AFTER_MS))
    expect(stored(app)[0]?.notes).toBe('')
    expect(page()).toContain(peopleWords.page.notesRemoved)
    await undo()
    expect(stored(app)[0]?.notes).toBe('Comes after five')
    expect(find('textarea', peopleWords.page.notes)).toHaveProperty('value', 'Comes after five')
  })

  it('blocking and unblocking go back', async () => {
    const app = await contactPage()
    await click(button(historyWords.block))
    expect(blocked(app)).toEqual([ben.id])
    expect(page()).toContain(historyWords.blocked('Ben'))
    await undo()
    expect(blocked(app)).toEqual([])
    await click(button(historyWords.block))
    await click(button(historyWords.unblock))
    expect(page()).toContain(historyWords.unblocked('Ben'))
    await undo()
    expect(blocked(app)).toEqual([ben.id])
  })

  it('what is refused offers no way back', async () => {
    const app = await contactPage()
    app.client.desktop.refuse('contacts.block', 'disk-full')
    await click(button(historyWords.block))
    expect(page()).toContain(failureWords('disk-full'))
    noUndo()
  })

  it('a way back that fails says why', async () => {
    const app = await contactPage()
    await click(button(peopleWords.picture.remove))
    app.client.desktop.refuse('contacts.edit', 'disk-full')
    await undo()
    expect(page()).toContain(failureWords('disk-full'))
  })

  it('the way back is there once, and outlives the page for the rest of its time', async () => {
    const app = await contactPage()
    await click(button(historyWords.block))
    expect(document.querySelectorAll('.take-back')).toHaveLength(1)
    expect(document.querySelector('[role=dialog] .take-back')).not.toBeNull()
    await click(button(text.app.close))
    expect(document.querySelector('.home-side .take-back')).not.toBeNull()
    await act(() => app.clock.advance(8_000))
    noUndo()
  })

  it('the focus stays in the page when the way back goes', async () => {
    await contactPage()
    await click(button(historyWords.block))
    await act(async () => button(historyWords.undo).focus())
    await undo()
    expect(document.activeElement?.closest('[role=dialog]')).not.toBeNull()
  })
})

test('whoever leaves the list of the blocked comes back to it', async () => {
  const app = await contactsDialog({ v: 2, contacts: [], blocked: [mallory] })
  await click(button(peopleWords.blocked.unblock('Mallory')))
  expect(page()).toContain(peopleWords.blocked.nobody)
  await undo()
  expect(blocked(app)).toEqual([mallory.id])
  expect(app.client.desktop.state().contacts.blocked[0]?.name).toBe('Mallory')
})

test('an import is taken back: new people go, changed ones are as they were', async () => {
  const mine = { ...ben, picture: null, notes: '' }
  const app = await contactsDialog({ v: 2, contacts: [mine], blocked: [] })
  const files = document.querySelector<HTMLInputElement>('[role=dialog] input[type=file]')
  const content = writeContactsJson([{ ...mine, notes: 'Theirs' }, chidi], () => null)
  Object.defineProperty(files, 'files', { configurable: true, value: [new File([content], 'contacts.json')] })
  await act(async () => void files?.dispatchEvent(new Event('change', { bubbles: true })))
  await act(() => vi.waitFor(() => button(peopleWords.importing.take(2))))
  await click(button(peopleWords.importing.take(2)))
  expect(stored(app).map(({ notes }) => notes)).toEqual(['Theirs', ''])
  expect(page()).toContain(peopleWords.importing.canUndo)
  await undo()
  expect(stored(app)).toEqual([mine])
})

describe('in the recent calls', () => {
  const record: CallRecord = {
    ...{ callId: 'a'.repeat(32), n: 3, id: mallory.id, name: 'Mallory', direction: 'incoming', video: true },
    ...{ reason: 'missed', startedAt: 60_000, talkedMs: 0, callBack: null },
  }
  const calls = () =>
    renderApp({ host: { settings, history: { ...EMPTY_HISTORY, next: 4, records: [record] } } })

  it('one that is deleted comes back', async () => {
    const app = await calls()
    await click(button(historyWords.removeSeveral))
    await click(button(historyWords.removeAll(1)))
    expect(app.client.desktop.state().history.records).toEqual([])
    await undo()
    expect(app.client.desktop.state().history.records).toEqual([record])
  })

  it('somebody who is no contact is blocked from their call, and let in again', async () => {
    const app = await calls()
    await click(find('.call-open', 'Details'))
    await loaded(import('../features/history/call-details'))
    await click(button(historyWords.blockPerson(historyWords.block, 'Mallory')))
    expect(blocked(app)).toEqual([mallory.id])
    expect(page()).toContain(historyWords.blocked('Mallory'))
    expect(button(historyWords.blockPerson(historyWords.unblock, 'Mallory'))).toBeTruthy()
    await undo()
    expect(blocked(app)).toEqual([])
  })
})

describe('in the settings', () => {
  it('one’s own picture comes back', async () => {
    const { state } = await openSettings('me', { host: { settings: { ...settings, picture } } })
    await click(button(peopleWords.picture.remove))
    await settle()
    expect(state().settings.picture).toBeNull()
    await undo()
    await settle()
    expect(state().settings.picture).toBe(picture)
  })

  it('the home server of before comes back, with its STUN servers', async () => {
    const { state } = await openSettings('reach')
    await click(button(text.reach.change))
    await click(find('label', text.reach.anywhere))
    await type(field(text.reach.address), 'call.example.org')
    await click(button(settingsWords.reach.test))
    await settle()
    expect(state().settings.reach.server).toBe(server)
    expect(page()).toContain(settingsWords.reach.moved)
    await undo()
    await settle()
    expect(state().settings.reach.mode).toBe(networkSettings.reach.mode)
    expect(page()).not.toContain(settingsWords.reach.tested('call.example.org'))
  })

  it('a page that was set back is as before', async () => {
    const mine = { ...settings, ringSeconds: 20 }
    const { state } = await openSettings('calls', { host: { settings: mine } })
    await click(button(settingsWords.reset))
    await settle()
    await click(button(settingsWords.undo))
    await settle()
    expect(state().settings).toEqual(mine)
  })

  it.each([
    ['privacy', settingsWords.privacy.erase, settingsWords.privacy.question, 'app.deleteEverything'],
    ['me', settingsWords.restore.begin, settingsWords.restore.question, 'identity.restore'],
  ] as const)('on page %s, “%s” asks first', async (where, begin, question, command) => {
    const { askedOf } = await openSettings(where)
    await click(button(begin))
    expect(page()).toContain(question)
    expect(askedOf(command)).toEqual([])
  })
})

test('starting over with a new key asks first', async () => {
  const identity = { status: 'unreadable', detail: 'cut off' } as const
  const { client } = await renderApp({ host: { settings, identity } })
  await click(button(text.identity.startOver))
  expect(page()).toContain(text.identity.startOverWarning)
  expect(client.desktop.asked.some(({ name }) => name === 'identity.startOver')).toBe(false)
})
