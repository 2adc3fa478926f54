import { describe, expect, test } from 'vitest'
import { flowOf } from './flow'

const every = (ms: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((to - from) / ms) }, (_, index) => from + (index + 1) * ms)

describe('a stretch of pictures', () => {
  test('that come evenly is not frozen', () => {
    expect(flowOf(every(100, 0, 1000), 0, 1001)).toMatchObject({ frozenShare: 0, standsShare: 0 })
  })

  test('that stand for a second is frozen for it', () => {
    const times = [...every(100, 0, 1000), ...every(100, 2000, 5000)]
    const { frozenShare, standsShare } = flowOf(times, 0, 5000)
    expect(frozenShare).toBeCloseTo(1100 / 5000)
    expect(standsShare).toBeCloseTo(1100 / 5000)
  })

  test('that come rarely but evenly stand, and are what is usual', () => {
    expect(flowOf(every(600, 0, 6000), 0, 6001)).toMatchObject({ frozenShare: 0, standsShare: 6000 / 6001 })
  })

  test('without any is frozen from end to end', () => {
    expect(flowOf([50], 1000, 2000)).toEqual({ fps: 0, frozenShare: 1, standsShare: 1 })
  })
})
