// Owns what is shown in place of a dialog that can't be loaded: the browser's own one, since it must be here already. A guest's page
// gets its parts from the server, which may be away.
import { useEffect, useId, useRef, type ReactElement } from 'react'
import { text } from '../../shared/text/en'
import { Button } from '../ui/button'
import './not-loaded.css'

export function NotLoaded({ onClose }: { readonly onClose: () => void }): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const words = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="not-loaded" aria-labelledby={words} onClose={onClose}>
      <p id={words}>{text.app.notLoaded}</p>
      <Button onClick={() => dialog.current?.close()}>{text.app.close}</Button>
    </dialog>
  )
}
