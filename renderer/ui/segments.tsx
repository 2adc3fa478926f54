// Owns a row of segments, as tabs or as a choice: one is selected, arrow keys move and select.
import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import './choices.css'

export interface Segment<T extends string> {
  readonly value: T
  readonly label: ReactNode
  /** As tabs: the id of the panel it shows. */
  readonly panelId?: string
}

interface SegmentsProps<T extends string> {
  readonly kind: 'tabs' | 'choice'
  readonly label: string
  readonly segments: readonly Segment<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

export function Segments<T extends string>(props: SegmentsProps<T>): ReactElement {
  const { kind, label, segments, value, onChange } = props
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = segments.findIndex((segment) => segment.value === value)
    const next = (at + step + segments.length) % segments.length
    const target = segments[next]
    if (target) onChange(target.value)
    row.current?.querySelectorAll('button')[next]?.focus()
  }
  const isTabs = kind === 'tabs'
  return (
    <div
      className="seg"
      role={isTabs ? 'tablist' : 'radiogroup'}
      aria-label={label}
      onKeyDown={onKeyDown}
      ref={row}
    >
      {segments.map((segment) => {
        const selected = segment.value === value
        const state = isTabs ? { 'aria-selected': selected } : { 'aria-checked': selected }
        return (
          <button
            key={segment.value}
            type="button"
            role={isTabs ? 'tab' : 'radio'}
            {...state}
            aria-controls={segment.panelId}
            tabIndex={selected ? 0 : -1}
            onClick={() => onChange(segment.value)}
          >
            {segment.label}
          </button>
        )
      })}
    </div>
  )
}
