// Owns the rings that show who speaks. Drawn 20 times a second past React: only a custom property changes.
import { useEffect, useRef, type ReactElement, type RefObject } from 'react'
import type { StatsStore } from './stats-store'
import './level-rings.css'

interface LevelProps {
  readonly stats: StatsStore
  readonly side: 'local' | 'remote'
}

/** On the meter (60 dB to 10 dB below full): quieter is the room, not a voice. */
const SPEAKING = 0.38
/** Finer differences aren't seen, and each one drawn has the window painted. SPEAKING lies between two of them. */
const STEPS = 25

function useLevel(ref: RefObject<HTMLElement | SVGElement | null>, { stats, side }: LevelProps): void {
  useEffect(() => {
    let drawn = -1
    const draw = () => {
      const level = Math.round(stats.getState().levels[side] * STEPS) / STEPS
      if (level === drawn) return
      drawn = level
      ref.current?.style.setProperty('--level', String(level))
      ref.current?.toggleAttribute('data-speaking', level > SPEAKING)
    }
    draw()
    return stats.subscribe(draw)
  }, [ref, stats, side])
}

/** Around an avatar. */
export function LevelRings(props: LevelProps): ReactElement {
  const svg = useRef<SVGSVGElement>(null)
  useLevel(svg, props)
  return (
    <svg ref={svg} className="level-rings" viewBox="0 0 216 216" aria-hidden="true">
      <circle cx="108" cy="108" r="80" strokeWidth="3" />
      <circle cx="108" cy="108" r="91" strokeWidth="2.5" />
      <circle cx="108" cy="108" r="102" strokeWidth="2" />
    </svg>
  )
}

/** Around a picture. */
export function LevelFrame(props: LevelProps): ReactElement {
  const frame = useRef<HTMLSpanElement>(null)
  useLevel(frame, props)
  return <span ref={frame} className="level-frame" aria-hidden="true" />
}

/** Beside a name. */
export function LevelDot(props: LevelProps): ReactElement {
  const dot = useRef<HTMLSpanElement>(null)
  useLevel(dot, props)
  return <span ref={dot} className="level-dot" aria-hidden="true" />
}

/** A word that is there while somebody speaks, and stays for the pauses between words. */
export function SpeakingWord({ word, ...level }: LevelProps & { readonly word: string }): ReactElement {
  const span = useRef<HTMLSpanElement>(null)
  useLevel(span, level)
  return (
    <span ref={span} className="speaking-word" aria-hidden="true">
      {word}
    </span>
  )
}
