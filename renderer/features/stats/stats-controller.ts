// Owns filling the stats store while a call has media: figures once a second, levels 20 times.
// Leaves to the wiring which call that is.
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Log } from '../../platform/log'
import type { LevelMeters } from '../../rtc/audio-level'
import { sampleStats } from '../../rtc/stats-sampler'
import { qualityOf } from './call-quality'
import { createLevelReader, type LevelTracks } from './level-reader'
import type { StatsSample, StatsState, StatsStore } from './stats-store'

const KEPT_SAMPLES = 60

export interface StatsControllerOptions {
  readonly store: StatsStore
  readonly clock: Clock
  readonly meters: LevelMeters
  readonly log: Log
}

/** The call that has media, as far as figures go. */
export interface StatsSource {
  readonly callId: string
  /** CallPath.stats of the call's connection. */
  stats(): Promise<RTCStatsReport>
}

export interface StatsController {
  /** Begins anew for another call; null ends it and empties the store. The same callId again changes nothing. */
  follow(source: StatsSource | null): void
  listen(tracks: LevelTracks): void
  end(): void
}

export function createStatsController(options: StatsControllerOptions): StatsController {
  const { store, clock, meters, log } = options
  const scope = createScope()
  const levels = createLevelReader(meters, clock, showLevels)
  let following: { readonly callId: string; readonly stop: () => void } | null = null

  function onSample(sample: StatsSample): void {
    const samples = [...store.getState().samples, sample].slice(-KEPT_SAMPLES)
    store.setState({ samples, quality: qualityOf(samples) })
  }

  function showLevels(next: StatsState['levels']): void {
    const shown = store.getState().levels
    if (next.local !== shown.local || next.remote !== shown.remote) store.setState({ levels: next })
  }

  function follow(source: StatsSource | null): void {
    if ((source?.callId ?? null) === (following?.callId ?? null)) return
    following?.stop()
    following = null
    store.setState({ samples: [], quality: 'unknown' })
    if (!source || scope.ended) return
    const stop = sampleStats({ stats: () => source.stats(), clock, log, onSample })
    following = { callId: source.callId, stop }
  }

  scope.add(() => {
    follow(null)
    levels.listen({ local: null, remote: null })
  })
  return { follow, listen: (tracks) => levels.listen(tracks), end: () => scope.end() }
}
