import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBucket, createRecent, createSeqWindow } from './courier-limits'

describe('a bucket', () => {
  it('gives its burst at once, then what flows in, and never more than its burst', () => {
    const bucket = createBucket({ burst: 3, perSecond: 2 })
    const take = (nowMs: number, times: number) =>
      Array.from({ length: times }, () => bucket.take(nowMs)).filter(Boolean).length
    expect(take(0, 10)).toBe(3)
    expect(take(400, 10)).toBe(0)
    expect(take(500, 10)).toBe(1)
    expect(take(1_500, 10)).toBe(2)
    expect(take(60_000, 10)).toBe(3)
    bucket.refill()
    expect(take(60_000, 10)).toBe(3)
  })
})

describe('a window of numbers', () => {
  it('takes each number once, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 })), (numbers) => {
        const window = createSeqWindow()
        const taken = numbers.filter((number) => window.isNew(number))
        expect(taken).toEqual([...new Set(numbers)])
      }),
    )
  })

  it('takes no number that is too far back to know', () => {
    const window = createSeqWindow()
    expect(window.isNew(5_000)).toBe(true)
    expect(window.isNew(5_000 - 1_023)).toBe(true)
    expect(window.isNew(5_000 - 1_024)).toBe(false)
  })

  it('forgets what it need not know', () => {
    const window = createSeqWindow()
    for (let seq = 1; seq <= 10_000; seq += 1) window.isNew(seq)
    expect(window.isNew(1)).toBe(false)
    expect(window.isNew(9_999)).toBe(false)
    expect(window.isNew(10_001)).toBe(true)
  })
})

it('windows of strangers are kept for the last ones used', () => {
  const windowOf = createRecent(2, createSeqWindow)
  expect(windowOf('a').isNew(1)).toBe(true)
  windowOf('b')
  expect(windowOf('a').isNew(1)).toBe(false)
  windowOf('c')
  expect(windowOf('a').isNew(1)).toBe(false)
  windowOf('d')
  windowOf('e')
  expect(windowOf('a').isNew(1)).toBe(true)
})
