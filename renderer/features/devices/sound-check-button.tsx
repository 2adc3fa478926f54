// Owns the button that records five seconds and plays them back.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { settingsWords } from '../../../shared/text/en-settings'
import type { Clock } from '../../platform/clock'
import { Button } from '../../ui/button'
import type { DevicesStore } from './devices-store'
import { playSound, recordSound } from './record-sound'
import { createSoundCheck, type SoundCheck, type SoundCheckState } from './sound-check'

interface SoundCheckButtonProps {
  /** Null while it is opened. */
  readonly track: MediaStreamTrack | null
  readonly clock: Clock
  readonly devices: DevicesStore
}

const words = settingsWords.devices
const IDLE: SoundCheckState = { is: 'idle' }

export function SoundCheckButton({ track, clock, devices }: SoundCheckButtonProps): ReactElement {
  const [state, setState] = useState<SoundCheckState>(IDLE)
  const check = useRef<SoundCheck | null>(null)
  useEffect(() => {
    const made = createSoundCheck({
      clock,
      record: recordSound,
      play: playSound,
      speakerId: () => devices.getState().speaker.effective?.id ?? '',
      onState: setState,
    })
    check.current = made
    return () => {
      made.end()
      setState(IDLE)
    }
  }, [clock, devices, track])
  const busy = state.is === 'recording' || state.is === 'playing'
  const press = () => {
    if (busy) check.current?.stop()
    else if (track) check.current?.start(track)
  }
  return (
    <div className="set-line">
      <Button onClick={press}>{busy ? words.stop : words.record}</Button>
      <p className={state.is === 'failed' ? 'set-problem' : 'muted'} role="status">
        {said(state)}
      </p>
    </div>
  )
}

function said(state: SoundCheckState): string {
  switch (state.is) {
    case 'idle':
      return ''
    case 'recording':
      return words.recording(state.leftS)
    case 'playing':
      return words.playing
    case 'failed':
      return state.at === 'recording' ? words.recordFailed : words.playFailed
  }
}
