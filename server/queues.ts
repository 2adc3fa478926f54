// Owns how much may wait for clients that read slowly: for one of them, and for all together. Who goes over is dropped.
import type { LimitHits } from './limit-hits'
import type { Limits } from './limits'

export interface SlowReader {
  /** Bytes that wait for it now. */
  readonly queuedBytes: number
  /** Without a word: it wouldn't be read. */
  drop(): void
}

export interface Queues {
  /** Before each frame: whether it may wait with the others. Otherwise `reader` has been dropped. */
  mayWait(reader: SlowReader): boolean
  /** Nothing waits for it any more. */
  forget(reader: SlowReader): void
}

/** Finding the slowest takes time: once it is too much, there is to be some room before it is again. */
const FULL_AGAIN = 3 / 4

/**
 * Counts only those for whom something waited when they were last sent to: for nearly all nothing does, and then it costs nothing.
 * What they have read since is looked up where the sum seems too much.
 */
export function createQueues(limits: () => Limits, hits: LimitHits): Queues {
  const behind = new Map<SlowReader, number>()
  let sum = 0

  function note(reader: SlowReader, bytes: number): void {
    sum += bytes - (behind.get(reader) ?? 0)
    if (bytes > 0) behind.set(reader, bytes)
    else behind.delete(reader)
  }

  function drop(reader: SlowReader): void {
    note(reader, 0)
    reader.drop()
  }

  /** The slowest ones go. */
  function makeRoom(downToBytes: number): void {
    for (const reader of behind.keys()) note(reader, reader.queuedBytes)
    if (sum <= downToBytes) return
    hits.hit('queued-bytes')
    for (const [reader] of [...behind].sort(([, one], [, other]) => other - one)) {
      drop(reader)
      if (sum <= downToBytes) return
    }
  }

  return {
    mayWait(reader) {
      const bytes = reader.queuedBytes
      if (bytes === 0 && behind.size === 0) return true
      note(reader, bytes)
      if (bytes > limits()['queued-bytes-per-socket']) {
        hits.hit('queued-bytes-per-socket')
        drop(reader)
        return false
      }
      const most = limits()['queued-bytes']
      if (sum > most) makeRoom(most * FULL_AGAIN)
      return bytes === 0 || behind.has(reader)
    },
    forget: (reader) => note(reader, 0),
  }
}
