// Owns dialogs: a title, a close button, focus kept inside and given back. Parts that use it are loaded when first opened.
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef, type ReactElement, type ReactNode } from 'react'
import { text } from '../../shared/text/en'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly size?: 's' | 'm' | 'l'
  /** Nothing inside takes the focus, so the whole has it from the start and is scrolled by keys. */
  readonly toRead?: boolean
  readonly children: ReactNode
}

export function Dialog({ title, onClose, size = 's', toRead = false, children }: DialogProps): ReactElement {
  const body = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-over" />
        <Base.Popup className={`dialog size-${size}`} initialFocus={toRead ? body : undefined}>
          <header className="dialog-head">
            <Base.Title className="title grow">{title}</Base.Title>
            <Base.Close
              className="btn ghost square size-s"
              aria-label={text.app.close}
              title={text.app.close}
            >
              <X />
            </Base.Close>
          </header>
          <div ref={body} className="dialog-body" tabIndex={toRead ? 0 : undefined}>
            {children}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
