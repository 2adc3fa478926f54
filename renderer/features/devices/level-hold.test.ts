import { describe, expect, it } from 'vitest'
import {
  SILENCE,
  heldMark,
  holdLevel,
  isClipping,
  levelWord,
  type HeldLevel,
  type Reading,
} from './level-hold'

const STEP_MS = 50

/** Readings 50 ms apart, from 0. */
function after(readings: readonly Reading[]): { readonly held: HeldLevel; readonly nowMs: number } {
  const held = readings.reduce((before, reading, at) => holdLevel(before, reading, at * STEP_MS), SILENCE)
  return { held, nowMs: (readings.length - 1) * STEP_MS }
}
const quiet = (count: number): readonly Reading[] =>
  Array.from({ length: count }, () => ({ level: 0.05, peak: 0.01 }))
const loud: Reading = { level: 0.8, peak: 0.4 }

describe('the highest level', () => {
  it('stays for a second and a half', () => {
    const { held, nowMs } = after([loud, ...quiet(29)])
    expect(held.level).toBe(0.05)
    expect(heldMark(held, nowMs)).toBe(0.8)
  })

  it('then falls, and never below what is heard', () => {
    const { held, nowMs } = after([loud, ...quiet(50)])
    expect(heldMark(held, nowMs)).toBeCloseTo(0.4, 2)
    const later = after([loud, ...quiet(200)])
    expect(heldMark(later.held, later.nowMs)).toBe(0.05)
  })

  it('is taken over by a louder one at once', () => {
    const { held, nowMs } = after([loud, { level: 0.9, peak: 0.5 }])
    expect(heldMark(held, nowMs)).toBe(0.9)
  })
})

describe('in words it is', () => {
  it.each([
    ['nothing yet, while only the room is heard', quiet(40), 'none'],
    ['good, when somebody speaks', [loud], 'good'],
    ['good between two words', [loud, ...quiet(20)], 'good'],
    ['quiet, when the voice is far', [...quiet(2), { level: 0.3, peak: 0.02 }], 'quiet'],
    ['quiet, long after the last word', [loud, ...quiet(120)], 'quiet'],
    ['too loud, when samples are cut off', [{ level: 1, peak: 1 }], 'clips'],
    ['too loud still, a second later', [{ level: 1, peak: 1 }, ...quiet(20)], 'clips'],
    ['good again, two seconds later', [{ level: 1, peak: 1 }, ...quiet(41)], 'good'],
  ] as const)('%s', (_what, readings, word) => {
    const { held, nowMs } = after(readings)
    expect(levelWord(held, nowMs)).toBe(word)
    expect(isClipping(held, nowMs)).toBe(word === 'clips')
  })
})
