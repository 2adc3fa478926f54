// Owns the count of what a call's other side does wrong, and the bound past which the call ends. Pure.
import type { MessageProblem } from '../../rtc/courier-check'
import type { Allowance } from '../../../shared/rate/token-bucket'
import { createBucket } from '../../rtc/courier-limits'

export type Strike = MessageProblem | 'wrong-state'

/** Mishaps (a message overtaken by another, a negotiation that failed here) are forgotten, so that a long call collects none. */
const WRONG: Allowance = { burst: 50, perSecond: 0.1 }
/** Messages over the allowance cost nothing to drop; so many at once are meant badly. */
const DROPPED: Allowance = { burst: 500, perSecond: 1 }

export interface Strikes {
  /** True when that one was too many. */
  add(strike: Strike, nowMs: number): boolean
}

export function createStrikes(): Strikes {
  const wrong = createBucket(WRONG)
  const dropped = createBucket(DROPPED)
  return {
    add(strike, nowMs) {
      // Kinds of a later version are ignored for as long as they stay within the allowance.
      if (strike === 'unknown-kind') return false
      const allowance = strike === 'rate-limited' ? dropped : wrong
      return !allowance.take(nowMs)
    },
  }
}
