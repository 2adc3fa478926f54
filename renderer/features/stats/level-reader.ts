// Owns reading how loud the two sides are, 20 times a second while there is something to hear.
import type { Clock } from '../../platform/clock'
import type { LevelMeter, LevelMeters } from '../../rtc/audio-level'
import type { StatsState } from './stats-store'

export const LEVEL_MS = 50

/** The tracks whose loudness is shown. */
export interface LevelTracks {
  readonly local: MediaStreamTrack | null
  readonly remote: MediaStreamTrack | null
}

export interface LevelReader {
  /** Harmless to repeat: a track that stays keeps its meter. */
  listen(tracks: LevelTracks): void
}

type Levels = StatsState['levels']
const NOBODY: LevelTracks = { local: null, remote: null }

export function createLevelReader(
  meters: LevelMeters,
  clock: Clock,
  onLevels: (levels: Levels) => void,
): LevelReader {
  let heard = NOBODY
  let local: LevelMeter | null = null
  let remote: LevelMeter | null = null
  let stop = (): void => undefined

  function changed(meter: LevelMeter | null, track: MediaStreamTrack | null): LevelMeter | null {
    // In this order, so that what the meters share isn't torn down and built again.
    const next = track && meters.meter(track)
    meter?.end()
    return next
  }

  return {
    listen(tracks) {
      if (tracks.local !== heard.local) local = changed(local, tracks.local)
      if (tracks.remote !== heard.remote) remote = changed(remote, tracks.remote)
      heard = tracks
      stop()
      const read = (): void => onLevels({ local: local?.read() ?? 0, remote: remote?.read() ?? 0 })
      stop = local || remote ? clock.every(LEVEL_MS, read) : () => undefined
      if (!local && !remote) onLevels({ local: 0, remote: 0 })
    },
  }
}
