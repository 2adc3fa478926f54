// Owns the one word for how well a call goes, from its last samples. Pure.
import type { Quality, StatsSample } from './stats-store'

/** Long enough that one lost burst doesn't flicker, short enough to be about now. */
const LOOK_BACK = 5

interface Bounds {
  readonly rttMs: number
  readonly lossPct: number
  readonly jitterMs: number
  /** Of each second that was looked at. */
  readonly frozenMs: number
}

/** ITU-T G.114: below 150 ms one way nobody notices, above 400 ms people talk over each other. */
const WEAK: Bounds = { rttMs: 300, lossPct: 3, jitterMs: 40, frozenMs: 60 }
const POOR: Bounds = { rttMs: 800, lossPct: 10, jitterMs: 120, frozenMs: 300 }

export function qualityOf(samples: readonly StatsSample[]): Quality {
  const last = samples.slice(-LOOK_BACK)
  const heard = last.some((sample) => sample.rttMs !== null || sample.received.kbps !== null)
  if (!heard) return 'unknown'
  if (isBeyond(last, POOR)) return 'poor'
  return isBeyond(last, WEAK) ? 'weak' : 'good'
}

function isBeyond(samples: readonly StatsSample[], bounds: Bounds): boolean {
  return (
    mean(samples, (sample) => sample.rttMs) > bounds.rttMs ||
    mean(samples, (sample) => sample.received.lossPct) > bounds.lossPct ||
    mean(samples, (sample) => sample.sent.lossPct) > bounds.lossPct ||
    mean(samples, (sample) => sample.received.jitterMs) > bounds.jitterMs ||
    frozenMsPerSecond(samples) > bounds.frozenMs
  )
}

function mean(samples: readonly StatsSample[], read: (sample: StatsSample) => number | null): number {
  const values = samples.map(read).filter((value) => value !== null)
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The counter only grows, so its growth over the time looked at. */
function frozenMsPerSecond(samples: readonly StatsSample[]): number {
  const first = samples[0]
  const last = samples[samples.length - 1]
  if (!first || !last || last.atMs <= first.atMs) return 0
  const grown = (last.received.freezeMs ?? 0) - (first.received.freezeMs ?? 0)
  return (1000 * Math.max(0, grown)) / (last.atMs - first.atMs)
}
