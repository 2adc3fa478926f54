// @vitest-environment happy-dom
// Names that strangers chose, on every screen: whatever is drawn, said aloud, in the title or in a tooltip is clean and bounded.
import * as fc from 'fast-check'
import { act } from 'react'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { historyWords } from '../../shared/text/en-history'
import { settingsWords } from '../../shared/text/en-settings'
import { text } from '../../shared/text/en'
import { EMPTY_HISTORY, type CallRecord } from '../../shared/model/call-record'
import type { Contacts } from '../../shared/model/contact'
import type { MemoryClientOptions } from '../app/memory-client'
import type { CallView } from '../features/calls/calls-store'
import { initials } from '../lib/person-sign'
import { shownName, spokenName } from '../ui/names'
import { button, click, find, pressKey, renderApp } from './testing/render-app'

/** Controls, overrides, embeddings, marks of direction, zero-width characters. Isolates are ours: in pairs. */
const UNSAFE =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2065\ufeff\ufff9-\ufffb]|\p{Cs}/u
const MOST_CHARS = 400

const HOSTILE: readonly (readonly [what: string, name: string])[] = [
  ['an override', 'Bank \u202etroppus\u202c'],
  ['an isolate that is never closed', '\u2067\u2067\u2066Ana'],
  ['zero-width characters', 'A\u200bn\u2060a\ufeff\u200e'],
  ['controls and escapes', 'Ana\u0000\u0007\u001b]0;owned\u0007\r\n'],
  ['line and paragraph separators', 'Ana\u2028is\u2029calling'],
  ['10 kB', 'Ana \u202e'.repeat(2_000)],
  ['10 kB without a space', '\u202eW\u200b'.repeat(3_500)],
  ['a tower of marks', `Z${'\u0316\u0301'.repeat(500)}oe`],
  ['markup', '<img src=x onerror=alert(1)><b>Ana</b>'],
  ['a sentence of ours', 'Ana is calling with video. Ben'],
  ['halves of letters', 'A\ud800n\udfffa'],
  ['nothing but what is unsafe', '\u202e\u200b\u2066'],
  ['right to left', 'דנה \u200fבן־דוד'],
]

const settings = {
  ...DEFAULT_SETTINGS,
  name: 'Cleo',
  reach: { mode: 'this-network', server: '', port: 1 },
} as const
const server = 'https://call.example.org/'
const id = 'b'.repeat(32)

const view = (name: string, change: Partial<CallView>): CallView => ({
  callId: '1',
  direction: 'incoming',
  person: { id, name, isContact: false },
  video: true,
  phase: { name: 'ringing' },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: { microphone: 'off', camera: 'off', screen: null },
  callBack: `parley://call/${id}?server=${encodeURIComponent(server)}`,
  ...change,
})

const record = (name: string): CallRecord => ({
  callId: 'c'.repeat(32),
  n: 1,
  id,
  name,
  startedAt: 0,
  direction: 'incoming',
  video: true,
  reason: 'missed',
  talkedMs: 0,
  callBack: `parley://call/${id}?server=${encodeURIComponent(server)}`,
})

type Options = Omit<MemoryClientOptions, 'clock'>
const inCall = (name: string, change: Partial<CallView>): Options => ({
  host: { settings },
  calls: { calls: [view(name, change)] },
})

/** In the host's documents: what is only in the store goes with the first change. */
const keeping = (name: string, contacts: Contacts['contacts']): Options => ({
  host: {
    settings,
    contacts: { v: 2, contacts, blocked: [{ id: 'e'.repeat(32), name, blockedAt: 0 }] },
    history: { ...EMPTY_HISTORY, next: 2, records: [record(name)] },
  },
})
const kept = (name: string): Options =>
  keeping(name, [{ id: 'd'.repeat(32), name, server, addedAt: 0, favourite: true, notes: '', picture: null }])

const SCREENS: Readonly<Record<string, (name: string) => Options>> = {
  incoming: (name) => inCall(name, {}),
  outgoing: (name) => inCall(name, { direction: 'outgoing' }),
  call: (name) => inCall(name, { phase: { name: 'connected', sinceMs: 0 } }),
  reconnecting: (name) => inCall(name, { phase: { name: 'reconnecting', sinceMs: 0, lostMs: 0 } }),
  missed: (name) => inCall(name, { phase: { name: 'ended', reason: 'missed', talkedMs: 0 } }),
  'hung up': (name) => inCall(name, { phase: { name: 'ended', reason: 'ended-by-other', talkedMs: 9_000 } }),
  home: kept,
}

/** All that is seen, heard, hovered over, or in the window's list. */
function shown(): readonly string[] {
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'title', 'alt', 'placeholder', 'data-tip', 'aria-description'].flatMap(
      (name) => element.getAttribute(name) ?? [],
    ),
  )
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? '')
  return [...attributes, ...texts, document.title]
}

function expectSafe(words: readonly string[]): void {
  for (const one of words) {
    expect(one).not.toMatch(UNSAFE)
    expect(one.length).toBeLessThanOrEqual(MOST_CHARS)
    const isolates = Array.from(one.matchAll(/[\u2066-\u2068]/g)).length
    expect(Array.from(one.matchAll(/\u2069/g)).length).toBe(isolates)
  }
}

test.each(
  Object.entries(SCREENS).flatMap(([screen, of]) =>
    HOSTILE.map(([what, name]) => [screen, what, of(name)] as const),
  ),
)('on %s, a name with %s is shown safely', async (_screen, _what, options) => {
  const { client } = await renderApp(options)
  expectSafe(shown())
  expect(document.querySelector('b, img')).toBeNull()
  // What is said aloud comes with a change.
  const calls = client.calls.getState().calls.map((call) => ({
    ...call,
    remote: call.remote && { ...call.remote, microphone: 'on' as const },
  }))
  await act(async () => client.calls.setState({ calls }))
  expectSafe(shown())
})

const press = async (selector: string): Promise<void> => {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`no ${selector}`)
  await click(element)
}
const loaded = (part: Promise<unknown>): Promise<void> =>
  act(async () => {
    await part
  })
const pressLetter = async (key: string): Promise<void> => {
  await pressKey(key)
}
const contactsTab = () => click(find('[role=tab]', text.home.contacts))

/** What lies over a screen or is opened on it, and how one gets there. */
const OPENED: Readonly<Record<string, readonly [of: (name: string) => Options, open: () => Promise<void>]>> =
  {
    contacts: [kept, contactsTab],
    'a contact’s page, with the way back': [
      kept,
      async () => {
        await contactsTab()
        await press('.person-acts button')
        await loaded(import('./contact-dialog'))
        await click(button(historyWords.block))
      },
    ],
    'all contacts': [
      kept,
      async () => {
        await contactsTab()
        await click(button(text.people.manage))
        await loaded(import('./contacts-dialog'))
      },
    ],
    'a call’s details': [
      (name) => keeping(name, []),
      async () => {
        await press('.call-open')
        await loaded(import('../features/history/call-details'))
      },
    ],
    'the settings': [
      kept,
      async () => {
        await pressKey(',', { ctrlKey: true })
        await loaded(import('./settings-dialog'))
        await click(button(settingsWords.pages.calls))
      },
    ],
    'the connection panel': [
      (name) => ({
        ...inCall(name, { phase: { name: 'connected', sinceMs: 0 } }),
        stats: { diagnosis: 'their-upload', warns: true },
      }),
      () => pressLetter('i'),
    ],
    'the texts': [
      (name) => inCall(name, { phase: { name: 'connected', sinceMs: 0 } }),
      () => pressLetter('t'),
    ],
  }

test.each(
  Object.entries(OPENED).flatMap(([where, [of, open]]) =>
    HOSTILE.map(([what, name]) => [where, what, name, of, open] as const),
  ),
)('in %s, a name with %s is shown safely', async (...[, , name, of, open]) => {
  await renderApp(of(name))
  await open()
  // It is there at all.
  expect(shown().some((words) => words.includes(shownName(name)) || words.includes(spokenName(name)))).toBe(
    true,
  )
  expectSafe(shown())
  expect(document.querySelector('b, img')).toBeNull()
})

test('however a name is made, what is shown of it is clean, bounded and never empty', () => {
  const nasty = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u2069',
        '\u200b',
        '\u0000',
        '\u200d',
        '\u0301',
        ' ',
        'a',
        'W',
        'ד',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 600,
  })
  fc.assert(
    fc.property(nasty, (name) => {
      const words = [shownName(name), spokenName(name), initials(name)]
      expectSafe(words)
      expect(words.every((one) => one.trim() !== '')).toBe(true)
      expect(spokenName(name).length).toBeLessThanOrEqual(200)
    }),
  )
})
