// Owns what the parts of one call's session share.
import type { Scope } from '../../lib/scope'
import type { CallPath } from '../../rtc/call-path'
import type { CourierLine } from '../../rtc/courier-line'
import type { Signalling } from '../../rtc/signalling'
import type { CallControllerDeps } from './call-deps'
import type { CallEvent, CallFacts } from './call-state'
import type { Certificates } from './certificates'

/** A server connection that several calls may need: the last one to leave closes a visit. */
export interface ServerUse {
  readonly signalling: Signalling
  /** Harmless twice. */
  release(): void
}

export interface SessionContext {
  readonly facts: CallFacts
  readonly deps: CallControllerDeps
  readonly certificates: Certificates
  readonly line: CourierLine
  /** Ends with the call: nothing begins after it. */
  readonly scope: Scope
  /** Takes part in that server's messages until released. */
  readonly useServer: (signalling: Signalling) => ServerUse
  readonly emit: (event: CallEvent) => void
  /** The connection is there, unconnected. */
  readonly onPath: (path: CallPath) => void
  /** How many STUN servers and relays the connection was given, by that server. */
  readonly onIceServers: (count: number, signalling: Signalling) => void
}
