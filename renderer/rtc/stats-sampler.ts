// Owns asking one connection for its figures once a second, one question at a time.
import type { Clock } from '../platform/clock'
import { MEDIA_ROLES } from './call-path'
import { readStats, type StatsCounters, type StatsEntry, type StatsSample } from './read-stats'

export const SAMPLE_MS = 1_000

/** The m-lines of the first offer are in the order of the roles, and an m-line's mid is its number. */
const MIDS = {
  microphone: String(MEDIA_ROLES.indexOf('microphone')),
  camera: String(MEDIA_ROLES.indexOf('camera')),
}

/** Returns its undo. `stats` is CallPath.stats. */
export function sampleStats(
  stats: () => Promise<RTCStatsReport>,
  clock: Clock,
  onSample: (sample: StatsSample) => void,
): () => void {
  let ended = false
  let asking = false
  let previous: StatsCounters | null = null

  async function ask(): Promise<void> {
    if (asking) return
    asking = true
    try {
      const report = await stats()
      if (ended) return
      const read = readStats(entriesOf(report), { atMs: clock.now(), previous, mids: MIDS })
      previous = read.counters
      onSample(read.sample)
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
