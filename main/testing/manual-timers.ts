// Owns timers that only move when a test says so, in the shape of system/timers.ts.

export interface ManualTimers {
  after(ms: number, run: () => void): () => void
  every(ms: number, run: () => void): () => void
  /** Runs what is due, in order. */
  advance(ms: number): void
  readonly pending: number
  nowMs(): number
}

type Timer = { at: number; readonly everyMs: number | null; readonly run: () => void }

export function createManualTimers(): ManualTimers {
  let now = 0
  let timers: readonly Timer[] = []

  function add(ms: number, everyMs: number | null, run: () => void): () => void {
    const timer: Timer = { at: now + ms, everyMs, run }
    timers = [...timers, timer]
    return () => {
      timers = timers.filter((one) => one !== timer)
    }
  }

  function nextBefore(limit: number): Timer | undefined {
    return [...timers].sort((a, b) => a.at - b.at).find((one) => one.at <= limit)
  }

  return {
    after: (ms, run) => add(ms, null, run),
    every: (ms, run) => add(ms, ms, run),
    advance(ms) {
      const end = now + ms
      for (let due = nextBefore(end); due; due = nextBefore(end)) {
        const timer = due
        now = timer.at
        if (timer.everyMs === null) timers = timers.filter((one) => one !== timer)
        else timer.at += timer.everyMs
        timer.run()
      }
      now = end
    },
    nowMs: () => now,
    get pending() {
      return timers.length
    },
  }
}
