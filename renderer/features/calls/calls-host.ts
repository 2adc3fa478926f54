// Owns what the parts that begin calls need of the running ones: kept-rings.ts and placed-calls.ts.
import type { CallControllerDeps } from './call-deps'
import type { CallSession } from './call-session'
import type { CallFacts, CallState } from './call-state'
import type { CallsEvent } from './calls-list'
import type { LearnedLinks } from './learned-links'
import type { SessionInit } from './session-init'

export type SessionOrigin = Pick<SessionInit, 'cause' | 'name' | 'callBack' | 'picture'> & {
  /** Its messages are numbered from there. */
  readonly afterSeq?: number
}

export interface CallsHost {
  readonly deps: CallControllerDeps
  readonly learned: LearnedLinks
  readonly live: () => CallState | null
  readonly callOf: (callId: string) => CallState | null
  readonly sessionOf: (callId: string) => CallSession | null
  readonly openSession: (facts: CallFacts, origin: SessionOrigin) => CallSession
  /** As the user would. */
  readonly accept: (callId: string, video: boolean) => void
  readonly step: (event: CallsEvent) => void
}
