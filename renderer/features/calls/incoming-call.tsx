// Owns being rung inside the app: who calls, and four words to answer with. Opens no device and shows nothing of theirs.
import { Phone, Video, X } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { cleanName } from '../../lib/clean-name'
import { Avatar } from '../../ui/avatar'
import { PersonName } from '../../ui/person-name'
import { useFocusOnMount } from '../../ui/use-focus-on-mount'
import { useShortcut } from '../../ui/use-shortcut'
import { AnswerButton } from './answer-button'
import type { CallView } from './calls-store'
import './ringing.css'

interface IncomingCallProps {
  readonly call: CallView
  readonly onAccept: (video: boolean) => void
  readonly onDecline: () => void
  /** Switches only the tone off. */
  readonly onSilence: () => boolean
}

export function IncomingCall({ call, onAccept, onDecline, onSilence }: IncomingCallProps): ReactElement {
  // On the group, not on a button: a stray Space or Enter must neither accept nor decline.
  const group = useFocusOnMount<HTMLDivElement>()
  const [silenced, setSilenced] = useState(false)
  useShortcut('acceptVideo', () => onAccept(true))
  useShortcut('acceptSound', () => onAccept(false))
  useShortcut('decline', onDecline)
  useShortcut('silence', () => setSilenced(onSilence() || silenced))
  const { person, video } = call
  return (
    <div
      ref={group}
      className="ring"
      role="alertdialog"
      tabIndex={-1}
      aria-labelledby="caller"
      aria-describedby="caller-how"
    >
      <div className="ring-who">
        <div className="halo">
          <Avatar id={person.id} name={person.name} size="l" />
        </div>
        <PersonName as="h1" className="name-xl" name={person.name} id="caller" />
        <p className="muted" id="caller-how">
          {video ? text.incoming.withVideo : text.incoming.withSound}
        </p>
        <p className="muted ring-safe">
          {silenced ? text.incoming.silenced : `${whoIs(person)} ${text.incoming.safe}`.trim()}
        </p>
      </div>
      <div className="answers">
        <AnswerButton
          kind="no"
          label={text.incoming.decline}
          keyName="decline"
          icon={<X />}
          onPress={onDecline}
        />
        <span className="answers-line" />
        <AnswerButton
          label={text.incoming.acceptSound}
          keyName="acceptSound"
          icon={<Phone />}
          onPress={() => onAccept(false)}
          kind={video ? 'quiet' : 'yes'}
        />
        <AnswerButton
          label={text.incoming.acceptVideo}
          keyName="acceptVideo"
          icon={<Video />}
          onPress={() => onAccept(true)}
          kind={video ? 'yes' : 'quiet'}
        />
      </div>
    </div>
  )
}

/** Where nobody gave a name, the heading says it already. */
function whoIs({ name, isContact }: CallView['person']): string {
  if (isContact) return text.incoming.contact
  return cleanName(name) === '' ? '' : text.incoming.stranger
}
