import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EMPTY_HISTORY, MAX_RECORDS, historySchema, type History, type NewCallRecord } from './call-record'
import { addCall, putBackCalls, removeCalls, seeCalls, type HistoryChange } from './history-change'

const call = (n: number, change: Partial<NewCallRecord> = {}): NewCallRecord => ({
  ...{ callId: n.toString(16).padStart(32, '0'), id: 'b'.repeat(32), name: 'Ben', direction: 'incoming' },
  ...{ video: true, reason: 'missed', startedAt: n, talkedMs: 0, callBack: null },
  ...change,
})
const after = (...changes: readonly HistoryChange[]): History =>
  changes.reduce((now, change) => {
    const next = change(now)
    return next.ok ? next.value : now
  }, EMPTY_HISTORY)
const numbers = ({ records }: History): number[] => records.map(({ n }) => n)

it('has the newest first, whatever the clock said', () => {
  const tenYearsMs = 315_360_000_000
  const history = after(addCall(call(1, { startedAt: tenYearsMs })), addCall(call(2, { startedAt: 5 })))
  expect(history.records.map(({ startedAt }) => startedAt)).toEqual([5, tenYearsMs])
})

it('has each call once, at its old place', () => {
  const history = after(addCall(call(1)), addCall(call(2)), addCall(call(1, { talkedMs: 9 })))
  expect(history.records).toEqual([
    { ...call(2), n: 2 },
    { ...call(1, { talkedMs: 9 }), n: 1 },
  ])
})

it('drops the oldest at its bound', () => {
  const records = Array.from({ length: MAX_RECORDS }, (_, at) => ({ ...call(at), n: MAX_RECORDS - at }))
  const full: History = { v: 2, next: MAX_RECORDS + 1, seenBelow: 1, records }
  const added = addCall(call(MAX_RECORDS + 1))(full)
  expect(
    added.ok && [added.value.records.length, added.value.records[0]?.n, added.value.records.at(-1)?.n],
  ).toEqual([MAX_RECORDS, MAX_RECORDS + 1, 2])
})

it('gives removed calls back to their places, beside what came meanwhile', () => {
  const before = after(addCall(call(1)), addCall(call(2)), addCall(call(3)))
  const history = after(
    ...[addCall(call(1)), addCall(call(2)), addCall(call(3))],
    ...[removeCalls([1, 3]), addCall(call(4)), putBackCalls(before.records.filter(({ n }) => n !== 2))],
  )
  expect(numbers(history)).toEqual([4, 3, 2, 1])
})

it('never gives a number twice, so that a new call is never seen already', () => {
  const history = after(addCall(call(1)), seeCalls(2), removeCalls([1]), addCall(call(2)))
  expect([history.seenBelow, numbers(history)]).toEqual([2, [2]])
})

it.each([
  ['onwards', seeCalls(2), 2],
  ['not back', seeCalls(1), 1],
  ['not into the future', seeCalls(99), 3],
])('is seen %s', (_, change, seenBelow) => {
  expect(after(addCall(call(1)), addCall(call(2)), change).seenBelow).toBe(seenBelow)
})

it('has nothing to remove where nothing is', () => {
  expect(removeCalls([7])(EMPTY_HISTORY)).toMatchObject({ ok: false, code: 'not-found' })
})

it('is a document in order after any changes', () => {
  const change = fc.oneof(
    fc.nat(20).map((n) => addCall(call(n))),
    fc.array(fc.integer({ min: 1, max: 20 })).map(removeCalls),
    fc
      .array(fc.integer({ min: 1, max: 20 }))
      .map((back) => putBackCalls(back.map((n) => ({ ...call(n), n })))),
    fc.integer({ min: 1, max: 30 }).map(seeCalls),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const history = after(...changes)
      expect(historySchema.safeParse(history).success).toBe(true)
      expect(numbers(history)).toEqual([...new Set(numbers(history))].sort((a, b) => b - a))
      expect(Math.max(0, ...numbers(history))).toBeLessThan(history.next)
    }),
  )
})
