// Owns how often anybody may ask whether somebody is there: per sender, per target. The answer to a message or an offer
// tells that, so each one to somebody who hasn't written back is a question. Frames of a conversation are none.
import { identityOfPeerId } from '../shared/protocol/identity'

export interface Asking {
  /** Before a frame goes whose answer would tell whether `to` is there. Null: it may go. */
  refusal(from: string, to: string): Refusal | null
  /** A frame of `from` has reached `to`, who may write back. */
  reached(from: string, to: string): void
}

export interface Refusal {
  /** Sooner it is refused again. */
  readonly retryAfterMs: number
  /** Asked on in spite of it: not served any more. */
  readonly ends: boolean
}

/**
 * Twice the 60 calls that somebody may place in a row for fun, or the bench; then one every 2 s, which nobody does by hand.
 * Whoever asks on in spite of it waits for that, too, and loses the socket at the length of a whole burst.
 */
export const SENDER = { burst: 120, everyMs: 2_000 } as const
/** Four times the 50 who may call one person at the same moment; then two a second. */
export const TARGET = { burst: 200, everyMs: 500 } as const

/** With a question go the offer, and a cancel with its one repeat. */
const BEHIND = 3
/** What a frame from the other side is worth: it may be the answer to several at once, as with candidates. */
const PER_REPLY = 4
/** One restart of a connection with all its candidates, ahead of the first reply. */
const MOST_FREE = 32
const IDENTITY_CHARS = 32
/** Of each kind, the newest: a few MB. Whoever is forgotten starts anew. */
const KEPT = 20_000

/** `nowMs` is monotonic. */
export function createAsking(nowMs: () => number): Asking {
  const bySender = createPace(SENDER, nowMs)
  const byTarget = createPace(TARGET, nowMs)
  const free = createMemory()
  return {
    refusal(fromId, toId) {
      const [from, to] = [ownerOf(fromId), ownerOf(toId)]
      if (from === to) return null
      const pair = `${from} ${to}`
      const left = free.get(pair) ?? 0
      if (left > 0) {
        free.set(pair, left - 1)
        return null
      }
      const tooSoonMs = bySender.take(from)
      if (tooSoonMs > 0) return { retryAfterMs: bySender.penalise(from), ends: bySender.isSpent(from) }
      const fullMs = byTarget.take(to)
      if (fullMs > 0) return { retryAfterMs: fullMs, ends: false }
      free.set(pair, BEHIND)
      return null
    },
    reached(fromId, toId) {
      const back = `${ownerOf(toId)} ${ownerOf(fromId)}`
      free.set(back, Math.min((free.get(back) ?? 0) + PER_REPLY, MOST_FREE))
    },
  }
}

/** A person's visits are the person. */
const ownerOf = (peerId: string): string =>
  // Only a visit has a longer one, and this is asked several times for each message.
  peerId.length === IDENTITY_CHARS ? peerId : (identityOfPeerId(peerId) ?? peerId)

interface PaceOptions {
  readonly burst: number
  readonly everyMs: number
}

/** A token bucket per key, kept as the moment at which it would be full again (the cell rate algorithm of ATM, GCRA). */
function createPace({ burst, everyMs }: PaceOptions, nowMs: () => number) {
  const fullAt = createMemory()
  const debtMs = (key: string): number => Math.max((fullAt.get(key) ?? 0) - nowMs(), 0)
  const waitMs = (key: string): number => Math.ceil(Math.max(debtMs(key) + everyMs - burst * everyMs, 0))
  const most = 2 * burst * everyMs
  const charge = (key: string): void => fullAt.set(key, nowMs() + Math.min(debtMs(key) + everyMs, most))
  return {
    /** 0 where it was taken, else the milliseconds until there is one. */
    take(key: string): number {
      const wait = waitMs(key)
      if (wait === 0) charge(key)
      return wait
    },
    /** For asking too soon; what it has to wait now. */
    penalise(key: string): number {
      charge(key)
      return waitMs(key)
    },
    isSpent: (key: string): boolean => debtMs(key) >= most,
  }
}

/** A map that forgets what wasn't written for longest. */
function createMemory(): Pick<Map<string, number>, 'get'> & { set(key: string, value: number): void } {
  const kept = new Map<string, number>()
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      if (kept.size <= KEPT) return
      for (const oldest of kept.keys()) return void kept.delete(oldest)
    },
  }
}
