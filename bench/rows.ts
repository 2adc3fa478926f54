// Owns what a benchmark reports: one row per figure, the only source of a figure in our docs.
import { alignColumns } from '../build/setup/table.mjs'

export interface Row {
  readonly name: string
  readonly unit: string
  /** Ours: the median. */
  readonly value: number
  readonly p95: number
  /** The reference's median; null where the goal is a plain bound. */
  readonly reference: number | null
  readonly ratio: number | null
  /** As the issue says it: "≤ 0.9×". */
  readonly goal: string
  readonly n: number
  /** Where the benchmark itself says whether the goal is met. */
  readonly met?: boolean
}

/** `ours` and `reference` were taken in turn, one pair after the other, in one run. */
export function comparisonRow(
  about: { readonly name: string; readonly unit: string; readonly goal: string },
  ours: readonly number[],
  reference: readonly number[],
): Row {
  const value = quantile(ours, 0.5)
  const theirs = quantile(reference, 0.5)
  return {
    ...about,
    value: round(value),
    p95: round(quantile(ours, 0.95)),
    reference: round(theirs),
    ratio: theirs === 0 ? null : Math.round((value / theirs) * 1000) / 1000,
    n: Math.min(ours.length, reference.length),
  }
}

/** A figure with nothing to compare it to. */
export function plainRow(
  about: { readonly name: string; readonly unit: string; readonly goal: string },
  values: readonly number[],
): Row {
  return {
    ...about,
    value: round(quantile(values, 0.5)),
    p95: round(quantile(values, 0.95)),
    reference: null,
    ratio: null,
    n: values.length,
  }
}

/** What is counted, not measured: `count` of `n`. */
export function countRow(
  about: { readonly name: string; readonly unit: string; readonly goal: string },
  count: number,
  n: number,
): Row {
  return { ...about, value: count, p95: count, reference: null, ratio: null, n }
}

/** Nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))
  return sorted[rank] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

export function tableOf(rows: readonly Row[]): string {
  const isJudged = rows.some(({ met }) => met !== undefined)
  const head = [
    'name',
    'unit',
    'value',
    'p95',
    'reference',
    'ratio',
    'goal',
    'n',
    ...(isJudged ? ['met'] : []),
  ]
  const lines = rows.map((row) => [
    row.name,
    row.unit,
    ...[row.value, row.p95, row.reference, row.ratio].map((figure) =>
      figure === null ? '–' : String(figure),
    ),
    row.goal,
    String(row.n),
    ...(isJudged ? [row.met === undefined ? '' : row.met ? 'met' : 'missed'] : []),
  ])
  return alignColumns([head, ...lines])
}
