import { expect, test } from 'vitest'
import type { CallRecord } from '../../../shared/model/call-record'
import { missedCount } from '../../../shared/model/missed-calls'
import { markOf, outcomeLine } from './call-outcome'

const record = (change: Partial<CallRecord>): CallRecord => ({
  ...{ callId: 'a', n: 1, id: 'b', name: 'Ben', direction: 'outgoing', video: true, reason: 'ended-by-me' },
  ...{ startedAt: new Date(2026, 10, 20, 12, 30).getTime(), talkedMs: 0, callBack: null },
  ...change,
})
const missed = { direction: 'incoming', reason: 'missed' } as const

test.each<[string, Partial<CallRecord>, RegExp, string]>([
  ['talked', { talkedMs: 48 * 60_000 }, /, 48\smin$/, 'outgoing'],
  ['missed', missed, /^Missed, /, 'missed'],
  ['given up there', { direction: 'incoming', reason: 'cancelled-by-other' }, /^Missed, /, 'missed'],
  ['given up here', { reason: 'cancelled-by-me' }, /, cancelled$/, 'outgoing'],
  ['not answered', { reason: 'no-answer' }, /, no answer$/, 'outgoing'],
  ['declined here', { direction: 'incoming', reason: 'declined-by-me' }, /, declined$/, 'incoming'],
  ['failed', { reason: 'could-not-connect' }, /, not connected$/, 'outgoing'],
])('a call that was %s says so', (_case, change, line, mark) => {
  expect(outcomeLine(record(change))).toMatch(line)
  expect(markOf(record(change))).toBe(mark)
})

test.each([
  [1, 2],
  [7, 1],
  [9, 1],
  [10, 0],
])('seen below %i, of the missed calls 9 and 6 there are %i to be counted', (seenBelow, count) => {
  const records = [
    record({ ...missed, n: 9 }),
    record({ n: 8 }),
    record({ n: 7, direction: 'incoming', talkedMs: 5 }),
    record({ ...missed, n: 6 }),
  ]
  expect(missedCount({ records, seenBelow })).toBe(count)
})
