// Owns asking one connection for its figures once a second, one question at a time.
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import { MEDIA_ROLES } from './call-path'
import { readStats, type StatsCounters, type StatsEntry, type StatsSample } from './read-stats'
import { readScreenStats, type ScreenStats } from './screen-stats'

export const SAMPLE_MS = 1_000

/** The m-lines of the first offer are in the order of the roles, and an m-line's mid is its number. */
const MIDS = {
  microphone: String(MEDIA_ROLES.indexOf('microphone')),
  camera: String(MEDIA_ROLES.indexOf('camera')),
}

export interface StatsSampling {
  /** CallPath.stats. */
  readonly stats: () => Promise<RTCStatsReport>
  readonly clock: Clock
  readonly log: Log
  readonly onSample: (sample: StatsSample, screen: ScreenStats) => void
}

/** Asks at once and then every second. Returns its undo. */
export function sampleStats({ stats, clock, log, onSample }: StatsSampling): () => void {
  let ended = false
  let asking = false
  let previous: StatsCounters | null = null

  async function ask(): Promise<void> {
    // On a busy machine a report may take longer than a second; figures may be missed, calls may not.
    if (asking) return
    asking = true
    try {
      const report = await stats()
      if (ended) return
      const entries = entriesOf(report)
      const read = readStats(entries, { atMs: clock.now(), previous, mids: MIDS })
      previous = read.counters
      onSample(read.sample, readScreenStats(entries))
    } catch (error) {
      // A connection that closes while it is asked.
      log.info('no figures', { why: error instanceof Error ? error.name : typeof error })
    } finally {
      asking = false
    }
  }

  const stop = clock.every(SAMPLE_MS, () => void ask())
  void ask()
  return () => {
    ended = true
    stop()
  }
}

function entriesOf(report: RTCStatsReport): StatsEntry[] {
  const entries: StatsEntry[] = []
  report.forEach((entry: StatsEntry) => entries.push(entry))
  return entries
}
