// Owns not taking a click that was meant for what was there before: the window comes up under a hand that is at work.
import type { Clock } from '../platform/clock'

/** Longer than a double click and than it takes to see that something else is there. */
export const GUARD_MS = 400

export interface PressGuard {
  /** What can be pressed came onto the screen, or changed its place, now. */
  appeared(): void
  gone(): void
  readonly isThere: boolean
  mayPress(): boolean
}

export function createPressGuard(clock: Pick<Clock, 'now'>): PressGuard {
  let since: number | null = null
  return {
    appeared: () => void (since = clock.now()),
    gone: () => void (since = null),
    get isThere() {
      return since !== null
    },
    mayPress: () => since !== null && clock.now() - since >= GUARD_MS,
  }
}
