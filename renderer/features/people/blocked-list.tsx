// Owns the list of people who are blocked, and letting them ring again. In the dialog of all contacts, and in the settings.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import type { Blocked } from '../../../shared/model/contact'
import type { Result } from '../../../shared/result'
import { historyWords } from '../../../shared/text/en-history'
import { peopleWords } from '../../../shared/text/en-people'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { FieldNote } from '../../ui/field'
import { shortId, shownName } from '../../ui/names'
import { PersonName } from '../../ui/person-name'
import type { PeopleStore } from './people-store'
import { useAsked } from './use-asked'
import './contact-page.css'

interface BlockedListProps {
  readonly people: PeopleStore
  readonly unblock: (person: Pick<Blocked, 'id' | 'name'>) => Promise<Result<unknown>>
}

export function BlockedList({ people, unblock }: BlockedListProps): ReactElement {
  const blocked = useStore(people, (state) => state.blocked)
  const contacts = useStore(people, (state) => state.contacts)
  if (blocked.length === 0) return <p className="muted">{peopleWords.blocked.nobody}</p>
  const nameOf = ({ id, name }: Blocked) => contacts.find((contact) => contact.id === id)?.name ?? name
  return (
    <ul className="blocked-list" aria-label={peopleWords.blocked.title}>
      {blocked.map((person) => (
        <BlockedPerson
          key={person.id}
          id={person.id}
          name={nameOf(person)}
          unblock={() => unblock({ id: person.id, name: nameOf(person) })}
        />
      ))}
    </ul>
  )
}

interface BlockedPersonProps {
  readonly id: string
  readonly name: string
  readonly unblock: Parameters<typeof useAsked>[0]
}

function BlockedPerson({ id, name, unblock }: BlockedPersonProps): ReactElement {
  const [press, problem] = useAsked(unblock)
  return (
    <li className="blocked-person">
      <Avatar id={id} name={name} />
      <div className="grow">
        <PersonName name={name} />
        <p className="small muted mono">{shortId(id)}</p>
        <FieldNote id={`blocked-${id}`} problem={problem} />
      </div>
      <Button size="s" aria-label={peopleWords.blocked.unblock(shownName(name))} onClick={press}>
        {historyWords.unblock}
      </Button>
    </li>
  )
}
