import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMeter } from './meter'

const setUp = (burst: number, perSecond: number) => {
  const clock = { nowMs: 0 }
  return {
    clock,
    meter: createMeter(
      () => ({ burst, perSecond }),
      () => clock.nowMs,
    ),
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
