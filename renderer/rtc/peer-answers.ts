// Owns answers that reached nobody: after a server's restart we may be back before the other side is. PeerJS sends an
// answer once, and without it the connection that both sides agreed to never comes. Leaves frames without a line to
// peer-outbox.ts.
import type { Clock } from '../platform/clock'
import { frameOfConnection } from './peer-outbox'

/** Between the server's word that nobody took an answer and the next try. */
export const AGAIN_MS = 500
/** As long as the other side may take to come back: the back-off of its line, twice over. */
export const KEEP_MS = 15_000
const MAX_CONNECTIONS = 8
const MAX_FRAMES = 64

interface SentAnswer {
  readonly to: string
  readonly sentMs: number
  /** The answer, then the candidates that went after it. */
  readonly frames: unknown[]
  waits: boolean
}

export interface SentAnswers {
  /** A frame of PeerJS's went out. */
  sent(frame: unknown): void
  /** The server had nobody of this id. */
  expired(to: string): void
  /** That connection is closed. */
  forget(connectionId: string): void
}

export function createSentAnswers(clock: Clock, send: (frame: unknown) => void): SentAnswers {
  const answers = new Map<string, SentAnswer>()

  function tidy(): void {
    for (const [id, { sentMs }] of answers) if (clock.now() - sentMs > KEEP_MS) answers.delete(id)
    const [oldest] = answers.keys()
    if (answers.size > MAX_CONNECTIONS && oldest !== undefined) answers.delete(oldest)
  }

  function sendAgain(connectionId: string, answer: SentAnswer): void {
    answer.waits = false
    if (answers.get(connectionId) !== answer) return
    for (const frame of answer.frames) send(frame)
  }

  return {
    sent(frame) {
      const known = frameOfConnection(frame)
      if (known === null) return
      const { type, connectionId, to } = known
      const earlier = answers.get(connectionId)
      if (type === 'ANSWER' && !earlier) {
        answers.set(connectionId, { to, sentMs: clock.now(), frames: [frame], waits: false })
        tidy()
      } else if (type === 'CANDIDATE' && earlier && earlier.frames.length < MAX_FRAMES)
        earlier.frames.push(frame)
    },
    expired(to) {
      tidy()
      for (const [connectionId, answer] of answers) {
        if (answer.to !== to || answer.waits) continue
        answer.waits = true
        clock.after(AGAIN_MS, () => sendAgain(connectionId, answer))
      }
    },
    forget: (connectionId) => void answers.delete(connectionId),
  }
}
