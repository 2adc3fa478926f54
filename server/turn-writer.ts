// Owns that a connection is written to once for each turn of the event loop, however many frames came together for it: a write
// is a call of the system, and costs more than all else about a small frame.
import type { Writable } from 'node:stream'

export interface TurnWriter {
  /** What is written from now on goes when this turn has read all that there was to read. The order stays. */
  hold(connection: Writable): void
}

export function createTurnWriter(): TurnWriter {
  let held: Writable[] = []
  const letGo = (): void => {
    const now = held
    held = []
    for (const connection of now) connection.uncork()
  }
  return {
    hold(connection) {
      if (connection.writableCorked > 0) return
      connection.cork()
      // After this turn's reads, before the next turn's.
      if (held.push(connection) === 1) setImmediate(letGo)
    },
  }
}
