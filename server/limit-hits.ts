// Owns what is said about limits that were reached: a count for each, and a line for the operator now and then.
import { LIMITS, LIMIT_NAMES, type LimitName } from './limits'
import type { Log } from './log'

export interface LimitHits {
  hit(name: LimitName): void
  /** How often each was reached since the start. */
  readonly counts: ReadonlyMap<LimitName, number>
}

/** An attack reaches a limit thousands of times a minute. */
const TOLD_EVERY_MS = 10 * 60_000

export function createLimitHits(log: Log, nowMs: () => number): LimitHits {
  const counts = new Map<LimitName, number>(LIMIT_NAMES.map((name) => [name, 0]))
  const toldAtMs = new Map<LimitName, number>()
  return {
    counts,
    hit(name) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
      const told = toldAtMs.get(name)
      if (told !== undefined && nowMs() - told < TOLD_EVERY_MS) return
      toldAtMs.set(name, nowMs())
      log.warn(`a client reached the limit of ${LIMITS[name].of} that --${name} sets`)
    },
  }
}
