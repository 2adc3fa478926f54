// Owns following what is wrong with one call, second by second: this side's own figures, what the other side last said of its
// own, and a diagnosis that doesn't flicker. The rules are choose-diagnosis.ts.
import type { Beats } from '../../rtc/heartbeat-times'
import { chooseDiagnosis, type Diagnosis, type LineFigures } from './choose-diagnosis'
import type { Quality, StatsSample } from './stats-store'

/** Seconds that figures are about. */
const LOOK_BACK = 10
/** The other side is told each so many seconds. */
export const TELL_EVERY = 5
/** What it said counts for so long: three of its turns. */
const FRESH_MS = 15_000
/** Seconds that something must be so before it is shown, and gone before it is taken away. */
const SHOWN_AFTER = 3
const GONE_AFTER = 5
/** Seconds that it must have been shown before it is said unasked. */
const SAID_AFTER = 5

export interface Seen {
  readonly diagnosis: Diagnosis | null
  /** Worth saying to somebody who didn't ask: it lasts, and the call suffers. */
  readonly warns: boolean
  /** For the other side, in its turn. */
  readonly tell: LineFigures | null
}

export class Diagnosing {
  #seconds = 0
  #heard: { readonly line: LineFigures; readonly atMs: number } | null = null
  #shown: Diagnosis | null = null
  #shownFor = 0
  #next: Diagnosis | null = null
  #nextFor = 0

  hear(line: LineFigures, atMs: number): void {
    this.#heard = { line, atMs }
  }

  /** Once a second; the newest sample is the last. */
  look(samples: readonly StatsSample[], quality: Quality, beats: Beats): Seen {
    const last = samples.slice(-LOOK_BACK)
    const mine = lineOf(last, beats)
    const newest = last[last.length - 1]
    const atMs = newest?.atMs ?? 0
    const theirs = this.#heard && atMs - this.#heard.atMs <= FRESH_MS ? this.#heard.line : null
    this.#settle(
      chooseDiagnosis({
        ...{ mine, theirs, route: newest?.route ?? null },
        rttMs: mean(last, (sample) => sample.rttMs),
        sentLossPct: mean(last, (sample) => sample.sent.lossPct),
      }),
    )
    this.#seconds += 1
    const suffers = quality === 'weak' || quality === 'poor'
    return {
      diagnosis: this.#shown,
      warns: this.#shown !== null && this.#shownFor >= SAID_AFTER && suffers,
      tell: this.#seconds % TELL_EVERY === 0 ? mine : null,
    }
  }

  #settle(is: Diagnosis | null): void {
    this.#shownFor += 1
    this.#nextFor = is === this.#next ? this.#nextFor + 1 : 1
    this.#next = is
    if (is === this.#shown || this.#nextFor < (is === null ? GONE_AFTER : SHOWN_AFTER)) return
    this.#shown = is
    this.#shownFor = 0
  }
}

export function lineOf(samples: readonly StatsSample[], { count, lateMs }: Beats): LineFigures {
  return {
    ...{ lateMs, beats: count },
    lossPct: mean(samples, (sample) => sample.received.lossPct),
    jitterMs: mean(samples, (sample) => sample.received.jitterMs),
    busy: samples.filter((sample) => sample.busy).length > LOOK_BACK / 2,
  }
}

function mean(samples: readonly StatsSample[], read: (sample: StatsSample) => number | null): number | null {
  const values = samples.map(read).filter((value) => value !== null)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
