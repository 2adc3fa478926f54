// Owns how long our server takes to echo heartbeats, which travel over the same line as everything else of this side. Pure.
// A stock server echoes none: then nothing is known.

/** Of the last half minute. */
export interface Beats {
  /** How many were timed. */
  readonly count: number
  /** How much later than the quickest echo ever the slowest of them came; null while none came. */
  readonly lateMs: number | null
}

export const NO_BEATS: Beats = { count: 0, lateMs: null }

/** At one beat in 5 s. */
const KEPT = 6
/** More in the air than that, and the line is dead or the server echoes nothing. */
const IN_THE_AIR = 16

export class HeartbeatTimes {
  private sentMs: readonly number[] = []
  private tookMs: readonly number[] = []
  private quickestMs = Infinity

  sent(nowMs: number): void {
    this.sentMs = [...this.sentMs, nowMs].slice(-IN_THE_AIR)
  }

  /** The server echoes them in order. */
  echoed(nowMs: number): void {
    const [sentMs, ...later] = this.sentMs
    if (sentMs === undefined) return
    this.sentMs = later
    const took = nowMs - sentMs
    this.tookMs = [...this.tookMs, took].slice(-KEPT)
    this.quickestMs = Math.min(this.quickestMs, took)
  }

  /** The line went down: what was in the air has no echo. What is quick on it stays known. */
  lost(): void {
    this.sentMs = []
    this.tookMs = []
  }

  /** A beat that is still in the air is at least as late as it is old. */
  read(nowMs: number): Beats {
    if (this.tookMs.length === 0) return NO_BEATS
    const waiting = nowMs - (this.sentMs[0] ?? nowMs)
    const slowest = Math.max(waiting, ...this.tookMs)
    return { count: this.tookMs.length, lateMs: Math.max(0, slowest - this.quickestMs) }
  }
}
