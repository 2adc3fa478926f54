// Owns which connections there are at one server, which PeerJS frames may reach them, and how many offers wait unclaimed.
// PeerJS itself would keep candidates of nobody, and let a second offer close the connection of the first.
import type { Clock } from '../platform/clock'
import type { MediaFrame } from './peer-frames'

export const PARKED_MAX = 8
export const PARKED_MS = 5_000
/** Some 30 are usual; a peer with many network interfaces has 100. */
const MAX_CANDIDATES = 200

export interface Connections {
  /** Whether PeerJS may see this frame. */
  admit(frame: MediaFrame): boolean
  /** A connection that we offer. */
  opened(peer: string, connectionId: string): void
  /** An offer that arrived: `expire` runs unless it is claimed in time. Makes room by letting the oldest go. */
  parked(peer: string, connectionId: string, expire: () => void): void
  /** False where it is gone. */
  claim(peer: string, connectionId: string): boolean
  closed(peer: string, connectionId: string): void
  has(peer: string, connectionId: string): boolean
}

interface Entry {
  readonly peer: string
  awaitsAnswer: boolean
  candidates: number
  parking: { readonly undo: () => void; readonly expire: () => void } | null
}

/** `onLast`: the last connection with this peer is gone, so PeerJS can forget that peer. */
export function createConnections(clock: Clock, onLast: (peer: string) => void): Connections {
  // In order of arrival.
  const entries = new Map<string, Entry>()
  const keyOf = (peer: string, connectionId: string) => `${peer} ${connectionId}`

  function makeRoom(): void {
    const unclaimed = [...entries.values()].filter((entry) => entry.parking)
    if (unclaimed.length >= PARKED_MAX) unclaimed[0]?.parking?.expire()
  }

  return {
    admit({ type, src, payload }) {
      const entry = entries.get(keyOf(src, payload.connectionId))
      if (type === 'OFFER') return !entry
      if (!entry) return false
      if (type === 'ANSWER') {
        const first = entry.awaitsAnswer
        entry.awaitsAnswer = false
        return first
      }
      entry.candidates += 1
      return entry.candidates <= MAX_CANDIDATES
    },
    opened(peer, connectionId) {
      entries.set(keyOf(peer, connectionId), { peer, awaitsAnswer: true, candidates: 0, parking: null })
    },
    parked(peer, connectionId, expire) {
      makeRoom()
      const parking = { undo: clock.after(PARKED_MS, expire), expire }
      entries.set(keyOf(peer, connectionId), { peer, awaitsAnswer: false, candidates: 0, parking })
    },
    claim(peer, connectionId) {
      const entry = entries.get(keyOf(peer, connectionId))
      entry?.parking?.undo()
      if (entry) entry.parking = null
      return entry !== undefined
    },
    closed(peer, connectionId) {
      const key = keyOf(peer, connectionId)
      entries.get(key)?.parking?.undo()
      if (!entries.delete(key)) return
      if (![...entries.values()].some((entry) => entry.peer === peer)) onLast(peer)
    },
    has: (peer, connectionId) => entries.has(keyOf(peer, connectionId)),
  }
}
