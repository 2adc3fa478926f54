// Owns a contact's page: who they are, what the user noted, their link, and what can be done with them. All is applied at
// once; what fails is said beside its control.
import { Phone, Star, Video } from 'lucide-react'
import { useId, type ReactElement, type ReactNode } from 'react'
import { MAX_NOTES_CHARS, type Contact, type ContactEdit } from '../../../shared/model/contact'
import { MAX_NAME_CHARS } from '../../../shared/protocol/limits'
import type { Result } from '../../../shared/result'
import { historyWords } from '../../../shared/text/en-history'
import { peopleWords } from '../../../shared/text/en-people'
import { text } from '../../../shared/text/en'
import { cleanName } from '../../lib/clean-name'
import { Avatar } from '../../ui/avatar'
import { Button, IconButton } from '../../ui/button'
import { Field, FieldNote } from '../../ui/field'
import { Switch } from '../../ui/switch'
import { shownName } from '../../ui/names'
import type { Timing } from '../../ui/timing'
import type { Callee } from './contact-row'
import { seenWords, serverOf } from './contacts-list'
import { PictureControl } from './picture-control'
import { useAsked } from './use-asked'
import { useDraft } from './use-draft'
import './contact-page.css'

export interface ContactPageActions {
  readonly edit: (edit: ContactEdit) => Promise<Result<unknown>>
  /** base64; null takes it away. */
  readonly setPicture: (data: string | null) => Promise<Result<unknown>>
  readonly setBlocked: (blocked: boolean) => Promise<Result<unknown>>
  readonly remove: () => Promise<Result<unknown>>
  readonly call: (person: Callee, video: boolean) => void
}

interface ContactPageProps {
  readonly contact: Contact
  readonly isBlocked: boolean
  /** The setting: then what the contact has makes no difference. */
  readonly relayOnlyForAll: boolean
  /** base64 of the picture that came with a call; null where none did. */
  readonly seenPicture: string | null
  readonly actions: ContactPageActions
  readonly clock: Timing
  /** Their link, copied or shown. */
  readonly children: ReactNode
}

export function ContactPage(props: ContactPageProps): ReactElement {
  const { contact, isBlocked, seenPicture, actions, clock, children } = props
  return (
    <div className="contact-page">
      <div className="contact-top">
        <Avatar id={contact.id} name={contact.name} size="l" />
        <PictureControl
          hasPicture={contact.picture !== null}
          seen={seenPicture}
          onChange={actions.setPicture}
        />
        <CallButtons contact={contact} call={actions.call} />
      </div>
      <NameAndStar contact={contact} clock={clock} edit={actions.edit} />
      <Notes contact={contact} clock={clock} edit={actions.edit} />
      <RelayOnly contact={contact} forAll={props.relayOnlyForAll} edit={actions.edit} />
      {children}
      <LastActs isBlocked={isBlocked} actions={actions} />
      <p className="small muted contact-id">
        {peopleWords.page.id} <span className="mono">{contact.id}</span>
      </p>
    </div>
  )
}

function CallButtons({
  contact,
  call,
}: Pick<ContactPageProps, 'contact'> & Pick<ContactPageActions, 'call'>): ReactElement {
  const person: Callee = { id: contact.id, name: contact.name, server: serverOf(contact) }
  const name = shownName(contact.name)
  return (
    <>
      <div className="contact-calls">
        {person.server && (
          <>
            <Button
              kind="primary"
              aria-label={text.people.callWithVideo(name)}
              onClick={() => call(person, true)}
            >
              <Video />
              {peopleWords.page.video}
            </Button>
            <Button aria-label={text.people.callWithSound(name)} onClick={() => call(person, false)}>
              <Phone />
              {peopleWords.page.sound}
            </Button>
          </>
        )}
      </div>
      <p className="small muted">{seenWords(contact)}</p>
    </>
  )
}

type EditProps = Pick<ContactPageProps, 'contact' | 'clock'> & Pick<ContactPageActions, 'edit'>

function NameAndStar({ contact, clock, edit }: EditProps): ReactElement {
  const words = peopleWords.page
  const [star, starProblem] = useAsked(() => edit({ favourite: !contact.favourite }))
  const name = useDraft({
    value: contact.name,
    clock,
    apply: (typed) => edit({ name: cleanName(typed) }),
    problemOf: (typed) => (cleanName(typed) === '' ? words.nameMissing : null),
  })
  return (
    <Field
      label={words.name}
      maxLength={MAX_NAME_CHARS}
      value={name.shown}
      onChange={(event) => name.type(event.target.value)}
      onBlur={name.finish}
      onKeyDown={(event) => event.key === 'Enter' && name.finish()}
      problem={name.problem ?? starProblem}
      after={
        <IconButton
          kind="ghost"
          className="contact-favourite"
          label={contact.favourite ? words.noFavourite : words.makeFavourite}
          aria-pressed={contact.favourite}
          onClick={star}
        >
          <Star />
        </IconButton>
      }
    />
  )
}

function Notes({ contact, clock, edit }: EditProps): ReactElement {
  const id = useId()
  const notes = useDraft({ value: contact.notes, clock, apply: (typed) => edit({ notes: typed }) })
  return (
    <div className="field-block">
      <label className="field-label" htmlFor={id}>
        {peopleWords.page.notes}
      </label>
      <textarea
        className="textarea"
        id={id}
        dir="auto"
        maxLength={MAX_NOTES_CHARS}
        aria-describedby={`${id}-note`}
        value={notes.shown}
        onChange={(event) => notes.type(event.target.value)}
        onBlur={notes.finish}
      />
      <FieldNote id={`${id}-note`} problem={notes.problem} hint={<span>{peopleWords.page.notesHint}</span>} />
    </div>
  )
}

interface RelayOnlyProps extends Pick<EditProps, 'contact' | 'edit'> {
  readonly forAll: boolean
}

function RelayOnly({ contact, forAll, edit }: RelayOnlyProps): ReactElement {
  const words = peopleWords.page
  const own = contact.relayOnly === true
  const [toggle, problem] = useAsked(() => edit({ relayOnly: !own }))
  return (
    <Switch
      label={words.relayOnly}
      hint={forAll ? words.relayOnlyForAll : words.relayOnlyHint}
      problem={problem}
      checked={forAll || own}
      disabled={forAll}
      onChange={toggle}
    />
  )
}

function LastActs({ isBlocked, actions }: Pick<ContactPageProps, 'isBlocked' | 'actions'>): ReactElement {
  const words = peopleWords.page
  const [block, blockProblem] = useAsked(() => actions.setBlocked(!isBlocked))
  const [remove, removeProblem] = useAsked(actions.remove)
  return (
    <div className="contact-acts">
      <Button onClick={block}>{isBlocked ? historyWords.unblock : historyWords.block}</Button>
      <Button onClick={remove}>{words.remove}</Button>
      <FieldNote
        id={useId()}
        problem={blockProblem ?? removeProblem}
        hint={<span>{isBlocked ? words.blockedHint : words.blockHint}</span>}
      />
    </div>
  )
}
