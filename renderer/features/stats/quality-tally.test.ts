import { expect, test } from 'vitest'
import { counted, lastingQuality, NOTHING_MEASURED } from './quality-tally'

test.each([
  [0, 0, 0, null],
  [4, 0, 0, null],
  [0, 0, 5, 'poor'],
  [5, 0, 0, 'good'],
  [90, 10, 0, 'good'],
  [89, 11, 0, 'weak'],
  [85, 5, 10, 'weak'],
  [90, 0, 10, 'good'],
  [89, 0, 11, 'poor'],
  [3_540, 0, 60, 'good'],
] as const)('%i good, %i weak, %i poor seconds: %s', (good, weak, poor, word) => {
  expect(lastingQuality({ good, weak, poor })).toBe(word)
})

test('what was not measured counts for nothing', () => {
  expect(counted(NOTHING_MEASURED, 'unknown')).toEqual(NOTHING_MEASURED)
  expect(counted(counted(NOTHING_MEASURED, 'weak'), 'weak')).toEqual({ good: 0, weak: 2, poor: 0 })
})
