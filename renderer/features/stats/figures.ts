// Owns the rows of figures in the connection panel and how each is written. Null where it isn't known.
import { text } from '../../../shared/text/en'
import type { FlowStats } from './stats-store'

interface FigureRow {
  readonly title: string
  /** The technician's word, where that is another. */
  readonly term?: string
  readonly show: (flow: FlowStats) => string | null
}

const words = text.connection

function data(kbps: number): string {
  return kbps < 1000 ? words.kbps(Math.round(kbps)) : words.mbps((kbps / 1000).toFixed(1))
}

function freezes({ freezes: count, freezeMs }: FlowStats): string | null {
  if (count === null) return null
  return count === 0 || freezeMs === null ? String(count) : words.frozen(count, (freezeMs / 1000).toFixed(1))
}

function map<T>(value: T | null, show: (value: T) => string): string | null {
  return value === null ? null : show(value)
}

export const FIGURE_ROWS: readonly FigureRow[] = [
  {
    title: words.picture,
    show: ({ width, height }) => (width === null || height === null ? null : words.size(width, height)),
  },
  { title: words.frames, show: ({ fps }) => map(fps, (n) => words.fps(Math.round(n))) },
  { title: words.data, show: ({ kbps }) => map(kbps, data) },
  {
    title: words.jitter,
    term: words.terms.jitter,
    show: ({ jitterMs }) => map(jitterMs, (n) => words.ms(Math.round(n))),
  },
  {
    title: words.loss,
    term: words.terms.loss,
    show: ({ lossPct }) => map(lossPct, (n) => words.percent(n.toFixed(1))),
  },
  { title: words.freezes, term: words.terms.freezes, show: freezes },
  {
    title: words.codec,
    term: words.terms.codec,
    show: ({ videoCodec, audioCodec }) => [videoCodec, audioCodec].filter(Boolean).join(', ') || null,
  },
]
