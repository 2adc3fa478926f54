// Owns filling the stats store while a call has media: figures once a second, levels 20 times.
// Leaves to the wiring which call that is.
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { LevelMeter, LevelMeters } from '../../rtc/audio-level'
import { sampleStats } from '../../rtc/stats-sampler'
import { qualityOf } from './call-quality'
import type { StatsSample, StatsStore } from './stats-store'

export const LEVEL_MS = 50
const KEPT_SAMPLES = 60

export interface StatsControllerOptions {
  readonly store: StatsStore
  readonly clock: Clock
  readonly meters: LevelMeters
}

/** The call that has media, as far as figures go. */
export interface StatsSource {
  readonly callId: string
  /** CallPath.stats of the call's connection. */
  stats(): Promise<RTCStatsReport>
}

export interface LevelTracks {
  readonly local: MediaStreamTrack | null
  readonly remote: MediaStreamTrack | null
}

export interface StatsController {
  /** Begins anew for another call; null ends it and empties the store. The same callId again changes nothing. */
  follow(source: StatsSource | null): void
  /** The tracks whose loudness is shown; harmless to repeat. */
  listen(tracks: LevelTracks): void
  end(): void
}

const SILENT = { local: 0, remote: 0 }

export function createStatsController({ store, clock, meters }: StatsControllerOptions): StatsController {
  const scope = createScope()
  let following: { readonly callId: string; readonly stop: () => void } | null = null
  let heard: LevelTracks = { local: null, remote: null }
  let local: LevelMeter | null = null
  let remote: LevelMeter | null = null
  let stopLevels = (): void => undefined

  function onSample(sample: StatsSample): void {
    const samples = [...store.getState().samples, sample].slice(-KEPT_SAMPLES)
    store.setState({ samples, quality: qualityOf(samples) })
  }

  function readLevels(): void {
    const levels = { local: local?.read() ?? 0, remote: remote?.read() ?? 0 }
    const shown = store.getState().levels
    if (levels.local !== shown.local || levels.remote !== shown.remote) store.setState({ levels })
  }

  function follow(source: StatsSource | null): void {
    if ((source?.callId ?? null) === (following?.callId ?? null)) return
    following?.stop()
    following = null
    store.setState({ samples: [], quality: 'unknown' })
    if (!source || scope.ended) return
    following = { callId: source.callId, stop: sampleStats(() => source.stats(), clock, onSample) }
  }

  function listen(tracks: LevelTracks): void {
    if (tracks.local !== heard.local) {
      local?.end()
      local = tracks.local && meters.meter(tracks.local)
    }
    if (tracks.remote !== heard.remote) {
      remote?.end()
      remote = tracks.remote && meters.meter(tracks.remote)
    }
    heard = tracks
    stopLevels()
    stopLevels = local || remote ? clock.every(LEVEL_MS, readLevels) : () => undefined
    if (!local && !remote) store.setState({ levels: SILENT })
  }

  scope.add(() => {
    follow(null)
    listen({ local: null, remote: null })
  })
  return { follow, listen, end: () => scope.end() }
}
