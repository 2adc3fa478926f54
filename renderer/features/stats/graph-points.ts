// Owns turning the last minute into a graph: time to the right, the newest at the edge, a longer round trip is higher, and a
// mark for each second in which something was lost. Pure.
import type { StatsSample } from './stats-store'

const WINDOW_MS = 60_000
/** A quiet line stays low: 100 ms fill the height unless something was slower. */
const TOPS_MS = [100, 200, 500, 1_000, 2_000, 5_000, 10_000] as const
/** Less is every line's own. */
const LOST_PCT = 1
/** Sent or received: a second without an answer is one too. */
const GAP_MS = 2_500

export interface GraphPoint {
  readonly x: number
  readonly y: number
}

export interface Graph {
  /** What the full height means. */
  readonly topMs: number
  /** One for each stretch without a gap. */
  readonly lines: readonly (readonly GraphPoint[])[]
  /** Where something was lost: x of each such second. */
  readonly losses: readonly number[]
}

export interface GraphSize {
  readonly width: number
  readonly height: number
}

interface Measured {
  readonly atMs: number
  readonly rttMs: number
}

const measured = (samples: readonly StatsSample[]): readonly Measured[] =>
  samples.flatMap(({ atMs, rttMs }) => (rttMs === null ? [] : [{ atMs, rttMs }]))

export const hasLoss = ({ received, sent }: StatsSample): boolean =>
  Math.max(received.lossPct ?? 0, sent.lossPct ?? 0) > LOST_PCT

export function graphOf(samples: readonly StatsSample[], size: GraphSize): Graph {
  const newestMs = samples[samples.length - 1]?.atMs ?? 0
  const recent = samples.filter(({ atMs }) => newestMs - atMs <= WINDOW_MS)
  const known = measured(recent)
  const highest = Math.max(0, ...known.map(({ rttMs }) => rttMs))
  const topMs = TOPS_MS.find((top) => top >= highest) ?? highest
  const round = (n: number) => Math.round(n * 10) / 10
  const xOf = (atMs: number) => round(size.width * (1 - (newestMs - atMs) / WINDOW_MS))
  const yOf = (rttMs: number) => round((size.height - 2) * (1 - rttMs / topMs) + 1)
  return {
    topMs,
    lines: stretches(known).map((stretch) =>
      stretch.map(({ atMs, rttMs }) => ({ x: xOf(atMs), y: yOf(rttMs) })),
    ),
    losses: recent.filter(hasLoss).map(({ atMs }) => xOf(atMs)),
  }
}

function stretches(all: readonly Measured[]): readonly (readonly Measured[])[] {
  const found: Measured[][] = []
  let lastMs = -Infinity
  for (const one of all) {
    const stretch = found[found.length - 1]
    if (stretch && one.atMs - lastMs <= GAP_MS) stretch.push(one)
    else found.push([one])
    lastMs = one.atMs
  }
  return found
}

export interface GraphSummary {
  /** The middle value and the largest, in whole milliseconds. */
  readonly typicalMs: number
  readonly worstMs: number
  readonly lossySeconds: number
}

/** Null while nothing was measured. */
export function summaryOf(samples: readonly StatsSample[]): GraphSummary | null {
  const sorted = measured(samples)
    .map(({ rttMs }) => rttMs)
    .sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  const worst = sorted[sorted.length - 1]
  if (middle === undefined || worst === undefined) return null
  const lossySeconds = samples.filter(hasLoss).length
  return { typicalMs: Math.round(middle), worstMs: Math.round(worst), lossySeconds }
}
