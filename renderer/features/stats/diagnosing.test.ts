import { describe, expect, it } from 'vitest'
import type { Beats } from '../../rtc/heartbeat-times'
import type { LineFigures } from './choose-diagnosis'
import { Diagnosing, lineOf } from './diagnosing'
import type { FlowStats, Quality, StatsSample } from './stats-store'

const FLOW: FlowStats = {
  ...{ width: 640, height: 360, fps: 15, kbps: 500, jitterMs: 4, lossPct: 0 },
  ...{ freezes: 0, freezeMs: 0, videoCodec: 'VP8', audioCodec: 'Opus' },
}
const IN_TIME: Beats = { count: 6, lateMs: 10 }
const LATE: Beats = { count: 6, lateMs: 700 }
const THEIRS: LineFigures = { lateMs: 10, beats: 6, lossPct: 0, jitterMs: 4, busy: false }

/** A call that is looked at once a second. */
function watched() {
  const diagnosing = new Diagnosing()
  let samples: readonly StatsSample[] = []
  let second = 0
  const next = (received: Partial<FlowStats>, how: { beats?: Beats; quality?: Quality } = {}) => {
    second += 1
    const sample: StatsSample = {
      ...{ atMs: second * 1_000, rttMs: 30, route: 'direct', busy: false, sent: FLOW },
      received: { ...FLOW, ...received },
    }
    samples = [...samples, sample]
    return diagnosing.look(samples, how.quality ?? 'good', how.beats ?? IN_TIME)
  }
  const hear = (line: LineFigures) => diagnosing.hear(line, second * 1_000)
  return { next, hear }
}

const lossy = { lossPct: 30 }

describe('what is wrong', () => {
  it('is shown after 3 seconds, and taken away when it was gone for 5', () => {
    const { next } = watched()
    const seen = [1, 2, 3].map(() => next(lossy, { beats: LATE }).diagnosis)
    expect(seen).toEqual([null, null, 'my-download'])
    const after = Array.from({ length: 20 }, () => next({}, { beats: IN_TIME }).diagnosis)
    // Figures are about 10 seconds: the loss leaves them slowly, and without a late line nobody is named.
    expect(after[0]).toBe('my-download')
    expect(after.at(-1)).toBeNull()
  })

  it('is said unasked only when it lasts and the call suffers', () => {
    const { next } = watched()
    const seen = Array.from({ length: 9 }, () => next(lossy, { beats: LATE, quality: 'weak' }))
    expect(seen.map(({ warns }) => warns)).toEqual([...Array<boolean>(7).fill(false), true, true])
    expect(next(lossy, { beats: LATE, quality: 'good' }).warns).toBe(false)
  })

  it('needs what the other side says, and only while that is fresh', () => {
    const { next, hear } = watched()
    for (let n = 0; n < 4; n += 1) next(lossy)
    expect(next(lossy).diagnosis).toBe('unknown')
    hear({ ...THEIRS, lateMs: 700 })
    expect([next(lossy), next(lossy), next(lossy)].at(-1)?.diagnosis).toBe('their-upload')
    for (let n = 0; n < 20; n += 1) next(lossy)
    expect(next(lossy).diagnosis).toBe('unknown')
  })
})

it('the other side is told every 5 seconds', () => {
  const { next } = watched()
  const told = Array.from({ length: 10 }, () => next({}).tell)
  expect(told.map((line) => line !== null)).toEqual([
    ...[false, false, false, false, true],
    ...[false, false, false, false, true],
  ])
  expect(told[4]).toEqual({ lateMs: 10, beats: 6, lossPct: 0, jitterMs: 4, busy: false })
})

it('a computer is busy where it was so for most of the last seconds', () => {
  const seconds = (busy: number) =>
    Array.from({ length: 10 }, (_, n): StatsSample => ({
      ...{ atMs: n, rttMs: null, route: null, received: FLOW, sent: FLOW },
      busy: n < busy,
    }))
  expect(lineOf(seconds(5), IN_TIME).busy).toBe(false)
  expect(lineOf(seconds(6), IN_TIME).busy).toBe(true)
})
