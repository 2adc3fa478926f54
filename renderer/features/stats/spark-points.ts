// Owns turning round trips into a line: time to the right, the newest at the edge, larger is higher. Pure.
import type { StatsSample } from './stats-store'

const WINDOW_MS = 60_000
/** A quiet line stays low: 100 ms fill the height unless something was slower. */
const FULL_MS = 100

export interface SparkPoint {
  readonly x: number
  readonly y: number
}

type Measured = { readonly atMs: number; readonly rttMs: number }

function measured(samples: readonly StatsSample[]): readonly Measured[] {
  return samples.flatMap(({ atMs, rttMs }) => (rttMs === null ? [] : [{ atMs, rttMs }]))
}

export function sparkPoints(
  samples: readonly StatsSample[],
  size: { readonly width: number; readonly height: number },
): readonly SparkPoint[] {
  const known = measured(samples)
  const newest = known[known.length - 1]
  if (!newest) return []
  const top = Math.max(FULL_MS, ...known.map(({ rttMs }) => rttMs))
  const round = (n: number) => Math.round(n * 10) / 10
  return known
    .filter(({ atMs }) => newest.atMs - atMs <= WINDOW_MS)
    .map(({ atMs, rttMs }) => ({
      x: round(size.width * (1 - (newest.atMs - atMs) / WINDOW_MS)),
      y: round((size.height - 2) * (1 - rttMs / top) + 1),
    }))
}

/** The middle value and the largest, in whole milliseconds; null while nothing was measured. */
export function typicalAndWorst(
  samples: readonly StatsSample[],
): { readonly typicalMs: number; readonly worstMs: number } | null {
  const sorted = measured(samples)
    .map(({ rttMs }) => rttMs)
    .sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  const worst = sorted[sorted.length - 1]
  if (middle === undefined || worst === undefined) return null
  return { typicalMs: Math.round(middle), worstMs: Math.round(worst) }
}
