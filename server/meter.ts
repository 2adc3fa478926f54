// Owns one rate for each of many keys (addresses, ids): token buckets that are forgotten once they are full again.
// Synchronous, because nothing between reading a frame and sending it may wait (docs/decisions/0013-limits.md).
import { fullLevel, msUntilTokens, takeTokens, type Allowance, type Level } from '../shared/rate/token-bucket'

export interface Meter {
  /** 0 where there was enough left for this key; otherwise in how many ms it pays to try again. */
  take(key: string, cost?: number): number
}

/** A bucket is about 100 bytes. Past this the oldest are forgotten early: memory is worth more than a limit kept to the letter. */
const MAX_KEYS = 100_000
/** Who comes back with one token would be sent away at the next message. */
const SHARE_TO_WAIT_FOR = 1 / 4

/** `allowance` is read each time, so that it may change. */
export function createMeter(allowance: () => Allowance, nowMs: () => number): Meter {
  let current = new Map<string, Level>()
  let previous = new Map<string, Level>()
  let turnedAtMs = nowMs()

  function levelOf(key: string, now: number, { burst, perSecond }: Allowance): Level {
    const known = current.get(key)
    if (known) return known
    // Not touched for as long as a refill takes, it would be full.
    if (now - turnedAtMs >= (burst / perSecond) * 1000 || current.size >= MAX_KEYS) {
      previous = current
      current = new Map()
      turnedAtMs = now
    }
    const level = previous.get(key) ?? fullLevel({ burst, perSecond }, now)
    current.set(key, level)
    return level
  }

  return {
    take(key, cost = 1) {
      const now = nowMs()
      const rate = allowance()
      const level = levelOf(key, now, rate)
      if (takeTokens(level, rate, now, cost)) return 0
      return Math.ceil(msUntilTokens(level, rate, Math.max(cost, rate.burst * SHARE_TO_WAIT_FOR)))
    },
  }
}
