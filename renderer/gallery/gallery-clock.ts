// Owns a clock that stands still, so that a picture taken twice is the same; with `runs` only its wall time is fixed.
import { systemClock, type Clock } from '../platform/clock'

/** A Friday, a little after noon, wherever the browser is. */
export const GALLERY_NOW = new Date(2026, 10, 20, 13, 5).getTime()
const STARTED_MS = 3_600_000

export function galleryClock(runs: boolean): Clock {
  if (runs) return { ...systemClock, wallNow: () => GALLERY_NOW }
  return {
    now: () => STARTED_MS,
    wallNow: () => GALLERY_NOW,
    after: () => () => undefined,
    every: () => () => undefined,
  }
}
