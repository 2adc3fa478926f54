// Owns the round trip of the last minute as a small line, with the same in words.
import type { ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { sparkPoints, typicalAndWorst } from './spark-points'
import type { StatsSample } from './stats-store'

const WIDTH = 272
const HEIGHT = 56

export function Sparkline({ samples }: { readonly samples: readonly StatsSample[] }): ReactElement {
  const points = sparkPoints(samples, { width: WIDTH, height: HEIGHT })
  const summary = typicalAndWorst(samples)
  const label = summary
    ? text.connection.spark(summary.typicalMs, summary.worstMs)
    : text.connection.sparkEmpty
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ')
  const first = points[0]
  const last = points[points.length - 1]
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="spark-base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
      {first && last && (
        <>
          <polygon className="spark-area" points={`${first.x},${HEIGHT} ${line} ${last.x},${HEIGHT}`} />
          <polyline className="spark-line" points={line} />
        </>
      )}
    </svg>
  )
}
