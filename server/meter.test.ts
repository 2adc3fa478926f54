import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMeter } from './meter'

const setUp = (burst: number, perSecond: number, single = false) => {
  const clock = { nowMs: 0 }
  const allowance = { burst, perSecond }
  return {
    clock,
    allowance,
    meter: createMeter({ allowance: () => allowance, nowMs: () => clock.nowMs, single }),
  }
}

describe('a meter', () => {
  it('counts each key by itself', () => {
    const { meter } = setUp(1, 1)
    expect([meter.take('a'), meter.take('b')]).toEqual([0, 0])
    expect(meter.take('a')).toBe(1_000)
  })

  it('says when a quarter of the burst is there again, and then it is', () => {
    const { clock, meter } = setUp(100, 10)
    expect(meter.take('a', 100)).toBe(0)
    expect(meter.take('a')).toBe(2_500)
    clock.nowMs += 2_500
    expect(meter.take('a', 25)).toBe(0)
    expect(meter.take('a')).toBe(2_500)
  })

  it('for single things says when there is one', () => {
    const { clock, meter } = setUp(100, 10, true)
    meter.take('a', 100)
    expect(meter.take('a')).toBe(100)
    clock.nowMs += 100
    expect(meter.take('a')).toBe(0)
  })

  it('can be asked without anything being taken', () => {
    const { clock, meter } = setUp(4, 1)
    for (let k = 0; k < 10; k++) expect(meter.wait('a')).toBe(0)
    expect(meter.take('a', 4)).toBe(0)
    expect([meter.wait('a'), meter.wait('a')]).toEqual([1_000, 1_000])
    clock.nowMs += 1_000
    expect(meter.wait('a')).toBe(0)
  })

  it('makes who goes on in spite of it wait for longer, at worst for two bursts, and remembers that as long', () => {
    const { clock, meter } = setUp(3, 1, true)
    meter.take('a', 3)
    const penalties = Array.from({ length: 4 }, () => meter.penalise('a'))
    expect(penalties).toEqual([
      { waitMs: 2_000, isWorst: false },
      { waitMs: 3_000, isWorst: false },
      { waitMs: 4_000, isWorst: true },
      { waitMs: 4_000, isWorst: true },
    ])
    // Others come meanwhile, so that what wasn't touched for a refill would be forgotten.
    for (let k = 0; k < 3; k++) {
      clock.nowMs += 1_100
      meter.take(`other ${String(k)}`)
    }
    expect(meter.take('a')).toBeGreaterThan(0)
    clock.nowMs += 701
    expect(meter.take('a')).toBe(0)
  })

  it('takes another allowance over at once', () => {
    const { allowance, meter } = setUp(2, 1)
    meter.take('a', 2)
    allowance.burst = 1
    expect(meter.take('b', 2)).toBeGreaterThan(0)
    expect(meter.take('b')).toBe(0)
  })

  it('never gives a key more than its burst and its rate, however the keys and the time go', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), ms: fc.integer({ min: 0, max: 3_000 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { clock, meter } = setUp(5, 2)
        const given = new Map<string, number>()
        for (const { key, ms } of steps) {
          clock.nowMs += ms
          if (meter.take(key) === 0) given.set(key, (given.get(key) ?? 0) + 1)
        }
        return [...given.values()].every((count) => count <= 5 + (clock.nowMs / 1000) * 2 + 1e-6)
      }),
    )
  })

  it('forgets who hasn’t come for as long as a refill takes, and the oldest where there are too many', () => {
    const { meter } = setUp(1, 1)
    meter.take('first')
    for (let k = 0; k < 250_000; k++) meter.take(String(k))
    expect(meter.take('first')).toBe(0)
    expect(meter.take('249999')).toBeGreaterThan(0)
  })
})
