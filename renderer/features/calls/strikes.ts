// Owns the count of what a call's other side does wrong, and the bound past which the call ends. Pure.
import type { MessageProblem } from '../../rtc/courier-check'

export type Strike = MessageProblem | 'wrong-state'

/** Rare mishaps (a message overtaken by another) never add up to this. */
const BOUND = 50
/** Messages over the allowance cost nothing to drop; this many in one call are meant badly. */
const FLOOD_BOUND = 500

export interface Strikes {
  /** True when that one was too many. */
  add(strike: Strike): boolean
}

export function createStrikes(): Strikes {
  let wrong = 0
  let dropped = 0
  return {
    add(strike) {
      // Kinds of a later version are ignored for as long as they stay within the allowance.
      if (strike === 'unknown-kind') return false
      if (strike === 'rate-limited') dropped += 1
      else wrong += 1
      return wrong > BOUND || dropped > FLOOD_BOUND
    },
  }
}
