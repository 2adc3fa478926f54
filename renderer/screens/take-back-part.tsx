// Owns the way back from what was just done: a note for 8 s, longer while somebody looks at it or has the focus in it. It lies
// over the home screen's list, or at the end of the dialog that is open.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { historyWords } from '../../shared/text/en-history'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { useClient, useFrame } from './client-context'
import type { TakeBack } from './frame-store'
import './take-back-part.css'

const STAYS_MS = 8_000

/** For the home screen. What a dialog over it left behind is shown here for the rest of its time. */
export function TakeBackPart(): ReactElement | null {
  const frame = useFrame()
  const isCovered = useStore(frame, ({ overlay, contact }) => overlay !== null || contact !== null)
  const takeBack = useStore(frame, (state) => state.takeBack)
  // It isn't taken along to another screen, where it would say nothing.
  useEffect(() => () => frame.setState({ takeBack: null }), [frame])
  if (isCovered || takeBack === null) return null
  return <TakeBackNote takeBack={takeBack} after={focusList} />
}

/** For a call, whose notes stay until they are taken away. Nothing is done there that could be undone. */
export function CallTakeBack(): ReactElement | null {
  const frame = useFrame()
  const takeBack = useStore(frame, (state) => state.takeBack)
  useEffect(() => () => frame.setState({ takeBack: null }), [frame])
  return (
    takeBack && <Note sentence={takeBack.sentence} onDismiss={() => frame.setState({ takeBack: null })} />
  )
}

/** For a dialog, in what scrolls. */
export function DialogTakeBack(): ReactElement | null {
  const takeBack = useStore(useFrame(), (state) => state.takeBack)
  return takeBack && <TakeBackNote takeBack={takeBack} after={focusDialog} />
}

interface TakeBackNoteProps {
  readonly takeBack: TakeBack
  /** Gives the focus back, where the button that had it goes. */
  readonly after: (box: HTMLElement) => void
}

function TakeBackNote({ takeBack, after }: TakeBackNoteProps): ReactElement {
  const { clock } = useClient()
  const frame = useFrame()
  /** The one that somebody looks at: a note that is taken away under the pointer tells of no leaving. */
  const [lookedAt, setLookedAt] = useState<TakeBack | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const looked = lookedAt === takeBack
  const over = (): void => {
    if (box.current?.contains(document.activeElement)) after(box.current)
    frame.setState({ takeBack: null })
  }
  useEffect(
    () => (looked ? undefined : clock.after(STAYS_MS, () => frame.setState({ takeBack: null }))),
    [takeBack, looked, clock, frame],
  )
  const { sentence, undo } = takeBack
  const look = (now: boolean) => () => setLookedAt(now ? takeBack : null)
  return (
    <div
      ref={box}
      className="take-back"
      onPointerEnter={look(true)}
      onPointerLeave={look(false)}
      onFocus={look(true)}
      onBlur={look(false)}
    >
      <Note sentence={sentence} onDismiss={over}>
        {undo && (
          <Button
            size="s"
            onClick={() => {
              // First, since what it does may fail at once and say so in this place.
              over()
              undo()
            }}
          >
            {historyWords.undo}
          </Button>
        )}
      </Note>
    </div>
  )
}

function focusList(): void {
  document.querySelector<HTMLElement>('.people-list [tabindex="0"]')?.focus()
}

function focusDialog(box: HTMLElement): void {
  box.closest<HTMLElement>('[role="dialog"]')?.focus()
}
