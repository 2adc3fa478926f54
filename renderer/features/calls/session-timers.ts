// Owns one call's running timers: each at most once, none after the call.
import type { Clock } from '../../platform/clock'
import type { CallTimer } from './call-timing'

export class SessionTimers {
  readonly #running = new Map<CallTimer, () => void>()
  readonly #clock: Clock
  readonly #onFired: (timer: CallTimer) => void

  constructor(clock: Clock, onFired: (timer: CallTimer) => void) {
    this.#clock = clock
    this.#onFired = onFired
  }

  /** Anew where it runs already. */
  start(timer: CallTimer, ms: number): void {
    this.stop(timer)
    const stop = this.#clock.after(ms, () => {
      this.#running.delete(timer)
      this.#onFired(timer)
    })
    this.#running.set(timer, stop)
  }

  stop(timer: CallTimer): void {
    this.#running.get(timer)?.()
    this.#running.delete(timer)
  }

  stopAll(): void {
    for (const timer of [...this.#running.keys()]) this.stop(timer)
  }
}
