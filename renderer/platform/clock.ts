// Owns time, timers and random ids, so that controllers can be tested without waiting.

export interface Clock {
  /** Monotonic milliseconds; every rule uses this. */
  now(): number
  /** Wall clock, milliseconds since 1970; only ever shown or stored. */
  wallNow(): number
  /** Returns its undo. */
  after(ms: number, run: () => void): () => void
  every(ms: number, run: () => void): () => void
}

export interface Ids {
  /** n lower-case hex digits from a cryptographic source. */
  hex(digits: number): string
  /** Uniform in [0, 1), for jitter. */
  random(): number
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  every(ms, run) {
    const timer = setInterval(run, ms)
    return () => clearInterval(timer)
  },
}

export const systemIds: Ids = {
  hex(digits) {
    const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(digits / 2)))
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .slice(0, digits)
  },
  random: () => Math.random(),
}
