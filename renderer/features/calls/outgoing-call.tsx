// Owns waiting for an answer: whom we call, how far it got, own picture, and cancel.
import { Mic, MicOff, PhoneOff, Video, VideoOff } from 'lucide-react'
import type { ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { Avatar } from '../../ui/avatar'
import { shownName, spokenName } from '../../ui/names'
import { PersonName } from '../../ui/person-name'
import { TrackVideo } from '../../ui/track-video'
import { useFocusOnMount } from '../../ui/use-focus-on-mount'
import { useShortcut } from '../../ui/use-shortcut'
import { AnswerButton } from './answer-button'
import type { CallView } from './calls-store'
import { RingProof } from './ring-proof'
import './ringing.css'

interface OutgoingCallProps {
  readonly call: CallView
  readonly ownCamera: MediaStreamTrack | null
  readonly onMicrophone: (on: boolean) => void
  readonly onCamera: (on: boolean) => void
  readonly onCancel: () => void
  /** What a device that gives nothing has to say. */
  readonly notes: ReactElement | null
}

export function OutgoingCall(props: OutgoingCallProps): ReactElement {
  const { call, ownCamera, onMicrophone, onCamera, onCancel, notes } = props
  const { person, local } = call
  const page = useFocusOnMount<HTMLElement>()
  const microphoneOn = local.microphone.is === 'on' || local.microphone.is === 'starting'
  const cameraOn = local.camera.is === 'on' || local.camera.is === 'starting'
  useShortcut('mute', () => onMicrophone(!microphoneOn))
  useShortcut('camera', () => onCamera(!cameraOn))
  useShortcut('hangUp', onCancel)
  return (
    <main className="ring" tabIndex={-1} ref={page} aria-label={text.outgoing.label(shownName(person.name))}>
      <div className="ring-who">
        <div className="halo">
          <Avatar id={person.id} name={person.name} size="l" />
        </div>
        <PersonName as="h1" className="name-xl" name={person.name} />
        <p className="muted" role="status">
          {call.phase.name === 'ringing' ? text.outgoing.ringing : text.outgoing.calling}
        </p>
        {call.phase.name === 'ringing' && call.phase.rung && (
          <RingProof name={spokenName(person.name)} rung={call.phase.rung} />
        )}
        {notes && <div className="ring-notes">{notes}</div>}
      </div>
      {ownCamera && cameraOn && (
        <div className="ring-self">
          <TrackVideo track={ownCamera} className="mirrored" label={text.outgoing.ownPicture} />
        </div>
      )}
      <div className="answers">
        <AnswerButton
          kind="quiet"
          label={microphoneOn ? text.outgoing.mute : text.outgoing.unmute}
          keyName="mute"
          icon={microphoneOn ? <Mic /> : <MicOff />}
          onPress={() => onMicrophone(!microphoneOn)}
        />
        <AnswerButton
          kind="quiet"
          label={cameraOn ? text.outgoing.cameraOff : text.outgoing.cameraOn}
          keyName="camera"
          icon={cameraOn ? <Video /> : <VideoOff />}
          onPress={() => onCamera(!cameraOn)}
        />
        <AnswerButton
          kind="no"
          label={text.outgoing.cancel}
          keyName="hangUp"
          icon={<PhoneOff />}
          onPress={onCancel}
        />
      </div>
    </main>
  )
}
