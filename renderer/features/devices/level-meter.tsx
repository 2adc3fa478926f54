// Owns drawing how loud the microphone is: cells, the mark of the highest, the zone where sound is cut off, and a word.
// Drawn past React, since a reading comes 20 times a second; only the word is React's.
import { Mic } from 'lucide-react'
import { useImperativeHandle, useRef, useState, type ReactElement, type Ref } from 'react'
import { settingsWords } from '../../../shared/text/en-settings'
import type { Clock } from '../../platform/clock'
import {
  SILENCE,
  heldMark,
  holdLevel,
  isClipping,
  levelWord,
  type LevelWord,
  type Reading,
} from './level-hold'
import '../../ui/level-cells.css'

export interface MeterHandle {
  draw(reading: Reading): void
}

interface LevelMeterProps {
  readonly ref: Ref<MeterHandle>
  readonly clock: Clock
}

const CELLS = 32
const CLIP_CELLS = 2
const words = settingsWords.devices

export function LevelMeter({ ref, clock }: LevelMeterProps): ReactElement {
  const cells = useRef<HTMLDivElement>(null)
  const held = useRef(SILENCE)
  const [word, setWord] = useState<LevelWord>('none')
  useImperativeHandle(ref, () => ({
    draw(reading) {
      const nowMs = clock.now()
      held.current = holdLevel(held.current, reading, nowMs)
      const mark = heldMark(held.current, nowMs)
      if (cells.current) drawCells(cells.current, reading.level, mark, isClipping(held.current, nowMs))
      setWord(levelWord(held.current, nowMs))
    },
  }))
  return (
    <div className="set-line level-line">
      <Mic className="s" />
      <div
        className="level-cells"
        ref={cells}
        role="meter"
        aria-label={words.level}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
      >
        {Array.from({ length: CELLS }, (_, at) => (
          <i key={at} className={at >= CELLS - CLIP_CELLS ? 'zone' : ''} />
        ))}
      </div>
      <span className="small muted level-word">{words.levels[word]}</span>
    </div>
  )
}

function drawCells(meter: HTMLElement, level: number, mark: number, clips: boolean): void {
  const lit = Math.round(level * (CELLS - CLIP_CELLS))
  const marked = Math.round(mark * (CELLS - CLIP_CELLS)) - 1
  meter.setAttribute('aria-valuenow', String(Math.round(level * 100)))
  Array.from(meter.children).forEach((cell, at) => {
    const name = cellClass(at, lit, marked, clips)
    if (cell.className !== name) cell.className = name
  })
}

function cellClass(at: number, lit: number, marked: number, clips: boolean): string {
  if (at >= CELLS - CLIP_CELLS) return clips ? 'clip' : 'zone'
  if (at < lit) return at >= CELLS - CLIP_CELLS - 4 ? 'hot' : 'on'
  return at === marked ? 'peak' : ''
}
