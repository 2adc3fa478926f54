// Owns what counts as asking whether somebody is there: the answer to a message or an offer tells that, so each one to somebody
// who hasn't written back is a question. Frames of a conversation are none. How many may be asked is rates.ts.
import { identityOfPeerId } from '../shared/protocol/identity'
import type { AskedTooOften, Rates } from './rates'

export interface Asking {
  /** Before a frame goes whose answer would tell whether `to` is there. Null: it may go. */
  refusal(from: string, to: string): AskedTooOften | null
  /** A frame of `from` has reached `to`, who may write back. */
  reached(from: string, to: string): void
}

/** With a question go the offer, and a cancel with its one repeat. */
const BEHIND = 3
/** What a frame from the other side is worth: it may be the answer to several at once, as with candidates. */
const PER_REPLY = 4
/** One restart of a connection with all its candidates, ahead of the first reply. */
const MOST_FREE = 32
const IDENTITY_CHARS = 32
/** The newest: a few MB. Whoever is forgotten starts anew. */
const KEPT = 20_000

export function createAsking(rates: Pick<Rates, 'question'>): Asking {
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
      const refused = rates.question(from, to)
      if (refused === null) free.set(pair, BEHIND)
      return refused
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
