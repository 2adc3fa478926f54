// Owns the last minute as a graph: the round trip as a line, losses as marks, words at both axes, and the same in a sentence.
import type { ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { graphOf, summaryOf, type GraphPoint } from './graph-points'
import type { StatsSample } from './stats-store'

const WIDTH = 240
const HEIGHT = 64
const LOSS_HEIGHT = 7
const words = text.connection

export function MinuteGraph({ samples }: { readonly samples: readonly StatsSample[] }): ReactElement {
  const { topMs, lines, losses } = graphOf(samples, { width: WIDTH, height: HEIGHT })
  const summary = summaryOf(samples)
  const label = summary
    ? words.spark(summary.typicalMs, summary.worstMs, summary.lossySeconds)
    : words.sparkEmpty
  return (
    <figure className="graph">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {[0.5, HEIGHT / 2, HEIGHT - 0.5].map((y) => (
          <path key={y} className="graph-base" d={`M0 ${y}H${WIDTH}`} />
        ))}
        {losses.map((x) => (
          <path key={x} className="graph-loss" d={`M${x} ${HEIGHT}v-${LOSS_HEIGHT}`} />
        ))}
        {lines.map((line) => (
          <Stretch key={line[0]?.x} line={line} />
        ))}
      </svg>
      <span className="graph-y num" aria-hidden="true">
        <span>{words.ms(topMs)}</span>
        <span>{words.ms(topMs / 2)}</span>
        <span>{words.ms(0)}</span>
      </span>
      <span className="graph-x" aria-hidden="true">
        <span>{words.minuteAgo}</span>
        {losses.length > 0 && <span className="graph-lost">{words.lossMark}</span>}
        <span>{words.now}</span>
      </span>
    </figure>
  )
}

function Stretch({ line }: { readonly line: readonly GraphPoint[] }): ReactElement | null {
  const [first, last] = [line[0], line[line.length - 1]]
  if (!first || !last) return null
  const points = line.map(({ x, y }) => `${x},${y}`).join(' ')
  return (
    <>
      <polygon className="graph-area" points={`${first.x},${HEIGHT} ${points} ${last.x},${HEIGHT}`} />
      <polyline className="graph-line" points={points} />
    </>
  )
}
