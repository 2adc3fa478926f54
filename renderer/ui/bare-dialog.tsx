// Owns a dialog without a head: its parts fill it, its name is only heard. Loaded with what it shows. Whoever opens it brings
// the focus back: by itself it would go to the page's first button, where a key had opened the dialog.
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode, RefObject } from 'react'
import './dialog.css'

interface BareDialogProps {
  readonly title: string
  readonly className: string
  readonly onClose: () => void
  /** Its first control by default. */
  readonly focusFirst?: RefObject<HTMLElement | null>
  /** By default whoever opened it brings the focus back. */
  readonly returnFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

export function BareDialog(props: BareDialogProps): ReactElement {
  const { title, className, onClose, focusFirst, returnFocus, children } = props
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-over" />
        <Base.Popup
          className={`dialog ${className}`}
          initialFocus={focusFirst ?? true}
          finalFocus={returnFocus ?? false}
        >
          <Base.Title className="sr">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
