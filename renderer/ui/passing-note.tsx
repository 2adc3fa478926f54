// Owns a note of what just happened, which goes by itself. Whoever shows it has it said aloud.
import { useEffect, type ReactElement, type ReactNode } from 'react'
import { Note } from './note'
import type { Timing } from './timing'

const STAYS_MS = 6_000

interface PassingNoteProps {
  readonly sentence: string
  readonly icon: ReactNode
  readonly clock: Timing
  readonly onOver: () => void
}

export function PassingNote({ sentence, icon, clock, onOver }: PassingNoteProps): ReactElement {
  useEffect(() => clock.after(STAYS_MS, onOver), [clock, sentence, onOver])
  return <Note isSaid sentence={sentence} icon={icon} onDismiss={onOver} />
}
