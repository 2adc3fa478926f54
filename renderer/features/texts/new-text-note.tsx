// Owns the passing news that a text came while the panel is closed: its first words, for 8 s, longer while somebody looks.
import { MessageSquareText } from 'lucide-react'
import { useEffect, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'
import { isolated } from '../../lib/spoken-name'
import { Note } from '../../ui/note'
import type { Timing } from '../../ui/timing'
import { firstWords } from './clean-text'
import type { TextLine, TextsStore } from './texts-store'

const STAYS_MS = 8_000

interface NewTextNoteProps {
  readonly texts: TextsStore
  readonly clock: Timing
  /** As inside a sentence. */
  readonly name: string
  /** Something of this computer is shown: the words could be read there, and aren't meant for that. */
  readonly isSharing: boolean
  readonly onRead: () => void
}

export function NewTextNote(props: NewTextNoteProps): ReactElement | null {
  const { texts, clock, name, isSharing, onRead } = props
  const newest = useStore(texts, newestUnseen)
  const [over, setOver] = useState<string | null>(null)
  /** The text that somebody looks at: a note that is taken away under the pointer tells of no leaving. */
  const [lookedAt, setLookedAt] = useState<string | null>(null)
  const key = newest?.key ?? null
  const looked = key !== null && lookedAt === key
  useEffect(
    () => (key === null || looked ? undefined : clock.after(STAYS_MS, () => setOver(key))),
    [key, looked, clock],
  )
  if (!newest || over === key) return null
  const look = (now: boolean) => () => setLookedAt(now ? key : null)
  const words = isSharing
    ? text.texts.arrivedUnread(name)
    : text.texts.arrived(name, isolated(firstWords(newest.text)))
  return (
    <div
      className="new-text"
      onPointerEnter={look(true)}
      onPointerLeave={look(false)}
      onFocus={look(true)}
      onBlur={look(false)}
    >
      <Note icon={<MessageSquareText className="s" />} sentence={words} onDismiss={() => setOver(key)}>
        <Button size="s" onClick={onRead}>
          {text.texts.read}
        </Button>
      </Note>
    </div>
  )
}

function newestUnseen({ lines, unseen }: ReturnType<TextsStore['getState']>): TextLine | null {
  return unseen === 0 ? null : ([...lines].reverse().find(({ mine }) => !mine) ?? null)
}
