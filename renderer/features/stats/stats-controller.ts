// Owns filling the stats store while a call has media: figures once a second, levels 20 times.
// Leaves to the wiring which call that is.
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Log } from '../../platform/log'
import type { LevelMeters } from '../../rtc/audio-level'
import type { Beats } from '../../rtc/heartbeat-times'
import type { ScreenStats } from '../../rtc/screen-stats'
import { sampleStats } from '../../rtc/stats-sampler'
import { qualityOf } from './call-quality'
import type { LineFigures } from './choose-diagnosis'
import { Diagnosing } from './diagnosing'
import { createLevelReader, type LevelTracks } from './level-reader'
import { counted, lastingQuality, NOTHING_MEASURED, type KnownQuality } from './quality-tally'
import { NO_FIGURES, type StatsSample, type StatsState, type StatsStore } from './stats-store'

const KEPT_SAMPLES = 60

export interface StatsControllerOptions {
  readonly store: StatsStore
  readonly clock: Clock
  readonly meters: LevelMeters
  /** How the echoes of this side's own server come. */
  readonly beats: () => Beats
  readonly log: Log
}

/** The call that has media, as far as figures go. */
export interface StatsSource {
  readonly callId: string
  /** CallPath.stats of the call's connection. */
  stats(): Promise<RTCStatsReport>
  /** How this side's line is, for the other side. */
  tell(line: LineFigures): void
}

export interface StatsController {
  /** Begins anew for another call; null ends it and empties the store. The same callId again changes nothing. */
  follow(source: StatsSource | null): void
  /** What the other side says of its line. */
  hear(callId: string, line: LineFigures): void
  listen(tracks: LevelTracks): void
  /** Of the call that is or was last followed; null for another one, and where too little was measured. */
  qualityOf(callId: string): KnownQuality | null
  end(): void
}

interface Asked {
  readonly source: StatsSource
  readonly diagnosing: Diagnosing
}

interface Following {
  readonly callId: string
  readonly diagnosing: Diagnosing
  readonly stop: () => void
}

export function createStatsController(options: StatsControllerOptions): StatsController {
  const { store, clock, meters, log, beats } = options
  const scope = createScope()
  const levels = createLevelReader(meters, clock, (next) => showLevels(store, next))
  let tally = NOTHING_MEASURED
  let tallied: string | null = null
  let following: Following | null = null

  function onSample(sample: StatsSample, screen: ScreenStats, { source, diagnosing }: Asked): void {
    const samples = [...store.getState().samples, sample].slice(-KEPT_SAMPLES)
    const quality = qualityOf(samples)
    tally = counted(tally, quality)
    const { diagnosis, warns, tell } = diagnosing.look(samples, quality, beats())
    store.setState({ samples, quality, diagnosis, warns, screen: screenOf(screen) })
    if (tell) source.tell(tell)
  }

  function follow(source: StatsSource | null): void {
    if ((source?.callId ?? null) === (following?.callId ?? null)) return
    following?.stop()
    following = null
    store.setState(NO_FIGURES)
    if (!source || scope.ended) return
    const diagnosing = new Diagnosing()
    const stop = sampleStats({
      ...{ stats: () => source.stats(), clock, log },
      onSample: (sample, screen) => onSample(sample, screen, { source, diagnosing }),
    })
    following = { callId: source.callId, stop, diagnosing }
    tallied = source.callId
    tally = NOTHING_MEASURED
  }

  scope.add(() => {
    follow(null)
    levels.listen({ local: null, remote: null })
  })
  return {
    follow,
    hear(callId, line) {
      if (following?.callId === callId) following.diagnosing.hear(line, clock.now())
    },
    listen: (tracks) => levels.listen(tracks),
    qualityOf: (callId) => (callId === tallied ? lastingQuality(tally) : null),
    end: () => scope.end(),
  }
}

const screenOf = ({ received, sent }: ScreenStats): StatsState['screen'] => ({
  received,
  sentFps: sent?.sent ?? null,
})

function showLevels(store: StatsStore, next: StatsState['levels']): void {
  const shown = store.getState().levels
  if (next.local !== shown.local || next.remote !== shown.remote) store.setState({ levels: next })
}
