import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStamps, type StampOptions } from './stamps'

const LIFE_MS = 60_000

function setUp(changes: Partial<StampOptions> = {}) {
  const clock = { nowMs: 5_000 }
  const secret = Buffer.alloc(32, 7)
  const options = { kind: 'ticket', secret, lifeMs: LIFE_MS, nowMs: () => clock.nowMs, ...changes }
  return { stamps: createStamps(options), clock }
}

describe('a stamp', () => {
  it('is fresh for its subject until it is spent', () => {
    const { stamps } = setUp()
    fc.assert(
      fc.property(fc.string(), (subject) => {
        const stamp = stamps.issue(subject)
        expect(stamps.check(stamp, subject)).toBe('fresh')
        expect(stamps.check(stamp, subject)).toBe('fresh')
        stamps.spend(stamp)
        expect(stamps.check(stamp, subject)).toBe('used')
      }),
    )
  })

  it('is unknown for any other subject', () => {
    const { stamps } = setUp()
    fc.assert(
      fc.property(fc.string(), fc.string(), (subject, other) => {
        fc.pre(subject !== other)
        expect(stamps.check(stamps.issue(subject), other)).toBe('unknown')
      }),
    )
  })

  it('is unknown once any of its characters is another one', () => {
    const { stamps } = setUp()
    const stamp = stamps.issue('id')
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_='
    fc.assert(
      fc.property(fc.nat(stamp.length - 1), fc.nat(alphabet.length - 1), (at, index) => {
        const char = alphabet.charAt(index)
        fc.pre(stamp[at] !== char)
        expect(stamps.check(stamp.slice(0, at) + char + stamp.slice(at + 1), 'id')).toBe('unknown')
      }),
      { numRuns: 1_000 },
    )
  })

  it('is unknown when it is from the future, or says that it lives longer', () => {
    const { stamps, clock } = setUp()
    clock.nowMs += 1_000
    const later = stamps.issue('id')
    clock.nowMs -= 1_000
    expect(stamps.check(later, 'id')).toBe('unknown')
    const bytes = Buffer.from(stamps.issue('id'), 'base64url')
    bytes.writeUIntBE(clock.nowMs + 365 * 86_400_000, 0, 6)
    expect(stamps.check(bytes.toString('base64url'), 'id')).toBe('unknown')
  })

  it('is unknown when it is any text', () => {
    const { stamps } = setUp()
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(stamps.check(text, '')).toBe('unknown')
      }),
    )
  })

  it('is unknown to stamps of another kind or with another secret', () => {
    const { stamps } = setUp()
    const stamp = stamps.issue('')
    expect(setUp({ kind: 'nonce' }).stamps.check(stamp, '')).toBe('unknown')
    expect(setUp({ secret: Buffer.alloc(32, 8) }).stamps.check(stamp, '')).toBe('unknown')
  })

  it.each([
    [0, 'fresh'],
    [LIFE_MS - 1, 'fresh'],
    [LIFE_MS, 'expired'],
    [10 * LIFE_MS, 'expired'],
  ])('is, %d ms later, %s', (laterMs, state) => {
    const { stamps, clock } = setUp()
    const stamp = stamps.issue('')
    clock.nowMs += laterMs
    expect(stamps.check(stamp, '')).toBe(state)
  })

  it('is never fresh again, however many others are spent and whenever', () => {
    const step = fc.record({ waitMs: fc.nat(LIFE_MS), others: fc.nat(3) })
    fc.assert(
      fc.property(fc.nat(2 * LIFE_MS), fc.array(step), (startMs, steps) => {
        const { stamps, clock } = setUp()
        clock.nowMs += startMs
        const stamp = stamps.issue('')
        stamps.spend(stamp)
        for (const { waitMs, others } of steps) {
          clock.nowMs += waitMs
          for (let k = 0; k < others; k++) stamps.spend(stamps.issue(''))
          expect(stamps.check(stamp, '')).not.toBe('fresh')
        }
      }),
    )
  })
})
