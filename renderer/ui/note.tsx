// Owns a note in a call: a sentence, what can be done about it, and taking it away.
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { text } from '../../shared/text/en'
import { IconButton } from './button'
import './note.css'

interface NoteProps {
  readonly sentence: string
  readonly icon?: ReactNode
  /** It was said aloud already. */
  readonly isSaid?: boolean
  readonly onDismiss?: (() => void) | undefined
  readonly children?: ReactNode
}

export function Note({ sentence, icon, isSaid = false, onDismiss, children }: NoteProps): ReactElement {
  return (
    <div className="note">
      {icon}
      <p className="grow" role={isSaid ? undefined : 'status'}>
        {sentence}
      </p>
      {children && <div className="note-acts">{children}</div>}
      {onDismiss && (
        <IconButton
          className="note-dismiss"
          kind="ghost"
          size="s"
          label={text.app.dismiss}
          onClick={onDismiss}
        >
          <X />
        </IconButton>
      )}
    </div>
  )
}
