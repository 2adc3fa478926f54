// Owns the call's bar: microphone, camera, their menus, sharing, more, and hanging up. White means that you switched it off.
import { Mic, MicOff, PhoneOff, Video, VideoOff } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { text } from '../../../shared/text/en'
import { IconButton } from '../../ui/button'
import { useShortcut } from '../../ui/use-shortcut'
import type { LocalSending } from './calls-store'

interface CallBarProps {
  readonly microphone: LocalSending
  readonly camera: LocalSending
  readonly onMicrophone: (on: boolean) => void
  readonly onCamera: (on: boolean) => void
  readonly onHangUp: () => void
  /** Device menus and More; they belong to other features. */
  readonly microphoneMenu: ReactNode
  readonly cameraMenu: ReactNode
  readonly shareButton: ReactNode
  readonly textsButton: ReactNode
  readonly moreMenu: ReactNode
}

const isOn = (sending: LocalSending): boolean => sending.is === 'on' || sending.is === 'starting'

export function CallBar(props: CallBarProps): ReactElement {
  const { microphone, camera, onMicrophone, onCamera, onHangUp } = props
  const toggleMicrophone = () => onMicrophone(!isOn(microphone))
  const toggleCamera = () => onCamera(!isOn(camera))
  useShortcut('mute', toggleMicrophone)
  useShortcut('camera', toggleCamera)
  useShortcut('hangUp', onHangUp)
  return (
    <div className="bar" role="toolbar" aria-label={text.call.bar}>
      <IconButton
        className={barClass(microphone)}
        label={isOn(microphone) ? text.call.mute : text.call.unmute}
        keyName="mute"
        working={microphone.is === 'starting'}
        onClick={toggleMicrophone}
      >
        {isOn(microphone) ? <Mic /> : <MicOff />}
      </IconButton>
      {props.microphoneMenu}
      <IconButton
        className={barClass(camera)}
        label={isOn(camera) ? text.call.cameraOff : text.call.cameraOn}
        keyName="camera"
        working={camera.is === 'starting'}
        onClick={toggleCamera}
      >
        {isOn(camera) ? <Video /> : <VideoOff />}
      </IconButton>
      {props.cameraMenu}
      <span className="bar-gap" />
      {props.shareButton}
      {props.textsButton}
      {props.moreMenu}
      <IconButton className="bar-btn hang" label={text.call.hangUp} keyName="hangUp" onClick={onHangUp}>
        <PhoneOff />
      </IconButton>
    </div>
  )
}

function barClass(sending: LocalSending): string {
  if (sending.is === 'off') return 'bar-btn off'
  return sending.is === 'none' ? 'bar-btn trouble' : 'bar-btn'
}
