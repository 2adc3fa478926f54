// Owns the one queue of a connection: descriptions and candidates, PeerJS's and ours, are applied one after the other, and a
// description waits there until it is known which fingerprint it must carry. The rule itself is in fingerprint-gate.ts.
import { checkDescription, type GateProblem } from './fingerprint-gate'

export interface Gate {
  /** Harmless twice with the same value; another one is a mismatch. */
  expect(fingerprint: string): void
  /** Runs `task` after everything before it. Rejects without running it once the gate is closed or too much waits. */
  run<T>(task: () => Promise<T>): Promise<T>
  /** Within a task: waits for the expected fingerprint, then rejects (and reports a mismatch) unless `description` carries it. */
  pass(description: RTCSessionDescriptionInit): Promise<void>
  /** What waits is rejected. Harmless twice. */
  close(): void
}

/** The largest burst a peer's candidates make while the accept is awaited is some 30. */
const MAX_WAITING = 200

export function createGate(onMismatch: (problem: GateProblem) => void): Gate {
  let expected: string | null = null
  let closed = false
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let decide: () => void = () => undefined
  const decided = new Promise<void>((resolve) => (decide = resolve))

  function refuse(problem: GateProblem): never {
    onMismatch(problem)
    throw new Error(`description refused: ${problem}`)
  }

  return {
    expect(fingerprint) {
      if (expected !== null && expected !== fingerprint) onMismatch('other-fingerprint')
      expected ??= fingerprint
      decide()
    },
    async run(task) {
      if (closed || waiting >= MAX_WAITING) throw new Error('connection closed or flooded')
      waiting += 1
      const turn = last.then(() => {
        waiting -= 1
        if (closed) throw new Error('connection closed')
        return task()
      })
      last = turn.catch(() => undefined) // whoever queued it hears of it; the queue goes on
      return turn
    },
    async pass({ type, sdp }) {
      await decided
      if (closed || expected === null) throw new Error('connection closed')
      if (type !== 'offer' && type !== 'answer') refuse('not-a-description')
      const problem = checkDescription(sdp ?? '', expected)
      if (problem) refuse(problem)
    },
    close() {
      closed = true
      decide()
    },
  }
}
