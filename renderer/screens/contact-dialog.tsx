// Owns joining a contact's page to what it changes: the contact, who is blocked, calls, and the way back from what
// takes something away.
import { useEffect, type ReactElement } from 'react'
import { useStore } from 'zustand'
import type { Contact } from '../../shared/model/contact'
import { peopleWords } from '../../shared/text/en-people'
import { QrCode } from '../features/connection/qr-code'
import { ContactLink } from '../features/people/contact-link'
import { ContactPage, type ContactPageActions } from '../features/people/contact-page'
import type { PeopleCommands } from '../features/people/people-store'
import { Dialog } from '../ui/dialog'
import { spokenName } from '../ui/names'
import { useClient, useFrame } from './client-context'
import type { FrameStore } from './frame-store'
import { useCopyText } from './use-copy-text'
import { DialogTakeBack } from './take-back-part'
import { usePersonActions } from './use-person-actions'
import { setBlockedWithWayBack, withWayBack } from './way-back'

interface ContactDialogProps {
  readonly id: string
  readonly onClose: () => void
}

export function ContactDialog({ id, onClose }: ContactDialogProps): ReactElement | null {
  const client = useClient()
  const frame = useFrame()
  const copyText = useCopyText()
  const { call } = usePersonActions()
  const { people } = client.commands
  const contact = useStore(client.people, ({ contacts }) => contacts.find((each) => each.id === id)) ?? null
  const isBlocked = useStore(client.people, ({ blocked }) => blocked.some((each) => each.id === id))
  const seen = useStore(frame, ({ seenPictures }) => seenPictures.get(id) ?? null)
  const relayOnlyForAll = useStore(client.settings, ({ settings }) => settings.relayOnly)
  const isGone = contact === null
  // Deleted, here or in another window.
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])
  if (!contact) return null
  const actions: ContactPageActions = {
    ...changesOf(people, frame, contact),
    call: (person, video) => {
      onClose()
      call(person, video)
    },
  }
  return (
    <Dialog title={peopleWords.page.title} onClose={onClose} size="m">
      <ContactPage
        contact={contact}
        isBlocked={isBlocked}
        relayOnlyForAll={relayOnlyForAll}
        seenPicture={seen}
        actions={actions}
        clock={client.clock}
      >
        <ContactLink contact={contact} copyText={copyText} qrOf={(link) => <QrCode link={link} />} />
      </ContactPage>
      <DialogTakeBack />
    </Dialog>
  )
}

/** What takes something away can be undone; a star and a name are set again by hand. */
function changesOf(
  people: PeopleCommands,
  frame: FrameStore,
  contact: Contact,
): Omit<ContactPageActions, 'call'> {
  const { id, notes, picture } = contact
  return {
    edit: (edit) => {
      const edited = people.editContact(id, edit)
      if (edit.notes !== '' || notes === '') return edited
      const undo = () => people.editContact(id, { notes })
      return withWayBack(frame, edited, { sentence: peopleWords.page.notesRemoved, undo })
    },
    setPicture: (data) => {
      const set = people.setPicture(id, data)
      if (picture === null) return set
      const sentence = data === null ? peopleWords.picture.removed : peopleWords.picture.changed
      // Its file is there until the next start.
      return withWayBack(frame, set, { sentence, undo: () => people.editContact(id, { picture }) })
    },
    setBlocked: (blocked) => setBlockedWithWayBack(people, frame, contact, blocked),
    // The whole entry comes back, with notes, picture and favourite.
    remove: () =>
      withWayBack(frame, people.removeContacts([id]), {
        sentence: peopleWords.page.removed(spokenName(contact.name)),
        undo: () => people.putContacts([contact]),
      }),
  }
}
