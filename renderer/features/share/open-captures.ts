// Owns the captures that are open: each opened once, in turn, and closed as soon as nobody wants it any more, also where it
// comes late.
import type { FailureCode } from '../../../shared/failure'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import type { Capture, ScreenCapture } from '../../rtc/screen-capture'
import type { ShareEffect } from './share-state'

type CaptureOrder = Extract<ShareEffect, { do: 'openCapture' }>
type CaptureLimit = Pick<CaptureOrder, 'attempt' | 'wish' | 'hint'>

export interface OpenCapturesDeps {
  readonly capture: ScreenCapture
  readonly desktop: Pick<Desktop, 'call'>
  readonly clock: Pick<Clock, 'now'>
  readonly onOpened: (attempt: number, capture: Capture) => void
  readonly onFailed: (attempt: number, code: FailureCode, tookMs: number) => void
  readonly onEnded: (attempt: number) => void
}

export class OpenCaptures {
  readonly #deps: OpenCapturesDeps
  readonly #open = new Map<number, Capture>()
  /** Set while they were on their way. */
  readonly #limits = new Map<number, CaptureLimit>()
  #wanted: ReadonlySet<number> = new Set()
  /** Main lets through the next request for what was chosen last: so there is one at a time. */
  #turn: Promise<void> = Promise.resolve()

  constructor(deps: OpenCapturesDeps) {
    this.#deps = deps
  }

  readonly of = (attempt: number): Capture | null => this.#open.get(attempt) ?? null

  open(order: CaptureOrder): void {
    this.#turn = this.#turn.then(() => this.#openInTurn(order))
  }

  /** Now, or as soon as it is there. */
  limit(limit: CaptureLimit): void {
    const capture = this.#open.get(limit.attempt)
    if (capture) apply(capture, limit)
    else if (this.#wanted.has(limit.attempt)) this.#limits.set(limit.attempt, limit)
  }

  /**
   * Closes every other one, now or when it comes. `sent`: until then it may still be what is sent. Of a track that ends while it is
   * sent Chromium makes one more frame, a black one, which the other side would be shown.
   */
  keep(wanted: ReadonlySet<number>, sent: Promise<void> | null = null): void {
    this.#wanted = wanted
    for (const attempt of [...this.#limits.keys()]) if (!wanted.has(attempt)) this.#limits.delete(attempt)
    for (const [attempt, capture] of [...this.#open]) {
      if (wanted.has(attempt)) continue
      this.#open.delete(attempt)
      if (sent) void sent.finally(() => capture.close())
      else capture.close()
    }
  }

  async #openInTurn({ attempt, source, wish, hint }: CaptureOrder): Promise<void> {
    if (!this.#wanted.has(attempt)) return
    const { desktop, capture, clock } = this.#deps
    const beganMs = clock.now()
    const failed = (code: FailureCode): void => this.#deps.onFailed(attempt, code, clock.now() - beganMs)
    const chosen = await desktop.call('share.choose', { source, sound: wish.sound })
    if (!chosen.ok) return failed(chosen.code)
    if (!this.#wanted.has(attempt)) return
    const opened = await capture.open(wish)
    if (!opened.ok) return failed(opened.code)
    if (!this.#wanted.has(attempt)) return opened.value.close()
    opened.value.picture.contentHint = hint
    this.#open.set(attempt, opened.value)
    const limit = this.#limits.get(attempt)
    if (limit) apply(opened.value, limit)
    this.#limits.delete(attempt)
    opened.value.onEnded(() => this.#deps.onEnded(attempt))
    this.#deps.onOpened(attempt, opened.value)
  }
}

function apply(capture: Capture, { wish, hint }: CaptureLimit): void {
  capture.picture.contentHint = hint
  void capture.limit(wish)
}
