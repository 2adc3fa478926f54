// Owns being rung inside the app: who calls, and the words to answer with. Opens no device and shows nothing of theirs.
import { MessageSquare, Phone, TriangleAlert, Video, X } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { cleanName } from '../../lib/clean-name'
import { Avatar } from '../../ui/avatar'
import { shownName, spokenName } from '../../ui/names'
import { PersonName } from '../../ui/person-name'
import { useFocusOnMount } from '../../ui/use-focus-on-mount'
import { useShortcut } from '../../ui/use-shortcut'
import { AnswerButton } from './answer-button'
import type { CallView } from './calls-store'
import { MessageChooser } from './message-chooser'
import './ringing.css'

interface IncomingCallProps {
  readonly call: CallView
  readonly onAccept: (video: boolean) => void
  /** With words for the caller, or without. */
  readonly onDecline: (message?: string) => void
  readonly messages: readonly string[]
  /** Switches only the tone off. */
  readonly onSilence: () => boolean
}

export function IncomingCall(props: IncomingCallProps): ReactElement {
  const { call, onAccept, onDecline, onSilence, messages } = props
  // On the group, not on a button: a stray Space or Enter must neither accept nor decline.
  const group = useFocusOnMount<HTMLDivElement>()
  const [silenced, setSilenced] = useState(false)
  const [choosing, setChoosing] = useState(false)
  useShortcut('acceptVideo', () => onAccept(true))
  useShortcut('acceptSound', () => onAccept(false))
  useShortcut('decline', () => onDecline())
  useShortcut('declineMessage', () => setChoosing(true))
  useShortcut('silence', () => setSilenced(onSilence() || silenced))
  const goBack = () => {
    setChoosing(false)
    group.current?.focus({ preventScroll: true }) // what had the focus is gone with it
  }
  const { person, video } = call
  return (
    <div
      ref={group}
      className={choosing ? 'ring is-choosing' : 'ring'}
      role="alertdialog"
      tabIndex={-1}
      aria-labelledby="caller"
      aria-describedby={person.namesake === undefined ? 'caller-how' : 'caller-how caller-not'}
    >
      <div className="ring-who">
        <div className="halo">
          <Avatar id={person.id} name={person.name} picture={person.picture} size="l" />
        </div>
        <PersonName as="h1" className="name-xl" name={person.name} id="caller" />
        <p className="muted" id="caller-how">
          {video ? text.incoming.withVideo : text.incoming.withSound}
        </p>
        {person.namesake !== undefined && (
          <p className="ring-not" id="caller-not">
            <TriangleAlert className="s" />
            <bdi>{text.incoming.notNamesake(shownName(person.namesake))}</bdi>
          </p>
        )}
        <p className="muted ring-safe">
          {silenced ? text.incoming.silenced : `${whoIs(person)} ${text.incoming.safe}`.trim()}
        </p>
      </div>
      {choosing ? (
        <MessageChooser
          name={spokenName(person.name)}
          messages={messages}
          onChoose={onDecline}
          onBack={goBack}
        />
      ) : (
        <Answers
          video={video}
          onAccept={onAccept}
          onDecline={onDecline}
          onMessage={() => setChoosing(true)}
        />
      )}
    </div>
  )
}

interface AnswersProps {
  readonly video: boolean
  readonly onAccept: (video: boolean) => void
  readonly onDecline: () => void
  readonly onMessage: () => void
}

function Answers({ video, onAccept, onDecline, onMessage }: AnswersProps): ReactElement {
  const [sound, picture] = video ? (['quiet', 'yes'] as const) : (['yes', 'quiet'] as const)
  return (
    <div className="answers">
      <AnswerButton
        kind="no"
        label={text.incoming.decline}
        keyName="decline"
        icon={<X />}
        onPress={() => onDecline()}
      />
      <AnswerButton
        kind="quiet"
        label={text.incoming.message}
        keyName="declineMessage"
        icon={<MessageSquare />}
        onPress={onMessage}
      />
      <span className="answers-line" />
      <AnswerButton
        label={text.incoming.acceptSound}
        keyName="acceptSound"
        icon={<Phone />}
        onPress={() => onAccept(false)}
        kind={sound}
      />
      <AnswerButton
        label={text.incoming.acceptVideo}
        keyName="acceptVideo"
        icon={<Video />}
        onPress={() => onAccept(true)}
        kind={picture}
      />
    </div>
  )
}

/** Where nobody gave a name, the heading says it already. */
function whoIs({ name, isContact }: CallView['person']): string {
  if (isContact) return text.incoming.contact
  return cleanName(name) === '' ? '' : text.incoming.stranger
}
