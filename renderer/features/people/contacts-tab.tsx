// Owns the list of contacts: favourites first, a way to begin where there is nobody, and what can be done with all of them.
import { FolderInput, UserPlus } from 'lucide-react'
import { useMemo, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { Button, IconButton } from '../../ui/button'
import { VirtualList } from '../../ui/virtual-list'
import { WaitingRows } from '../../ui/waiting-rows'
import { ContactRow, type ContactActions } from './contact-row'
import { headingAt, listedContacts } from './contacts-list'
import type { PeopleStore } from './people-store'
import { Nobody, NobodyFound } from './people-void'

export interface ContactsTabActions extends ContactActions {
  /** From a link. */
  readonly add: () => void
  /** Import, export, who is blocked. */
  readonly manage: () => void
}

interface ContactsTabProps {
  readonly people: PeopleStore
  readonly query: string
  readonly actions: ContactsTabActions
}

const ROW_PX = 52

export function ContactsTab({ people, query, actions }: ContactsTabProps): ReactElement {
  const { loaded, contacts } = useStore(people)
  if (!loaded) return <WaitingRows />
  return (
    <>
      <div className="contacts-tools">
        <Button kind="ghost" size="s" onClick={actions.add}>
          <UserPlus className="s" />
          {text.people.add}
        </Button>
        <IconButton kind="ghost" size="s" label={text.people.manage} onClick={actions.manage}>
          <FolderInput />
        </IconButton>
      </div>
      {contacts.length === 0 && <Nobody title={text.home.noContactsTitle} hint={text.home.noContactsHint} />}
      {contacts.length > 0 && <Contacts people={people} query={query} actions={actions} />}
    </>
  )
}

function Contacts({ people, query, actions }: ContactsTabProps): ReactElement {
  const { contacts, blocked } = useStore(people)
  const listed = useMemo(() => listedContacts(contacts, query), [contacts, query])
  const blockedIds = useMemo(() => new Set(blocked.map(({ id }) => id)), [blocked])
  if (listed.length === 0) return <NobodyFound query={query} />
  return (
    <VirtualList
      label={text.home.contacts}
      items={listed}
      keyOf={({ id }) => id}
      rowHeight={ROW_PX}
      headingOf={(_, index) => headingAt(listed, index)}
      view={query}
    >
      {(contact, place) => (
        <ContactRow
          contact={contact}
          isBlocked={blockedIds.has(contact.id)}
          actions={actions}
          place={place}
        />
      )}
    </VirtualList>
  )
}
