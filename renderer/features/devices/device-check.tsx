// Owns looking at oneself and being heard before a call. Devices are open only while it is shown.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import type { Clock } from '../../platform/clock'
import { createLevelMeters } from '../../rtc/audio-level'
import type { LocalMedia } from '../../rtc/local-media'
import { TrackVideo } from '../../ui/track-video'
import '../../ui/level-cells.css'
import { checkDevices, type DeviceCheckState } from './check-devices'
import { DeviceSelect } from './device-selects'
import { DeviceTrouble } from './device-trouble'
import type { DeviceCommands, DevicesStore } from './devices-store'
import './device-check.css'

interface DeviceCheckProps {
  readonly media: LocalMedia
  readonly clock: Clock
  readonly devices: DevicesStore
  readonly commands: DeviceCommands
}

const CELLS = 24
const words = text.deviceCheck

export function DeviceCheck({ media, clock, devices, commands }: DeviceCheckProps): ReactElement {
  const [state, setState] = useState<DeviceCheckState | null>(null)
  const [round, setRound] = useState(0)
  const meter = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const sound: { context: AudioContext | null } = { context: null }
    const meters = createLevelMeters(() => (sound.context = new AudioContext()))
    const onLevel = (level: number) => drawLevel(meter.current, level)
    const check = checkDevices({ media, meters, clock, onState: setState, onLevel })
    // A page that nobody has touched yet may hold the audio context back.
    const wake = () => void (sound.context?.state === 'suspended' && sound.context.resume())
    const listeners = new AbortController()
    window.addEventListener('keydown', wake, listeners)
    window.addEventListener('pointerdown', wake, listeners)
    return () => {
      listeners.abort()
      check.end()
    }
  }, [media, clock, round])
  // The store's retry is for calls; here everything is simply opened anew.
  const remedies = {
    retry: () => setRound(round + 1),
    openSystemSettings: (kind: 'microphone' | 'camera') => commands.openSystemSettings(kind),
  }
  const troubles = state?.troubles
  const asking = state?.opening ?? true
  return (
    <section className="device-check" aria-label={words.title}>
      <div className="check-picture">
        {state?.camera ? (
          <TrackVideo track={state.camera} className="mirrored" label={words.title} />
        ) : (
          <p className="muted">{asking ? words.opening : words.noPicture}</p>
        )}
      </div>
      <div className="level-cells" ref={meter} aria-hidden="true">
        {Array.from({ length: CELLS }, (_, at) => (
          <i key={at} />
        ))}
      </div>
      <p className="small muted">{words.speakNow}</p>
      {troubles?.microphone && (
        <DeviceTrouble kind="microphone" code={troubles.microphone} commands={remedies} />
      )}
      {troubles?.camera && <DeviceTrouble kind="camera" code={troubles.camera} commands={remedies} />}
      {/* Until the person has answered the browser nothing is known, and nothing may be said to be missing. The place is kept:
          what stands below would jump away under the pointer. */}
      <div className={`check-choices ${asking ? 'is-asking' : ''}`}>
        <DeviceSelect kind="microphone" devices={devices} commands={commands} />
        <DeviceSelect kind="camera" devices={devices} commands={commands} />
      </div>
    </section>
  )
}

/** Past React, since it comes 20 times a second. */
function drawLevel(meter: HTMLElement | null, level: number): void {
  const lit = Math.round(level * CELLS)
  Array.from(meter?.children ?? []).forEach((cell, at) => {
    cell.className = at >= lit ? '' : at >= CELLS - 3 ? 'hot' : 'on'
  })
}
