// Owns the words of the call machine: the states of one call, what can happen to it, and what is to be done about it.
// The transitions are in call-machine.ts and the files it names.
import type { Direction, EndReason, RingProofStep } from '../../../shared/model/call'
import type { CallMessage, CallMessageContent, CallMessageKind } from '../../../shared/protocol/call-messages'
import type { CallTimer } from './call-timing'

/** The call that this one stands for, where a renderer was lost. To the user, and in the history, they are one. */
export interface FirstCall {
  readonly callId: string
  readonly direction: Direction
  readonly video: boolean
}

/** It was on when its renderer was lost. */
export interface Resumed extends FirstCall {
  /** Monotonic, when both were first connected. */
  readonly sinceMs: number
  readonly lostMs: number
}

/** What is settled when the call begins and never changes. */
export interface CallFacts {
  readonly callId: string
  readonly direction: Direction
  /** The other side's identity. */
  readonly person: string
  /** Whether the caller called with a picture. */
  readonly video: boolean
  /** Incoming, from somebody who wasn't a contact then. */
  readonly unknown?: true | undefined
  /** It rang in a page that was lost, and its connection with that: it is accepted by calling the caller. */
  readonly kept?: true | undefined
  readonly resumes?: Resumed | undefined
  /** It still rang when the callee's renderer was lost: the callee answers it by this call. */
  readonly answers?: FirstCall | undefined
}

/** What the user knows it as. */
export const firstCallOf = (facts: CallFacts): FirstCall => facts.resumes ?? facts.answers ?? facts

export type EarlyLink = 'none' | 'up' | 'lost'

export type Stage =
  /**
   * Outgoing. `unsent`: still looking for the server; `sent`: not acknowledged yet by a server that does so; `assumed`: through
   * one that doesn't.
   */
  | { readonly name: 'calling'; readonly invite: 'unsent' | 'sent' | 'assumed' | 'delivered' }
  /** `proof`: outgoing, the certificate that the other side has signed for. `link`: of a connection made ahead, without media. */
  | {
      readonly name: 'ringing'
      readonly proof: string | null
      readonly link: EarlyLink
      /** Outgoing: what the other side has seen of it, in that order. */
      readonly rung?: readonly RingProofStep[]
    }
  | { readonly name: 'connecting' }
  /** `sinceMs` is monotonic, when both were first connected. */
  | { readonly name: 'connected'; readonly sinceMs: number }
  /** `attempt` counts the restarts since the link was lost, from 0. */
  | {
      readonly name: 'reconnecting'
      readonly sinceMs: number
      readonly lostMs: number
      readonly attempt: number
    }
  /** The other side's page went away and may come back within seconds: a reload looks like a closed tab. */
  | { readonly name: 'left'; readonly sinceMs: number; readonly lostMs: number }
  | {
      readonly name: 'ended'
      readonly reason: EndReason
      readonly talkedMs: number
      /** What the other side said with its decline, cleaned. */
      readonly words?: string
    }

export type StageName = Stage['name']
export type StageOf<N extends StageName> = Extract<Stage, { name: N }>

export interface CallState {
  readonly facts: CallFacts
  readonly stage: Stage
}

/** A message of a call that is known already; an invite makes one and goes to calls-machine.ts. */
export type InCallMessage = Exclude<CallMessage, { t: 'invite' }>

/** Why a call could not even be placed. */
export type DialFailure = Extract<
  EndReason,
  | 'server-unreachable'
  | 'not-invited'
  | 'join-code-needed'
  | 'superseded'
  | 'version-unsupported'
  | 'could-not-connect'
  | 'offline'
  | 'no-relay-here'
>

export type NoRoute =
  /** The connect deadline passed where neither side had STUN or a relay and both are not on one computer. */
  | 'no-route-without-relay'
  /** This side goes through a relay only, and there is none, or none that connected the two by the deadline. */
  | 'no-relay-here'

export type CallEvent =
  | { readonly type: 'acceptPressed'; readonly video: boolean }
  /** `message`: words for the caller. */
  | { readonly type: 'declinePressed'; readonly message?: string | undefined }
  /** The host has seen that a ring is shown or heard here. */
  | { readonly type: 'ringProven'; readonly step: RingProofStep }
  /** Of a call that rang in the page before: its caller isn't there any more. */
  | { readonly type: 'callerGone' }
  /** A contact calls while somebody unknown rings. */
  | { readonly type: 'displaced' }
  | { readonly type: 'hangUpPressed' }
  /** `acknowledged`: this server will say whether it arrived; a stock one doesn't, and it counts as arrived. */
  | { readonly type: 'inviteSent'; readonly acknowledged: boolean }
  | { readonly type: 'inviteDelivered' }
  | { readonly type: 'inviteOffline' }
  /** The server held it back. */
  | { readonly type: 'inviteLimited' }
  | { readonly type: 'dialFailed'; readonly reason: DialFailure }
  /** `relayless`: as for noRouteFound, so that the side which is told that it failed knows why. */
  | { readonly type: 'messageReceived'; readonly message: InCallMessage; readonly relayless?: boolean }
  | { readonly type: 'linkUp' }
  /** `closed`: by the other side, which was there to do it. */
  | { readonly type: 'linkDown'; readonly why: 'disconnected' | 'failed' | 'silent' | 'closed' }
  | { readonly type: 'timerFired'; readonly timer: CallTimer }
  | { readonly type: 'noRouteFound'; readonly reason: NoRoute }
  /** The machine woke up or its network changed. */
  | { readonly type: 'networkChanged' }
  /** The server that the call's messages go through is back. */
  | { readonly type: 'signallingReturned' }
  | { readonly type: 'identityMismatched' }
  | { readonly type: 'misbehaved' }
  | { readonly type: 'versionRefused' }
  /** Both called each other, and the other's call goes on instead. */
  | { readonly type: 'merged' }
  /** The other side takes the call up with a new one, since its renderer was lost. */
  | { readonly type: 'continued' }
  /** The app is closing. `mayReturn`: or its page is only being loaded again. */
  | { readonly type: 'abandoned'; readonly mayReturn: boolean }

/** What is to be done, by kind, with what it takes. The session has one handler for each: call-session.ts. */
interface EffectPayloads {
  /** Find the server, then invite and offer. */
  readonly dial: unknown
  /** Say that it rings; `connect`: with our certificate, and answer the offer without media. */
  readonly ring: { readonly connect: boolean }
  /** Say that we accept, and answer the offer where that is still to do. */
  readonly accept: { readonly video: boolean }
  /** Open the gate for the other's signed certificate. */
  readonly expectFingerprint: { readonly fingerprint: string }
  readonly send: { readonly content: CallMessageContent }
  readonly openDevices: { readonly camera: boolean }
  readonly closeDevices: unknown
  /** Consent is given: tracks may be sent, and received ones shown. */
  readonly attachTracks: unknown
  /** Say what we send, as a full snapshot, and from now on whenever it changes. */
  readonly announceSending: unknown
  readonly applyRemote: { readonly message: InCallMessage }
  /** ICE restart by this side, the caller. */
  readonly restart: unknown
  /** By this side, the callee: the caller is asked for one. */
  readonly requestRestart: unknown
  readonly startTimer: { readonly timer: CallTimer; readonly ms: number }
  readonly stopTimer: { readonly timer: CallTimer }
  readonly stopTimers: unknown
  /** Nothing begins after it. */
  readonly closePath: unknown
  /** History; not for a merged call. */
  readonly record: { readonly reason: EndReason; readonly talkedMs: number }
  /** The server was opened for this call, if it is a visit. */
  readonly releaseServer: unknown
  /** A message that means nothing in this state: counted, and past a bound the call ends. */
  readonly countStray: { readonly kind: CallMessageKind }
}

export type EffectKind = keyof EffectPayloads
export type EffectOf<K extends EffectKind> = { [P in K]: { readonly do: P } & EffectPayloads[P] }[K]
export type CallEffect = EffectOf<EffectKind>
/** One handler for every kind, or it doesn't compile. */
export type EffectHandlers = { readonly [K in EffectKind]: (effect: EffectOf<K>) => void }

export function runEffect<K extends EffectKind>(handlers: EffectHandlers, effect: EffectOf<K>): void {
  handlers[effect.do](effect)
}

export interface Step {
  readonly state: CallState
  readonly effects: readonly CallEffect[]
}
