// Owns what stays written over a call: with whom, how long, and every state that must not be missed.
import { MicOff, TriangleAlert, VideoOff } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { text } from '../../../shared/text/en'
import type { Clock } from '../../platform/clock'
import { clockTime } from '../../ui/format'
import { shownName, spokenName } from '../../ui/names'
import { useNow } from '../../ui/use-now'
import type { CallView } from './calls-store'

interface CallHeaderProps {
  readonly call: CallView
  readonly clock: Clock
  readonly level: ReactElement
  /** We are muted and no own picture says so. */
  readonly mutedUnseen: boolean
  /** After the name: what else goes on. */
  readonly children?: ReactNode
}

export function CallHeader({ call, clock, level, mutedUnseen, children }: CallHeaderProps): ReactElement {
  const { person, phase } = call
  const since = phase.name === 'connected' || phase.name === 'reconnecting' ? phase.sinceMs : null
  return (
    <header className="corner tl">
      <span className="pill call-name leaves" title={shownName(person.name)}>
        {level}
        <bdi className="strong clip">{shownName(person.name)}</bdi>
        {since !== null && <Elapsed clock={clock} sinceMs={since} />}
      </span>
      {person.namesake !== undefined && (
        <span className="pill pill-warning">
          <TriangleAlert className="s" />
          <bdi className="clip">{text.call.notNamesake(shownName(person.namesake))}</bdi>
        </span>
      )}
      {children}
      <CallStates call={call} />
      {mutedUnseen && (
        <span className="pill">
          <MicOff className="s" />
          {text.call.youAreMuted}
        </span>
      )}
    </header>
  )
}

function Elapsed({ clock, sinceMs }: { readonly clock: Clock; readonly sinceMs: number }): ReactElement {
  const now = useNow(clock)
  return (
    <time className="sub" aria-label={text.call.duration}>
      {clockTime(now - sinceMs)}
    </time>
  )
}

function CallStates({ call }: { readonly call: CallView }): ReactElement {
  const { person, phase, remote, local } = call
  const name = spokenName(person.name)
  const soundOnly =
    remote !== null && remote.camera !== 'on' && local.camera.is !== 'on' && remote.screen === null
  return (
    <>
      {phase.name === 'connecting' && <Working word={text.call.connecting} />}
      {phase.name === 'reconnecting' && (
        <Working word={text.call.reconnecting} aside={text.call.reconnectingHint} />
      )}
      {remote?.microphone === 'off' && (
        <span className="pill">
          <MicOff className="s" />
          {text.call.isMuted(name)}
        </span>
      )}
      {remote?.microphone === 'none' && (
        <span className="pill">
          <MicOff className="s" />
          {text.call.noMicrophone(name)}
        </span>
      )}
      {soundOnly && <span className="pill">{text.call.soundOnly}</span>}
      {remote !== null && remote.camera !== 'on' && !soundOnly && (
        <span className="pill">
          <VideoOff className="s" />
          {text.call.cameraIsOff(name)}
        </span>
      )}
    </>
  )
}

function Working({ word, aside }: { readonly word: string; readonly aside?: string }): ReactElement {
  return (
    <span className="pill" role="status">
      <span className="spin" aria-hidden="true" />
      <span className="strong">{word}</span>
      {aside && <span className="sub clip">{aside}</span>}
    </span>
  )
}
