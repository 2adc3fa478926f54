import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAILURE_CODES } from '../../shared/failure'
import { isForGood, waitAfter } from './reconnect-policy'

describe('waitAfter', () => {
  it.each([
    [1, 125],
    [2, 500],
    [3, 1_000],
    [4, 2_000],
    [5, 4_000],
    [6, 8_000],
    [7, 15_000],
    [8, 15_000],
    [1_000, 15_000],
  ])('waits after failure %i in a row %i ms, in the middle of its spread', (failures, waitMs) => {
    expect(waitAfter('server-unreachable', failures, 0.5)).toBe(waitMs)
  })

  it('spreads the clients of one server, also those of the first attempt', () => {
    expect(waitAfter('server-unreachable', 1, 0)).toBe(0)
    expect(waitAfter('server-unreachable', 1, 0.999)).toBeGreaterThan(200)
    expect(waitAfter('server-unreachable', 4, 0)).toBe(1_500)
    expect(waitAfter('server-unreachable', 4, 0.999)).toBeGreaterThan(2_400)
  })

  it.each(['rate-limited', 'server-full', 'wrong-audience'] as const)(
    'gives a server that said %s time',
    (code) => {
      expect(waitAfter(code, 1, 0)).toBeGreaterThanOrEqual(3_000)
    },
  )

  it('waits at least as long as the server asked, and not all of its clients equally long', () => {
    expect(waitAfter('rate-limited', 1, 0, 60_000)).toBe(60_000)
    expect(waitAfter('rate-limited', 1, 0.999, 60_000)).toBeGreaterThan(70_000)
    expect(waitAfter('server-full', 1, 0, 10)).toBeGreaterThanOrEqual(3_000)
  })

  it('comes back to a server that restarts exactly when that said', () => {
    expect(waitAfter('restarting', 1, 0.9, 1_234)).toBe(1_234)
    expect(waitAfter('restarting', 9, 0.9, 0)).toBe(0)
  })

  it('never waits longer than 19 s, and never less than nothing', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(
        fc.constantFrom(...FAILURE_CODES),
        fc.integer({ min: 1, max: 1e6 }),
        random,
        (code, failures, r) => {
          const waitMs = waitAfter(code, failures, r)
          return waitMs >= 0 && waitMs < 19_000
        },
      ),
    )
  })
})

describe('isForGood', () => {
  it.each([
    'superseded',
    'version-unsupported',
    'id-mismatch',
    'signature-wrong',
    'visit-not-allowed',
  ] as const)('stops for %s', (code) => expect(isForGood(code)).toBe(true))
  it.each(['server-unreachable', 'ticket-expired', 'wrong-audience', 'id-taken', 'identity-locked'] as const)(
    'tries again after %s',
    (code) => expect(isForGood(code)).toBe(false),
  )
})
