// Owns one contact in the list: who, where last seen, opening their page, and calling. Enter and a double click call, Space and
// the menu key open the page.
import { Phone, Star, UserRoundPen, Video } from 'lucide-react'
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react'
import type { BaseUrl } from '../../../shared/link/base-url'
import type { Contact } from '../../../shared/model/contact'
import { text } from '../../../shared/text/en'
import { Avatar } from '../../ui/avatar'
import { IconButton } from '../../ui/button'
import { shownName } from '../../ui/names'
import { PersonName } from '../../ui/person-name'
import type { ListRow } from '../../ui/virtual-list'
import { seenWords, serverOf } from './contacts-list'

export interface Callee {
  readonly id: string
  readonly name: string
  readonly server: BaseUrl | null
}

export interface ContactActions {
  readonly call: (person: Callee, video: boolean) => void
  /** Their page. */
  readonly open: (id: string) => void
}

interface ContactRowProps {
  readonly contact: Contact
  readonly isBlocked: boolean
  readonly actions: ContactActions
  readonly place: ListRow
}

export function ContactRow({ contact, isBlocked, actions, place }: ContactRowProps): ReactElement {
  const person: Callee = { id: contact.id, name: contact.name, server: serverOf(contact) }
  const call = (video: boolean) => actions.call(person, video)
  return (
    <div
      className="person"
      role="group"
      aria-label={shownName(contact.name)}
      {...place}
      {...presses(person, actions)}
    >
      <Avatar id={contact.id} name={contact.name} />
      <div className={`grow ${person.server ? 'has-3-acts' : 'has-1-act'}`}>
        <div className="contact-name">
          <PersonName as="h3" className="strong" name={contact.name} />
          {contact.favourite && (
            <Star className="contact-star s" role="img" aria-label={text.people.favourite} />
          )}
        </div>
        <p className="person-line small">
          <span className="clip" title={seenWords(contact)}>
            {isBlocked ? text.people.blocked : seenWords(contact)}
          </span>
        </p>
      </div>
      <RowButtons
        person={person}
        open={() => actions.open(contact.id)}
        call={call}
        tabIndex={place.tabIndex}
      />
    </div>
  )
}

function presses(person: Callee, { call, open }: ContactActions) {
  const isOnButton = ({ target }: MouseEvent) =>
    target instanceof Element && target.closest('button') !== null
  const ring = () => {
    if (person.server !== null) call(person, true)
  }
  return {
    onDoubleClick: (event: MouseEvent) => {
      if (!isOnButton(event)) ring()
    },
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault()
      open(person.id)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      if (event.key === 'Enter') ring()
      else open(person.id)
    },
  }
}

interface RowButtonsProps {
  readonly person: Callee
  readonly open: () => void
  readonly call: (video: boolean) => void
  readonly tabIndex: number
}

function RowButtons({ person, open, call, tabIndex }: RowButtonsProps): ReactElement {
  const name = shownName(person.name)
  const common = { kind: 'ghost', size: 's', tabIndex } as const
  return (
    <div className="person-acts">
      <IconButton {...common} label={text.people.open(name)} onClick={open}>
        <UserRoundPen />
      </IconButton>
      {person.server !== null && (
        <>
          <IconButton {...common} label={text.people.callWithSound(name)} onClick={() => call(false)}>
            <Phone />
          </IconButton>
          <IconButton {...common} label={text.people.callWithVideo(name)} onClick={() => call(true)}>
            <Video />
          </IconButton>
        </>
      )}
    </div>
  )
}
