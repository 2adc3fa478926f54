import { describe, expect, it } from 'vitest'
import { flowAfter, givenFrames, hasStopped, type FrameFlow } from './frame-flow'

/** Frames at each look, 250 ms apart. */
function afterLooks(looks: readonly (number | null)[], everyMs = 250): readonly boolean[] {
  let flow: FrameFlow | null = null
  return looks.map((frames, at) => {
    flow = flowAfter(flow, { attempt: 1, frames, nowMs: at * everyMs })
    return hasStopped(flow, at * everyMs)
  })
}
const steady = Array.from({ length: 12 }, (_, at) => at * 3)
const still = (looks: number): readonly number[] => Array.from({ length: looks }, () => 33)

describe('frames that stop', () => {
  it('mean a hidden window after a while, and none any more with the first that comes', () => {
    const stopped = afterLooks([...steady, ...still(12), 34])
    expect(stopped.slice(0, 19)).not.toContain(true)
    expect(stopped.slice(20)).toEqual([true, true, true, true, false])
  })

  it.each([
    ['they never came steadily', [0, 1, ...still(20)]],
    ['the browser does not tell', Array.from({ length: 30 }, () => null)],
    ['nobody took them for a while', [...steady, null, ...still(20)]],
  ])('mean nothing where %s', (_, looks) => {
    expect(afterLooks(looks)).not.toContain(true)
  })

  it('are no gap where a page in the background looks once a second', () => {
    expect(afterLooks([0, 15, 30, 45, 45, 60, 75], 1_000)).not.toContain(true)
  })

  it('of one capture say nothing of the next', () => {
    const before = { attempt: 1, frames: 40, atMs: 0, sinceMs: 0, isSteady: true }
    const flow = flowAfter(before, { attempt: 2, frames: 0, nowMs: 9_000 })
    expect(hasStopped(flow, 20_000)).toBe(false)
  })
})

it.each([
  [{ stats: { deliveredFrames: 4 } }, 4],
  [{ stats: {} }, null],
  [{ stats: null }, null],
  [{}, null],
])('what a browser counts is read from %o', (track, frames) => {
  expect(givenFrames(track)).toBe(frames)
})
