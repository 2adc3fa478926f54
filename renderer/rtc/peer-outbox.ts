// Owns PeerJS's own frames while there is no line: PeerJS would drop an offer, an answer or a candidate without a word.
import * as z from 'zod'

const MAX_FRAMES = 64

const frameSchema = z.object({
  type: z.enum(['OFFER', 'ANSWER', 'CANDIDATE']),
  dst: z.string(),
  payload: z.object({ connectionId: z.string() }),
})

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
      const connectionId = frameOfConnection(frame)?.connectionId ?? null
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

export interface ConnectionFrame {
  readonly type: string
  readonly connectionId: string
  readonly to: string
}

/** Null for a frame that is of no connection. */
export function frameOfConnection(frame: unknown): ConnectionFrame | null {
  const read = frameSchema.safeParse(frame)
  if (!read.success) return null
  const { type, dst, payload } = read.data
  return { type, connectionId: payload.connectionId, to: dst }
}
