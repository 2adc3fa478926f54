// Owns the note over a shared picture that stands still: why, in plain words. It stays while the controls leave.
import { EyeOff, Lock, Minimize2, Pause, RefreshCw, SquareX } from 'lucide-react'
import type { ReactElement } from 'react'
import type { HeldReason } from '../../../shared/model/share'
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import { text } from '../../../shared/text/en'
import { heldWords } from './viewing-words'

interface HeldNoteProps {
  /** As inside a sentence. */
  readonly name: string
  readonly shown: SharedScreen
  readonly isReconnecting: boolean
}

const ICONS: Readonly<Record<HeldReason, ReactElement>> = {
  paused: <Pause className="s" />,
  minimised: <Minimize2 className="s" />,
  'other-desktop': <EyeOff className="s" />,
  hidden: <EyeOff className="s" />,
  locked: <Lock className="s" />,
}

function iconOf({ held, closed }: SharedScreen, isReconnecting: boolean): ReactElement {
  if (held === null || isReconnecting) return <RefreshCw className="s" />
  return closed ? <SquareX className="s" /> : ICONS[held]
}

export function HeldNote({ name, shown, isReconnecting }: HeldNoteProps): ReactElement {
  const words = isReconnecting ? text.viewing.reconnecting : heldWords(name, shown)
  return (
    // Always there, so that its change is read out.
    <div className="held-place" role="status">
      {words !== null && (
        <span className="pill held-note">
          {iconOf(shown, isReconnecting)}
          {words}
        </span>
      )}
    </div>
  )
}
