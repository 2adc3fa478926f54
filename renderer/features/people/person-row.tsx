// Owns one person in a list: who, what happened, and calling them. Arrow keys move between rows, Enter calls.
import { ArrowDownLeft, ArrowUpRight, Phone, PhoneMissed, Trash2, UserPlus, Video } from 'lucide-react'
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { Avatar } from '../../ui/avatar'
import { IconButton } from '../../ui/button'
import { shownName } from '../../ui/names'
import { PersonName } from '../../ui/person-name'
import type { PersonEntry } from './people-list'

export interface PersonActions {
  readonly call: (entry: PersonEntry, video: boolean) => void
  readonly save: (entry: PersonEntry) => void
  readonly remove: (entry: PersonEntry) => void
}

interface PersonRowProps {
  readonly entry: PersonEntry
  readonly actions: PersonActions
  readonly removable: boolean
  /** One row of a list can be reached by Tab, the others by arrow keys. */
  readonly isCurrent: boolean
  readonly onCurrent: () => void
}

const MARKS = { outgoing: ArrowUpRight, incoming: ArrowDownLeft, missed: PhoneMissed } as const
const MARK_WORDS = { outgoing: text.people.outgoing, incoming: text.people.incoming, missed: '' } as const

export function PersonRow({ entry, actions, removable, isCurrent, onCurrent }: PersonRowProps): ReactElement {
  const callable = entry.server !== null
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' && callable) actions.call(entry, true)
  }
  const onDoubleClick = ({ target }: MouseEvent<HTMLLIElement>) => {
    const onButton = target instanceof Element && target.closest('button') !== null
    if (callable && !onButton) actions.call(entry, true)
  }
  const Mark = entry.mark && MARKS[entry.mark]
  const acts = (callable ? 2 : 0) + (entry.isContact ? 0 : 1) + (removable ? 1 : 0)
  return (
    <li
      className="person"
      data-row
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onCurrent}
      onKeyDown={onKeyDown}
      onDoubleClick={onDoubleClick}
    >
      <Avatar id={entry.id} name={entry.name} />
      <div className={`grow ${acts > 2 ? 'has-3-acts' : 'has-2-acts'}`}>
        <PersonName as="h3" className="strong" name={entry.name} />
        <p className={`person-line small ${entry.mark === 'missed' ? 'is-missed' : ''}`}>
          {Mark && <Mark />}
          {entry.mark && <span className="sr">{MARK_WORDS[entry.mark]}</span>}
          <span className="clip num" title={entry.line}>
            {entry.line}
          </span>
        </p>
        {!callable && (
          <p className="person-line small">
            <span>{text.people.noCallBack}</span>
          </p>
        )}
      </div>
      <RowButtons entry={entry} actions={actions} removable={removable} tabIndex={isCurrent ? 0 : -1} />
    </li>
  )
}

interface RowButtonsProps {
  readonly entry: PersonEntry
  readonly actions: PersonActions
  readonly removable: boolean
  readonly tabIndex: number
}

function RowButtons({ entry, actions, removable, tabIndex }: RowButtonsProps): ReactElement {
  const name = shownName(entry.name)
  const common = { kind: 'ghost', size: 's', tabIndex } as const
  return (
    <div className="person-acts">
      {!entry.isContact && (
        <IconButton {...common} label={text.people.save(name)} onClick={() => actions.save(entry)}>
          <UserPlus />
        </IconButton>
      )}
      {removable && (
        <IconButton {...common} label={text.people.remove(name)} onClick={() => actions.remove(entry)}>
          <Trash2 />
        </IconButton>
      )}
      {entry.server !== null && (
        <>
          <IconButton
            {...common}
            label={text.people.callWithSound(name)}
            onClick={() => actions.call(entry, false)}
          >
            <Phone />
          </IconButton>
          <IconButton
            {...common}
            label={text.people.callWithVideo(name)}
            onClick={() => actions.call(entry, true)}
          >
            <Video />
          </IconButton>
        </>
      )}
    </div>
  )
}
