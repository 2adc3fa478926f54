// Owns time in tests: nothing happens until the test moves it, then everything in its order.
import type { Clock, Ids } from '../clock'

export interface FakeClock extends Clock {
  /** Lets promises settle without moving time. */
  settle(): Promise<void>
  /** Runs every timer that falls due, each at its time, with promises settled in between. */
  advance(ms: number): Promise<void>
  /** How many timers wait: none may be left when everything has ended. */
  waiting(): number
}

interface Timer {
  readonly id: number
  readonly everyMs: number | null
  readonly run: () => void
  dueMs: number
}

/** Wall time is a fixed day, so that records can be compared. */
const WALL_START = Date.UTC(2026, 0, 1)

export function createFakeClock(): FakeClock {
  const timers = new Map<number, Timer>()
  let nowMs = 0
  let ids = 0

  function add(ms: number, everyMs: number | null, run: () => void): () => void {
    ids += 1
    const timer = { id: ids, everyMs, run, dueMs: nowMs + Math.max(0, ms) }
    timers.set(timer.id, timer)
    return () => timers.delete(timer.id)
  }

  /** Of those due at the same moment the first one set. */
  function next(untilMs: number): Timer | null {
    let first: Timer | null = null
    for (const timer of timers.values()) {
      if (timer.dueMs <= untilMs && (!first || timer.dueMs < first.dueMs)) first = timer
    }
    return first
  }

  const clock: FakeClock = {
    now: () => nowMs,
    wallNow: () => WALL_START + nowMs,
    after: (ms, run) => add(ms, null, run),
    every: (ms, run) => add(ms, ms, run),
    // A macrotask of the real loop: every promise that can settle has settled before it runs.
    settle: () => new Promise((resolve) => setTimeout(resolve, 0)),
    async advance(ms) {
      const untilMs = nowMs + ms
      await clock.settle()
      for (let timer = next(untilMs); timer; timer = next(untilMs)) {
        nowMs = Math.max(nowMs, timer.dueMs)
        if (timer.everyMs === null) timers.delete(timer.id)
        else timer.dueMs += timer.everyMs
        timer.run()
        await clock.settle()
      }
      nowMs = untilMs
    },
    waiting: () => timers.size,
  }
  return clock
}

/** Ids that differ and are the same in every run. */
export function createFakeIds(seed = 0): Ids {
  let count = seed
  return {
    hex(digits) {
      count += 1
      return count.toString(16).padStart(digits, '0').slice(-digits)
    },
    random: () => 0.5,
  }
}
