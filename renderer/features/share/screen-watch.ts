// Owns looking at one call's screen figures while somebody needs them: telling the presenter what this side sees of a shared
// screen, and sharing what the line takes. One question at a time, none while nobody needs an answer.
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import type { Clock } from '../../platform/clock'
import type { Log } from '../../platform/log'
import type { StatsEntry } from '../../rtc/read-stats'
import { readScreenStats } from '../../rtc/screen-stats'
import type { SentFrames } from './choose-remedies'
import { countSeen, type SeenCount } from './count-seen'
import type { SeenByViewer } from './share-store'

export const LOOK_MS = 2_000

export interface WatchedCall {
  readonly callId: string
  /** CallPath.stats of the call's connection. */
  stats(): Promise<RTCStatsReport>
}

export interface Watching {
  /** null: no connection. */
  readonly call: WatchedCall | null
  /** What the other side shows; null: nothing. */
  readonly shown: SharedScreen | null
  /** This side shares, or is about to. */
  readonly measures: boolean
}

export interface ScreenWatchDeps {
  readonly clock: Clock
  readonly log: Log
  readonly onSeen: (callId: string, epoch: number, seen: SeenByViewer) => void
  readonly onMeasured: (availableBps: number | null, frames: SentFrames | null) => void
}

export class ScreenWatch {
  readonly #deps: ScreenWatchDeps
  #watching: Watching = { call: null, shown: null, measures: false }
  #count: SeenCount | null = null
  #stop: (() => void) | null = null
  #asking = false

  constructor(deps: ScreenWatchDeps) {
    this.#deps = deps
  }

  watch(next: Watching): void {
    if (next.call?.callId !== this.#watching.call?.callId) this.#count = null
    const isAnother = next.shown?.epoch !== this.#watching.shown?.epoch
    this.#watching = next
    const isNeeded = next.call !== null && (next.shown !== null || next.measures)
    if (isNeeded === (this.#stop !== null)) {
      // Before its first picture, so that the pictures which came until now aren't taken for its own.
      if (isNeeded && isAnother && next.shown) void this.#look()
      return
    }
    this.#stop?.()
    this.#stop = isNeeded ? this.#deps.clock.every(LOOK_MS, () => void this.#look()) : null
    if (isNeeded) void this.#look()
  }

  async #look(): Promise<void> {
    const { call } = this.#watching
    if (!call || this.#asking) return
    this.#asking = true
    try {
      const report = await call.stats()
      if (this.#watching.call?.callId === call.callId) this.#read(report, call.callId)
    } catch (error) {
      // A connection that closes while it is asked.
      this.#deps.log.info('no figures', { why: error instanceof Error ? error.name : typeof error })
    } finally {
      this.#asking = false
    }
  }

  #read(report: RTCStatsReport, callId: string): void {
    const entries: StatsEntry[] = []
    report.forEach((entry: StatsEntry) => entries.push(entry))
    const { received, sent, availableBps } = readScreenStats(entries)
    const { shown, measures } = this.#watching
    if (measures) this.#deps.onMeasured(availableBps, sent)
    if (!shown) return
    const { count, seen } = countSeen(this.#count, shown, received)
    this.#count = count
    if (seen) this.#deps.onSeen(callId, shown.epoch, seen)
  }
}
