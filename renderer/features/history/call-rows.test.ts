import { expect, test } from 'vitest'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Contact } from '../../../shared/model/contact'
import { dayName } from '../../ui/format'
import { listCalls, placeOf, rowsOf, shownCalls, type CallRow, type CallsQuery } from './call-rows'

const NOW = new Date(2026, 10, 20, 13, 0).getTime()
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).getTime()
const server = 'https://call.example.org/'
const id = (digit: string) => digit.repeat(32)
const link = (who: string) => `parley://call/${who}?server=${encodeURIComponent(server)}`

let count = 10_000
/** Each is older than the one before it. */
function record(name: string, startedAt: number, change: Partial<CallRecord> = {}): CallRecord {
  count -= 1
  const who = change.id ?? id((name.codePointAt(0) ?? 0).toString(16).slice(-1))
  return {
    ...{ callId: String(count), n: count, id: who, name, direction: 'outgoing', video: true },
    ...{ reason: 'ended-by-me', startedAt, talkedMs: 0, callBack: link(who) },
    ...change,
  }
}
const contact = (name: string, who: string, where: string | null = server): Contact => ({
  ...{ id: who, name, server: where, addedAt: 0, favourite: false, notes: 'plays the viola', picture: null },
})
const all: CallsQuery = { query: '', filter: 'all' }
const rows = (
  records: readonly CallRecord[],
  contacts: readonly Contact[] = [],
  query: Partial<CallsQuery> = {},
): readonly CallRow[] => rowsOf(shownCalls(listCalls(records, contacts), { ...all, ...query }))
/** As the list draws them: a heading where the day is another than the row's before. */
const headings = (list: readonly CallRow[], nowMs = NOW) =>
  list.map(({ day, newest, name }, index) => [
    list[index - 1]?.day === day ? '' : dayName(newest.startedAt, nowMs),
    name,
  ])

const missed = { direction: 'incoming', reason: 'missed' } as const

test('calls stand in the order they were made, under their days', () => {
  const list = rows([
    record('a', at(20, 12)),
    record('b', at(20, 9)),
    record('c', at(19, 9)),
    record('d', at(16, 9)),
  ])
  expect(headings(list)).toEqual([
    ['Today', 'a'],
    ['', 'b'],
    ['Yesterday', 'c'],
    ['Monday', 'd'],
  ])
})

const TEN_YEARS_AGO = new Date(2016, 10, 20, 13, 0).getTime()
const BEFORE = [record('x', at(20, 12)), record('y', at(19, 9))]

test.each<[string, readonly CallRecord[], number, readonly (readonly [string, string])[]]>([
  [
    'set back ten years: the newest stays on top, and what was before has its date',
    [record('a', TEN_YEARS_AGO), ...BEFORE],
    TEN_YEARS_AGO + 60_000,
    [
      ['Today', 'a'],
      ['20 November 2026', 'x'],
      ['19 November 2026', 'y'],
    ],
  ],
  [
    'set back and forth: a call of the wrong year stands where it was made, under the year it had',
    [record('b', at(20, 12)), record('a', TEN_YEARS_AGO), ...BEFORE],
    NOW,
    [
      ['Today', 'b'],
      ['20 November 2016', 'a'],
      ['Today', 'x'],
      ['Yesterday', 'y'],
    ],
  ],
  [
    'set forth by mistake: tomorrow is a date, not today',
    [record('b', at(20, 12)), record('a', at(21, 12)), ...BEFORE],
    NOW,
    [
      ['Today', 'b'],
      ['21 November', 'a'],
      ['Today', 'x'],
      ['Yesterday', 'y'],
    ],
  ],
])('a clock that was %s', (_case, records, nowMs, expected) => {
  const dayFirst = (words: string) =>
    words.replace(/^(\w+) (\d+)(?:, (\d+))?$/, (_all, month: string, day: string, year?: string) =>
      [day, month, ...(year === undefined ? [] : [year])].join(' '),
    )
  expect(headings(rows(records), nowMs).map(([day = '', name]) => [dayFirst(day), name])).toEqual(expected)
})

test('calls that followed each other with one person, the same way, on one day are one row', () => {
  const again = [
    record('a', at(20, 12), missed),
    record('a', at(20, 11), missed),
    record('a', at(20, 10)),
    record('b', at(20, 9)),
    record('a', at(20, 8)),
    record('a', at(19, 8)),
  ]
  expect(rows(again).map(({ name, mark, calls }) => [name, mark, calls.length])).toEqual([
    ['a', 'missed', 2],
    ['a', 'outgoing', 1],
    ['b', 'outgoing', 1],
    ['a', 'outgoing', 1],
    ['a', 'outgoing', 1],
  ])
})

test('a row that is opened stays small: the twenty-first call begins another', () => {
  const often = Array.from({ length: 45 }, () => record('a', at(20, 12)))
  expect(rows(often).map(({ calls }) => calls.length)).toEqual([20, 20, 5])
})

test.each([
  ['all', ['m', 'i', 'o', 'u']],
  ['missed', ['m', 'u']],
  ['incoming', ['m', 'i', 'u']],
  ['outgoing', ['o']],
] as const)('the filter %s', (filter, names) => {
  const records = [
    record('m', at(20, 12), missed),
    record('i', at(20, 11), { direction: 'incoming', talkedMs: 1 }),
    record('o', at(20, 10)),
    record('u', at(20, 9), { direction: 'incoming', reason: 'cancelled-by-other' }),
  ]
  expect(rows(records, [], { filter }).map(({ name }) => name)).toEqual(names)
})

test.each([
  ['ines', 'accents and case'],
  ['INÊS D', 'case and a space'],
  ['xx_ines', 'the name that was given, beside the one it was saved by'],
])('a search for “%s” finds by %s', (query) => {
  const records = [record('xX_ines_Xx', at(20, 12), { id: id('1') }), record('Ben', at(20, 11))]
  const found = rows(records, [contact('Inês Duarte', id('1'))], { query })
  expect(found.map(({ name }) => name)).toEqual(['Inês Duarte'])
})

test('notes are not searched; somebody without a name is found by the words that stand there', () => {
  const records = [record('Ben', at(20, 12), { id: id('1') }), record('', at(20, 11))]
  expect(rows(records, [contact('Ben', id('1'))], { query: 'viola' })).toEqual([])
  expect(rows(records, [], { query: 'not in your' })).toHaveLength(1)
})

test('who cannot be called back is called where the contact was last seen, or not at all', () => {
  const unknown = record('Ben', at(20, 12), { callBack: null, id: id('1') })
  const places = (contacts: readonly Contact[]) => rows([unknown], contacts).map(placeOf)
  expect(places([])).toEqual([null])
  expect(places([contact('Ben', id('1'))])).toEqual([server])
  expect(places([contact('Ben', id('1'), null)])).toEqual([null])
})
