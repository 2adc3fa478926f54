// Owns PeerJS's own frames while there is no line: PeerJS would drop an offer, an answer or a candidate without a word.
const MAX_FRAMES = 64
const KEPT: ReadonlySet<unknown> = new Set(['OFFER', 'ANSWER', 'CANDIDATE'])

export interface Outbox {
  /**
   * Keeps a frame of a connection for the next time the line is open; the oldest goes where there are too many.
   * False for anything else: messages have their own outcome, and whoever reads it sends them again.
   */
  keep(frame: unknown): boolean
  /** That connection is closed. */
  drop(connectionId: string): void
  /** All that was kept, in order. */
  take(): readonly unknown[]
}

export function createOutbox(): Outbox {
  let kept: { readonly frame: unknown; readonly connectionId: string }[] = []
  return {
    keep(frame) {
      const connectionId = connectionIdOf(frame)
      if (connectionId === null) return false
      kept.push({ frame, connectionId })
      if (kept.length > MAX_FRAMES) kept.shift()
      return true
    },
    drop(connectionId) {
      kept = kept.filter((entry) => entry.connectionId !== connectionId)
    },
    take() {
      const frames = kept.map(({ frame }) => frame)
      kept = []
      return frames
    },
  }
}

function connectionIdOf(frame: unknown): string | null {
  if (typeof frame !== 'object' || frame === null || !('type' in frame) || !KEPT.has(frame.type)) return null
  const payload = 'payload' in frame ? frame.payload : null
  if (typeof payload !== 'object' || payload === null || !('connectionId' in payload)) return null
  return typeof payload.connectionId === 'string' ? payload.connectionId : null
}
