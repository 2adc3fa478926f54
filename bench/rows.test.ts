import { describe, expect, test } from 'vitest'
import { comparisonRow, countRow, plainRow, quantile } from './rows'

describe('rows of a benchmark', () => {
  test.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.95, 100],
    [[7], 0.95, 7],
  ])('of %j the quantile %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected)
  })

  test('compare medians, and count whole pairs', () => {
    const about = { name: 'setup', unit: 'ms', goal: '≤ 0.9×' }
    expect(comparisonRow(about, [90, 80, 100], [100, 100, 100, 100])).toEqual({
      ...about,
      value: 90,
      p95: 100,
      reference: 100,
      ratio: 0.9,
      n: 3,
    })
  })

  test('have no ratio without a reference', () => {
    expect(plainRow({ name: 'size', unit: 'KB', goal: '≤ 200 KB' }, [150])).toMatchObject({
      reference: null,
      ratio: null,
      value: 150,
    })
  })

  test('have no ratio to a reference of nothing', () => {
    const about = { name: 'frozen', unit: '%', goal: '≤ bare' }
    expect(comparisonRow(about, [5], [0])).toMatchObject({ reference: 0, ratio: null })
  })

  test('count what was kept, of how many', () => {
    expect(countRow({ name: 'kept', unit: 'shares', goal: 'all' }, 19, 20)).toMatchObject({
      value: 19,
      n: 20,
    })
  })
})
