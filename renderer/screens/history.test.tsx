// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EMPTY_HISTORY, type CallRecord } from '../../shared/model/call-record'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { historyWords } from '../../shared/text/en-history'
import {
  button,
  click,
  field,
  find,
  page,
  pressKey,
  renderApp,
  type,
  type TestApp,
} from './testing/render-app'

const settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 1 },
} as const
const server = 'https://call.example.org/'
const hex = (digit: string) => digit.repeat(32)
const missed = { direction: 'incoming', reason: 'missed' } as const

function record(n: number, name: string, change: Partial<CallRecord> = {}): CallRecord {
  const id = change.id ?? hex((name.codePointAt(0) ?? 0).toString(16).slice(-1))
  return {
    ...{ callId: n.toString(16).padStart(32, '0'), n, id, name, direction: 'outgoing', video: true },
    ...{ reason: 'ended-by-me', startedAt: n * 60_000, talkedMs: 0 },
    callBack: `parley://call/${id}?server=${encodeURIComponent(server)}`,
    ...change,
  }
}
const RECORDS = [
  record(9, 'Dalia', missed),
  record(8, 'Dalia', missed),
  record(7, 'Ben', { talkedMs: 60_000, quality: 'weak' }),
  record(6, 'Chidi', { direction: 'incoming', talkedMs: 5_000 }),
]

let looking = true
beforeEach(() => {
  looking = true
  vi.spyOn(document, 'hasFocus').mockImplementation(() => looking)
})
afterEach(() => vi.restoreAllMocks())

async function lookAway(): Promise<void> {
  looking = false
  await act(async () => void window.dispatchEvent(new Event('blur')))
}
async function lookBack(): Promise<void> {
  looking = true
  await act(async () => void window.dispatchEvent(new Event('focus')))
}

function home(records: readonly CallRecord[] = RECORDS, seenBelow = 1): Promise<TestApp> {
  const next = (records[0]?.n ?? 0) + 1
  return renderApp({
    host: { settings, history: { ...EMPTY_HISTORY, next, seenBelow, records: [...records] } },
  })
}

const names = () => [...document.querySelectorAll('.call-row h3')].map(({ textContent }) => textContent)
const row = (at: number): HTMLElement => {
  const found = document.querySelectorAll<HTMLElement>('.call-row')[at]
  if (!found) throw new Error(`no row ${at}`)
  return found
}
const tab = () => find('[role=tab]', text.home.recent).textContent
const kept = ({ client }: TestApp) => client.desktop.state().history.records.map(({ n }) => n)
const loaded = (part: Promise<unknown>) =>
  act(async () => {
    await part
  })
async function choose(filter: string): Promise<void> {
  const select = document.querySelector('select')
  await act(async () => {
    Reflect.set(HTMLSelectElement.prototype, 'value', filter, select)
    select?.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

test('missed calls are counted on the tab and in the title until somebody looks at the list', async () => {
  looking = false
  const { client } = await home()
  expect(tab()).toContain('2')
  expect(tab()).toContain(historyWords.missedCount(2))
  expect(document.title).toBe('(2) Parley')
  expect(client.desktop.state().history.seenBelow).toBe(1)
  await lookBack()
  expect(client.desktop.state().history.seenBelow).toBe(10)
  expect(tab()).toBe(text.home.recent)
  expect(document.title).toBe('Parley')
})

test('what is new stays marked while one looks, and no longer when one comes back', async () => {
  looking = false
  await home()
  await lookBack()
  expect(row(0).textContent).toContain(historyWords.unseen)
  await lookAway()
  expect(row(0).textContent).not.toContain(historyWords.unseen)
})

test('missed calls that a search or a filter hides are not seen', async () => {
  looking = false
  const { client } = await home()
  await choose('outgoing')
  await lookBack()
  expect(client.desktop.state().history.seenBelow).toBe(1)
  await choose('all')
  expect(client.desktop.state().history.seenBelow).toBe(10)
})

test('another window that looked takes the number away here too', async () => {
  looking = false
  const { client } = await home()
  await act(async () => {
    await client.desktop.call('history.see', { below: 10 })
  })
  expect(tab()).toBe(text.home.recent)
})

test('calls are chosen by their kind and searched by name', async () => {
  await home()
  expect(names()).toEqual(['Dalia', 'Ben', 'Chidi'])
  await choose('missed')
  expect(names()).toEqual(['Dalia'])
  await choose('all')
  await type(field(text.home.search), 'chi')
  expect(names()).toEqual(['Chidi'])
})

test('a filter that leaves nothing says so, and leads back', async () => {
  await home(RECORDS.slice(0, 2))
  await choose('outgoing')
  expect(page()).toContain(historyWords.noneTitle.outgoing)
  await click(button(historyWords.showAll))
  expect(names()).toEqual(['Dalia'])
})

test('a row opens by a click and by Space, and tells of each call in it', async () => {
  await home()
  await click(row(1))
  await loaded(import('../features/history/call-details'))
  expect(page()).toContain(historyWords.qualities.weak)
  expect(page()).toContain('You hung up')
  expect(page()).toContain(RECORDS[2]?.id ?? 'no id')
  await act(async () => row(0).focus())
  await pressKey(' ')
  expect(document.querySelectorAll('.call-facts')).toHaveLength(2)
  await pressKey(' ')
  expect(document.querySelector('.call-details')).toBeNull()
})

test('Enter and a double click call back with video, which opening does not', async () => {
  const { asked } = await home()
  await click(row(1))
  expect(asked('place')).toEqual([])
  await act(async () => row(1).focus())
  await pressKey('Enter')
  await act(async () => void row(1).dispatchEvent(new MouseEvent('dblclick', { bubbles: true })))
  const target = { id: RECORDS[2]?.id, name: 'Ben', server }
  expect(asked('place')).toEqual([
    ['place', target, true],
    ['place', target, true],
  ])
})

test('one call of a row is deleted, and comes back by Undo to its place', async () => {
  const app = await home()
  await click(row(0))
  await loaded(import('../features/history/call-details'))
  await click(find('.call-facts button', ''))
  expect(kept(app)).toEqual([8, 7, 6])
  expect(page()).toContain(historyWords.removed(1))
  await click(button(historyWords.undo))
  expect(kept(app)).toEqual([9, 8, 7, 6])
  expect(document.querySelector('.take-back')).toBeNull()
})

test('Delete takes the row, the next one has the focus, and the way back stays for 8 s', async () => {
  const app = await home()
  await act(async () => row(0).focus())
  await pressKey('Delete')
  expect(kept(app)).toEqual([7, 6])
  expect(document.activeElement?.textContent).toContain('Ben')
  await act(() => app.clock.advance(7_900))
  expect(page()).toContain(historyWords.removed(2))
  await act(() => app.clock.advance(200))
  expect(page()).not.toContain(historyWords.removed(2))
})

test('the way back stays while the pointer is on it', async () => {
  const app = await home()
  await act(async () => row(0).focus())
  await pressKey('Delete')
  const over = new PointerEvent('pointerover', { bubbles: true })
  await act(async () => void document.querySelector('.take-back')?.dispatchEvent(over))
  await act(() => app.clock.advance(60_000))
  await click(button(historyWords.undo))
  expect(kept(app)).toEqual([9, 8, 7, 6])
})

test('those that are shown are deleted, or all', async () => {
  const app = await home()
  await choose('missed')
  await click(button(historyWords.removeSeveral))
  await click(button(historyWords.removeShown(2)))
  expect(kept(app)).toEqual([7, 6])
  await click(button(historyWords.undo))
  await click(button(historyWords.removeSeveral))
  await click(button(historyWords.removeAll(4)))
  expect(kept(app)).toEqual([])
  expect(page()).toContain(text.home.noCallsTitle)
  await click(button(historyWords.undo))
  expect(kept(app)).toEqual([9, 8, 7, 6])
})

test('what could not be deleted is said, without a way back', async () => {
  const app = await home()
  app.client.desktop.refuse('history.remove', 'disk-full')
  await act(async () => row(0).focus())
  await pressKey('Delete')
  expect(kept(app)).toEqual([9, 8, 7, 6])
  expect(document.querySelector('.take-back')?.textContent).not.toBe('')
  expect(document.querySelector('.take-back')?.textContent).not.toContain(historyWords.undo)
})
