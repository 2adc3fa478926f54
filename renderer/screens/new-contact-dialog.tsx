// Owns joining the form for a new contact to the contacts; whoever is saved is shown.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { peopleWords } from '../../shared/text/en-people'
import { NewContact } from '../features/people/new-contact'
import { Dialog } from '../ui/dialog'
import { useClient, useFrame } from './client-context'

export function NewContactDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const client = useClient()
  const frame = useFrame()
  const identity = useStore(client.identity)
  const contacts = useStore(client.people, (people) => people.contacts)
  return (
    <Dialog title={peopleWords.add.title} onClose={onClose}>
      <NewContact
        ownId={identity.status === 'ready' ? identity.id : null}
        nameOf={(id) => contacts.find((contact) => contact.id === id)?.name ?? null}
        save={(person) => client.commands.people.saveContact(person)}
        onSaved={(id) => frame.setState({ overlay: null, contact: id })}
        onCancel={onClose}
      />
    </Dialog>
  )
}
