// Owns what a call's session begins with.
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import type { CourierLine } from '../../rtc/courier-line'
import type { Signalling } from '../../rtc/signalling'
import type { CallControllerDeps } from './call-deps'
import type { CallEvent, CallFacts, EffectOf } from './call-state'
import type { Certificates } from './certificates'
import type { DialTarget } from './dialling'
import type { Said } from './said'
import type { ServerUse } from './session-context'

export interface SessionInit {
  readonly facts: CallFacts
  readonly deps: CallControllerDeps
  readonly certificates: Certificates
  readonly line: CourierLine
  /** What the call comes from: a link that was dialled, or an invite that came. */
  readonly cause: DialTarget | CallMessageOf<'invite'>
  /** What they sent with it, base64. */
  readonly picture?: string | undefined
  readonly name: string
  readonly callBack: string | null
  readonly useServer: (signalling: Signalling) => ServerUse
  readonly closeLine: () => void
  readonly emit: (event: CallEvent) => void
  readonly record: (ended: EffectOf<'record'>) => void
  /** The other side sees our screen so, or wrote something. Only while the call is agreed. */
  readonly onSaid: (message: Said) => void
  /** Something that the screens show has changed. */
  readonly onChange: () => void
}
