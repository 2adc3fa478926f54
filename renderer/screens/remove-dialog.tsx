// Owns the question before a contact is removed.
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { spokenName } from '../ui/names'
import { useClient } from './client-context'

interface RemoveDialogProps {
  readonly person: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function RemoveDialog({ person, onClose }: RemoveDialogProps): ReactElement {
  const { commands } = useClient()
  const remove = () => {
    commands.people.removeContact(person.id)
    onClose()
  }
  return (
    <Dialog title={text.people.removeTitle(spokenName(person.name))} onClose={onClose}>
      <p className="muted">{text.people.removeNext}</p>
      <div className="dialog-acts">
        <Button onClick={onClose}>{text.people.keep}</Button>
        <Button kind="danger" onClick={remove}>
          {text.people.confirmRemove}
        </Button>
      </div>
    </Dialog>
  )
}
