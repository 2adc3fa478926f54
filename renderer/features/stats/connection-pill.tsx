// Owns the button that opens the connection panel: bars by quality, never without the word.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'
import { useKeyText } from '../../ui/platform-context'
import { tip } from '../../ui/tip'
import type { Quality, StatsStore } from './stats-store'
import './connection-pill.css'

/** Of three. */
const BARS: Readonly<Record<Quality, number>> = { good: 3, weak: 2, poor: 1, unknown: 0 }

interface ConnectionPillProps {
  readonly stats: StatsStore
  readonly open: boolean
  readonly onToggle: () => void
}

export function ConnectionPill({ stats, open, onToggle }: ConnectionPillProps): ReactElement {
  const quality = useStore(stats, (state) => state.quality)
  const shortcut = useKeyText()('connection')
  return (
    <Button
      className={`pill connection-pill is-${quality}`}
      {...tip(text.connection[quality], { shortcut: shortcut?.shown ?? null, side: 'bottom' })}
      aria-expanded={open}
      aria-keyshortcuts={shortcut?.aria}
      onClick={onToggle}
    >
      <span className={`bars lit-${BARS[quality]}`} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span className="pill-word">{text.connection.title}</span>
    </Button>
  )
}
