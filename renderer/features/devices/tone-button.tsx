// Owns the button that plays a tone on the chosen speaker, once, and stops it.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { settingsWords } from '../../../shared/text/en-settings'
import { Button } from '../../ui/button'
import type { DevicesStore } from './devices-store'
import { playSound } from './record-sound'

interface ToneButtonProps {
  readonly kind: 'speaker' | 'ringer'
  readonly tone: () => Blob
  readonly devices: DevicesStore
}

const words = settingsWords.devices

export function ToneButton({ kind, tone, devices }: ToneButtonProps): ReactElement {
  const speakerId = useStore(devices, (state) => state[kind].effective?.id ?? '')
  const [state, setState] = useState<'idle' | 'playing' | 'failed'>('idle')
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => {
    // Another speaker: what sounds on the old one tells nothing about it.
    return () => {
      stop.current()
      setState('idle')
    }
  }, [speakerId])
  const press = () => {
    stop.current()
    if (state === 'playing') return setState('idle')
    setState('playing')
    stop.current = playSound(tone(), speakerId, (heard) => setState(heard ? 'idle' : 'failed'))
  }
  return (
    <div className="set-line">
      <Button onClick={press}>{state === 'playing' ? words.stop : words.tone}</Button>
      <p className={state === 'failed' ? 'set-problem' : 'muted'} role="status">
        {state === 'playing' && words.tonePlays}
        {state === 'failed' && words.playFailed}
      </p>
    </div>
  )
}
