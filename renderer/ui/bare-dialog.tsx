// Owns a dialog without a head: its parts fill it, its name is only heard. Loaded with what it shows.
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode, RefObject } from 'react'
import './dialog.css'

interface BareDialogProps {
  readonly title: string
  readonly className: string
  readonly onClose: () => void
  readonly focusFirst: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

export function BareDialog(props: BareDialogProps): ReactElement {
  const { title, className, onClose, focusFirst, children } = props
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-over" />
        <Base.Popup className={`dialog ${className}`} initialFocus={focusFirst}>
          <Base.Title className="sr">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
