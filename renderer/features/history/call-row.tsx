// Owns one row of the recent calls: who, which way, when and how it went, calling back, and opening the details under it.
import { ArrowDownLeft, ArrowUpRight, ChevronDown, Phone, PhoneMissed, UserPlus, Video } from 'lucide-react'
import { useId, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react'
import type { BaseUrl } from '../../../shared/link/base-url'
import type { CallRecord } from '../../../shared/model/call-record'
import { historyWords } from '../../../shared/text/en-history'
import { text } from '../../../shared/text/en'
import { Avatar } from '../../ui/avatar'
import { IconButton } from '../../ui/button'
import { timeOfDay } from '../../ui/format'
import { lazyPart } from '../../ui/lazy-part'
import { shownName } from '../../ui/names'
import { PersonName } from '../../ui/person-name'
import type { ListRow } from '../../ui/virtual-list'
import { outcomeLine } from './call-outcome'
import { placeOf, type CallRow } from './call-rows'

const CallDetails = lazyPart(async () => (await import('./call-details')).CallDetails)

export interface Callee {
  readonly id: string
  readonly name: string
  readonly server: BaseUrl | null
}

export interface CallActions {
  readonly call: (person: Callee, video: boolean) => void
  readonly save: (person: Callee) => void
  readonly remove: (records: readonly CallRecord[]) => void
  /** Anybody, a contact or not. */
  readonly setBlocked: (person: Callee, blocked: boolean) => void
  /** The missed calls that are listed were seen. */
  readonly see: () => void
}

interface CallRowProps {
  readonly row: CallRow
  readonly place: ListRow
  readonly newFrom: number
  readonly actions: CallActions
  readonly isOpen: boolean
  readonly isBlocked: boolean
  readonly onOpen: (open: boolean) => void
}

export function CallRowView(props: CallRowProps): ReactElement {
  const { row, place, newFrom, actions, isOpen, isBlocked, onOpen } = props
  const id = useId()
  const { onFocus, ...focusable } = place
  const person: Callee = { id: row.id, name: row.name, server: placeOf(row) }
  const isNew = row.mark === 'missed' && row.newest.n >= newFrom
  const acts = row.contact ? 'has-3-acts' : 'has-4-acts'
  return (
    <div onFocus={onFocus}>
      <div
        className={`person call-row ${isOpen ? 'is-open' : ''}`}
        role="group"
        aria-labelledby={id}
        {...focusable}
        {...useRowPresses({ row, person, actions, isOpen, onOpen })}
      >
        <Avatar id={row.id} name={row.name} />
        <div className={`grow ${person.server ? acts : 'has-2-acts'}`} id={id}>
          <RowName row={row} isNew={isNew} />
          <RowLine row={row} />
          {!person.server && <p className="person-line small">{text.people.noCallBack}</p>}
        </div>
        <RowButtons {...{ row, person, actions, isOpen, onOpen }} tabIndex={place.tabIndex} />
      </div>
      {isOpen && (
        <CallDetails
          row={row}
          isBlocked={isBlocked}
          remove={actions.remove}
          setBlocked={(blocked) => actions.setBlocked(person, blocked)}
        />
      )}
    </div>
  )
}

interface PressOptions {
  readonly row: CallRow
  readonly person: Callee
  readonly actions: CallActions
  readonly isOpen: boolean
  readonly onOpen: (open: boolean) => void
}

/** A click opens, a double click or Enter calls with video; Space and the arrows sideways open and close. */
function useRowPresses({ row, person, actions, isOpen, onOpen }: PressOptions) {
  const isOnButton = ({ target }: MouseEvent) =>
    target instanceof Element && target.closest('button') !== null
  const callBack = () => {
    if (person.server !== null) actions.call(person, true)
  }
  const keys: Readonly<Record<string, () => void>> = {
    Enter: callBack,
    ' ': () => onOpen(!isOpen),
    ArrowRight: () => onOpen(true),
    ArrowLeft: () => onOpen(false),
    Delete: () => actions.remove(row.calls),
  }
  return {
    onClick: (event: MouseEvent) => {
      // The second press of a double click would close it again.
      if (!isOnButton(event) && event.detail < 2) onOpen(!isOpen)
    },
    onDoubleClick: (event: MouseEvent) => {
      if (!isOnButton(event)) callBack()
    },
    onKeyDown: (event: KeyboardEvent) => {
      const act = event.target === event.currentTarget ? keys[event.key] : undefined
      if (!act) return
      event.preventDefault()
      act()
    },
  }
}

function RowName({ row, isNew }: { readonly row: CallRow; readonly isNew: boolean }): ReactElement {
  return (
    <div className="call-name">
      <PersonName as="h3" className={isNew ? '' : 'strong'} name={row.name} />
      {row.calls.length > 1 && (
        <>
          <span className="muted num" aria-hidden="true">
            {historyWords.times(row.calls.length)}
          </span>
          <span className="sr">{historyWords.timesSpoken(row.calls.length)}</span>
        </>
      )}
      {isNew && <span className="call-new small">{historyWords.unseen}</span>}
    </div>
  )
}

const MARKS = { outgoing: ArrowUpRight, incoming: ArrowDownLeft, missed: PhoneMissed } as const

function RowLine({ row: { mark, newest } }: { readonly row: CallRow }): ReactElement {
  const Mark = MARKS[mark]
  const outcome = outcomeLine(newest)
  // "Missed" is in the outcome already.
  const line = mark === 'missed' ? outcome : historyWords.line(historyWords.marks[mark], outcome)
  return (
    <p className={`person-line small ${mark === 'missed' ? 'is-missed' : ''}`}>
      <Mark />
      <span className="clip num" title={line}>
        {line}
      </span>
    </p>
  )
}

function RowButtons(props: PressOptions & { readonly tabIndex: number }): ReactElement {
  const { row, person, actions, isOpen, onOpen, tabIndex } = props
  const name = shownName(row.name)
  const time = timeOfDay(row.newest.startedAt)
  const common = { kind: 'ghost', size: 's', tabIndex } as const
  const words = isOpen ? historyWords.hideDetails : historyWords.details
  return (
    <div className="person-acts">
      {!row.contact && (
        <IconButton {...common} label={text.people.save(name)} onClick={() => actions.save(person)}>
          <UserPlus />
        </IconButton>
      )}
      {person.server !== null && (
        <>
          <IconButton
            {...common}
            label={text.people.callWithSound(name)}
            onClick={() => actions.call(person, false)}
          >
            <Phone />
          </IconButton>
          <IconButton
            {...common}
            label={text.people.callWithVideo(name)}
            onClick={() => actions.call(person, true)}
          >
            <Video />
          </IconButton>
        </>
      )}
      <IconButton
        {...common}
        className="call-open"
        label={words(name, time)}
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        <ChevronDown />
      </IconButton>
    </div>
  )
}
