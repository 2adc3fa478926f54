// Owns saying what became of copying a still: for a moment where it worked, until it is read where it didn't.
import { Check, TriangleAlert } from 'lucide-react'
import { useEffect, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { Note } from '../../ui/note'
import type { Timing } from '../../ui/timing'
import type { CopyOutcome } from './copy-still'

const STAYS_MS = 4_000

interface StillNoteProps {
  readonly outcome: CopyOutcome
  readonly clock: Timing
  readonly onOver: () => void
}

export function StillNote({ outcome, clock, onOver }: StillNoteProps): ReactElement {
  useEffect(() => {
    return outcome.is === 'copied' ? clock.after(STAYS_MS, onOver) : undefined
  }, [outcome, clock, onOver])
  return outcome.is === 'copied' ? (
    <Note
      icon={<Check className="s" />}
      sentence={text.viewing.copied(outcome.width, outcome.height)}
      onDismiss={onOver}
    />
  ) : (
    <Note icon={<TriangleAlert className="s" />} sentence={text.viewing.copyFailed} onDismiss={onOver} />
  )
}
