// Owns what main is told of the tone that is played: the loudest of the last moment, a few times, and nothing of an element
// that stands still.
import type { Clock } from '../platform/clock'

export type ToneReportsOptions = {
  readonly clock: Pick<Clock, 'now'>
  readonly heard: (peak: number) => void
}

/** Main has better things to do. */
const REPORT_MS = 250
/** Silence with noise in it is below: −50 dB. */
const SOUNDS = 0.003
const ENOUGH = 3

export class ToneReports {
  readonly #audio: Pick<HTMLAudioElement, 'currentTime' | 'paused'>
  readonly #options: ToneReportsOptions
  #left = 0
  #toldMs = -Infinity
  #loudest = 0
  #lastTime = 0

  constructor(audio: Pick<HTMLAudioElement, 'currentTime' | 'paused'>, options: ToneReportsOptions) {
    this.#audio = audio
    this.#options = options
  }

  /** Another call rings. */
  begin(): void {
    this.#left = ENOUGH
  }

  isWanted(): boolean {
    return this.#left > 0
  }

  add(peak: number): void {
    const { currentTime, paused } = this.#audio
    const advances = currentTime !== this.#lastTime && !paused
    this.#lastTime = currentTime
    if (advances) this.#loudest = Math.max(this.#loudest, peak)
    const { clock, heard } = this.#options
    if (this.#loudest === 0 || clock.now() - this.#toldMs < REPORT_MS) return
    heard(this.#loudest)
    if (this.#loudest > SOUNDS) this.#left -= 1
    this.#toldMs = clock.now()
    this.#loudest = 0
  }
}
