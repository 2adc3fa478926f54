// Owns one rate for each of many keys (addresses, ids): token buckets that are forgotten once they are full again.
// Synchronous, because nothing between reading a frame and sending it may wait (docs/decisions/0013-limits.md).
import {
  fullLevel,
  msUntilTokens,
  overdraw,
  refill,
  takeTokens,
  type Allowance,
  type Level,
} from '../shared/rate/token-bucket'

export interface Meter {
  /** 0 where there was enough left for this key; otherwise in how many ms it pays to try again. */
  take(key: string, cost?: number): number
  /** As `take` of one, and nothing is taken. */
  wait(key: string): number
  /** For who goes on in spite of having to wait: a longer wait, and whether it can't get any longer. */
  penalise(key: string): Penalty
}

export interface Penalty {
  readonly waitMs: number
  readonly isWorst: boolean
}

/** A bucket is about 100 bytes. Past this the oldest are forgotten early: memory is worth more than a limit kept to the letter. */
const MAX_KEYS = 100_000
/** Who comes back with one token would be sent away at the next message. */
const SHARE_TO_WAIT_FOR = 1 / 4

export interface MeterOptions {
  /** Read each time, so that it may change. */
  readonly allowance: () => Allowance
  readonly nowMs: () => number
  /** It pays to come back for a single one: nothing follows it. */
  readonly single?: boolean
}

export function createMeter({ allowance, nowMs, single = false }: MeterOptions): Meter {
  let current = new Map<string, Level>()
  let previous = new Map<string, Level>()
  let turnedAtMs = nowMs()

  function levelOf(key: string, now: number, { burst, perSecond }: Allowance): Level {
    const known = current.get(key)
    if (known) return known
    // Not touched for as long as a refill takes, from the deepest debt, it would be full.
    if (now - turnedAtMs >= ((2 * burst) / perSecond) * 1000 || current.size >= MAX_KEYS) {
      previous = current
      current = new Map()
      turnedAtMs = now
    }
    const level = previous.get(key) ?? fullLevel({ burst, perSecond }, now)
    current.set(key, level)
    return level
  }

  const waitFor = (level: Level, rate: Allowance, tokens: number): number =>
    Math.ceil(msUntilTokens(level, rate, tokens))
  const worthWhile = (cost: number, { burst }: Allowance): number =>
    single ? cost : Math.max(cost, burst * SHARE_TO_WAIT_FOR)

  return {
    take(key, cost = 1) {
      const now = nowMs()
      const rate = allowance()
      const level = levelOf(key, now, rate)
      return takeTokens(level, rate, now, cost) ? 0 : waitFor(level, rate, worthWhile(cost, rate))
    },
    wait(key) {
      const now = nowMs()
      const rate = allowance()
      const level = levelOf(key, now, rate)
      refill(level, rate, now)
      return level.tokens >= 1 ? 0 : waitFor(level, rate, worthWhile(1, rate))
    },
    penalise(key) {
      const now = nowMs()
      const rate = allowance()
      const level = levelOf(key, now, rate)
      overdraw(level, rate, now)
      return { waitMs: waitFor(level, rate, 1), isWorst: level.tokens <= -rate.burst }
    },
  }
}
