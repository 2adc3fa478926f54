import { expect, test } from 'vitest'
import { HeartbeatTimes, NO_BEATS } from './heartbeat-times'

/** One beat each 5 s, echoed after so long. */
function beating(...tookMs: readonly number[]): HeartbeatTimes {
  const times = new HeartbeatTimes()
  tookMs.forEach((took, beat) => {
    times.sent(beat * 5_000)
    times.echoed(beat * 5_000 + took)
  })
  return times
}

test.each([
  ['nothing was echoed', [], NO_BEATS],
  ['all are alike', [80, 80, 80], { count: 3, lateMs: 0 }],
  ['a far server is not a late one', [400, 410, 405], { count: 3, lateMs: 10 }],
  ['one came late', [40, 640, 42], { count: 3, lateMs: 600 }],
  ['an old one is forgotten', [40, 640, 42, 42, 42, 42, 42, 42], { count: 6, lateMs: 2 }],
  ['the quickest is not', [40, 100, 100, 100, 100, 100, 100, 100], { count: 6, lateMs: 60 }],
] as const)('%s', (_, tookMs, beats) => {
  expect(beating(...tookMs).read(0)).toEqual(beats)
})

test('a beat that is still in the air is as late as it is old', () => {
  const times = beating(40, 40)
  times.sent(10_000)
  expect(times.read(10_020).lateMs).toBe(0)
  expect(times.read(13_000).lateMs).toBe(2_960)
})

test('echoes belong to beats in their order', () => {
  const times = new HeartbeatTimes()
  times.sent(0)
  times.sent(100)
  times.echoed(150)
  times.echoed(160)
  expect(times.read(160)).toEqual({ count: 2, lateMs: 90 })
})

test('a line that was lost is no slow one, and its server is still known to be quick', () => {
  const times = beating(40)
  times.sent(5_000)
  times.lost()
  expect(times.read(60_000)).toEqual(NO_BEATS)
  times.sent(70_000)
  times.echoed(70_300)
  expect(times.read(70_300)).toEqual({ count: 1, lateMs: 260 })
})

test('an echo that nobody asked for counts for nothing', () => {
  const times = new HeartbeatTimes()
  times.echoed(5)
  expect(times.read(5)).toEqual(NO_BEATS)
})
