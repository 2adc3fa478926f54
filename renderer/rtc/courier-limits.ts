// Owns how much of another side's messages is taken: token buckets, and the window of numbers that were seen. Pure.
import { fullLevel, takeTokens, type Allowance, type Level } from '../../shared/rate/token-bucket'

export interface Bucket {
  /** True while there is allowance left at that moment. */
  take(nowMs: number): boolean
  /** The whole burst is there again. */
  refill(): void
}

export function createBucket(allowance: Allowance): Bucket {
  let level: Level | null = null
  return {
    take: (nowMs) => takeTokens((level ??= fullLevel(allowance, nowMs)), allowance, nowMs),
    refill: () => void (level = null),
  }
}

/** A restart through the server is a description and up to some twenty candidates. */
export const SOURCE_ALLOWANCE: Allowance = { burst: 150, perSecond: 40 }
export const ALL_SOURCES_ALLOWANCE: Allowance = { burst: 600, perSecond: 200 }
/** A quiet call is two messages a second (ping, pong); a restart some twenty at once. */
export const CHANNEL_ALLOWANCE: Allowance = { burst: 200, perSecond: 60 }
/** One person's calls since one was answered: somebody who tries again and again, not a flood that fills the list of recent calls. */
export const INVITE_ALLOWANCE: Allowance = { burst: 30, perSecond: 1 }
/** Answers to calls that aren't there. */
export const REPLY_ALLOWANCE: Allowance = { burst: 20, perSecond: 2 }

/** How far back a number may still be new: on one way messages overtake those on the other. */
const WINDOW = 1024

export interface SeqWindow {
  /** True the first time a number is seen, false again and for numbers too far back to know. */
  isNew(seq: number): boolean
}

export function createSeqWindow(): SeqWindow {
  const seen = new Set<number>()
  let highest = 0
  return {
    isNew(seq) {
      if (seq <= highest - WINDOW || seen.has(seq)) return false
      seen.add(seq)
      highest = Math.max(highest, seq)
      if (seen.size > 2 * WINDOW) for (const old of seen) if (old <= highest - WINDOW) seen.delete(old)
      return true
    },
  }
}

/** One of something for each key, made when it is first asked for; the one unused for longest goes first. */
export function createRecent<T>(kept: number, make: () => T): (key: string) => T {
  const all = new Map<string, T>()
  return (key) => {
    const one = all.get(key) ?? make()
    // Put last: a Map keeps the order of insertion.
    all.delete(key)
    all.set(key, one)
    for (const oldest of all.keys()) {
      if (all.size <= kept) break
      all.delete(oldest)
    }
    return one
  }
}
