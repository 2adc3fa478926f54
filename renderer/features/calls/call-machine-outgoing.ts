// Owns an outgoing call until the other side has answered: `calling` and `ringing`. Pure.
import { assertNever } from '../../../shared/assert-never'
import { cleanText } from '../../../shared/clean-text'
import type { EndReason, RingProofStep } from '../../../shared/model/call'
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import { MAX_DECLINE_CHARS } from '../../../shared/protocol/limits'
import type { CallEffect, CallEvent, CallState, InCallMessage, StageOf, Step } from './call-state'
import {
  agreed,
  bye,
  CANCEL,
  end,
  ignore,
  onEarlyLink,
  startTimer,
  stay,
  stopTimer,
  stray,
  to,
} from './call-steps'
import type { CallTimer } from './call-timing'
import { isSaid } from './said'

type Waiting = StageOf<'calling'> | StageOf<'ringing'>

export function stepOutgoing(state: CallState, stage: Waiting, event: CallEvent, atMs: number): Step {
  switch (event.type) {
    case 'inviteSent':
    case 'inviteDelivered':
    case 'inviteOffline':
    case 'inviteLimited':
    case 'dialFailed':
      return onDialling(state, stage, event, atMs)
    case 'hangUpPressed':
    case 'declinePressed':
      return end(state, { reason: 'cancelled-by-me', atMs, tell: wasInvited(stage) ? CANCEL : null })
    case 'messageReceived':
      return onMessage(state, stage, event.message, atMs)
    case 'linkUp':
    case 'linkDown':
      return stage.name === 'ringing' ? onEarlyLink(state, stage, event) : ignore(state)
    case 'timerFired':
      return onTimer(state, stage, event.timer, atMs)
    default:
      return ignore(state)
  }
}

/** What no `ringing` means, by how far the invite got. */
const SILENCE: Readonly<Record<StageOf<'calling'>['invite'], EndReason>> = {
  unsent: 'server-unreachable',
  // No word from the server either: then it is the server that isn't there.
  sent: 'server-unreachable',
  assumed: 'offline',
  // Their app has it, and says nothing: why is nobody's business.
  delivered: 'no-answer',
}

const wasInvited = (stage: Waiting): boolean => stage.name === 'ringing' || stage.invite !== 'unsent'

type Dialling = Extract<
  CallEvent,
  { type: 'inviteSent' | 'inviteDelivered' | 'inviteOffline' | 'inviteLimited' | 'dialFailed' }
>

/** Once it rings they are there, whatever a late or repeated send came to. */
function onDialling(state: CallState, stage: Waiting, event: Dialling, atMs: number): Step {
  if (event.type === 'dialFailed') {
    return end(state, { reason: event.reason, atMs, tell: wasInvited(stage) ? CANCEL : null })
  }
  if (stage.name !== 'calling') return ignore(state)
  switch (event.type) {
    case 'inviteSent':
      return to(
        state,
        { name: 'calling', invite: event.acknowledged ? 'sent' : 'assumed' },
        stopTimer('dial'),
        startTimer('no-ringing'),
        startTimer('ring'),
      )
    case 'inviteDelivered':
      return to(state, { name: 'calling', invite: 'delivered' })
    case 'inviteOffline':
      return end(state, { reason: 'offline', atMs, tell: null })
    case 'inviteLimited':
      return end(state, { reason: 'rate-limited', atMs, tell: null })
    default:
      return assertNever(event)
  }
}

function onTimer(state: CallState, stage: Waiting, timer: CallTimer, atMs: number): Step {
  if (timer === 'no-ringing' && stage.name === 'calling') {
    return end(state, { reason: SILENCE[stage.invite], atMs, tell: CANCEL })
  }
  if (timer === 'dial') return end(state, { reason: 'server-unreachable', atMs, tell: null })
  return timer === 'ring' ? end(state, { reason: 'no-answer', atMs, tell: CANCEL }) : ignore(state)
}

function onMessage(state: CallState, stage: Waiting, message: InCallMessage, atMs: number): Step {
  if (isSaid(message)) return stray(state, message)
  if (message.t === 'ringing' || message.t === 'rung') return onRings(state, stage, message, atMs)
  switch (message.t) {
    case 'accept':
      return onAccept(state, stage, message, atMs)
    case 'decline':
      return onDecline(state, message, atMs)
    case 'busy':
      return end(state, { reason: 'busy', atMs, tell: null })
    case 'bye':
      return end(state, { reason: reasonOfBye(stage, message), atMs, tell: null })
    // A connection made ahead pings and renegotiates like any other; `state` can overtake an accept on its slower way.
    case 'description':
    case 'candidate':
    case 'ping':
    case 'pong':
    case 'state':
      return stay(state, { do: 'applyRemote', message })
    case 'cancel':
    case 'restart-request':
      return stray(state, message)
    default:
      return assertNever(message)
  }
}

type Rings = CallMessageOf<'ringing'> | CallMessageOf<'rung'>

function onRings(state: CallState, stage: Waiting, message: Rings, atMs: number): Step {
  // It answers a call of theirs, so nobody is to be rung by it: theirs is over, or their app knows no such answers.
  if (state.facts.answers) return end(state, { reason: 'no-answer', atMs, tell: CANCEL })
  return message.t === 'ringing' ? onRinging(state, stage, message) : onRung(state, stage, message.step)
}

function onDecline(state: CallState, message: CallMessageOf<'decline'>, atMs: number): Step {
  if (message.unanswered) return end(state, { reason: 'no-answer', atMs, tell: null })
  const words = cleanText(message.message ?? '', MAX_DECLINE_CHARS)
  return end(state, { reason: 'declined-by-other', atMs, tell: null, words })
}

/** A side that refuses before it rings can't read us; after that it saw another certificate than the signed one. */
function reasonOfBye(stage: Waiting, message: CallMessageOf<'bye'>): EndReason {
  switch (message.reason) {
    case 'refused':
      return stage.name === 'calling' ? 'version-unsupported' : 'identity-mismatch'
    case 'hung-up':
      return 'declined-by-other'
    case 'failed':
      return message.noRelay ? 'no-relay-there' : 'could-not-connect'
    case 'not-in-call':
      return 'could-not-connect'
    default:
      return assertNever(message.reason)
  }
}

const proofOf = (stage: Waiting): string | null => (stage.name === 'ringing' ? stage.proof : null)
const linkOf = (stage: Waiting) => (stage.name === 'ringing' ? stage.link : 'none')

/** The first signed certificate counts; the gate takes no second one. */
const prove = (stage: Waiting, fingerprint: string | undefined): readonly CallEffect[] =>
  fingerprint === undefined || proofOf(stage) !== null ? [] : [{ do: 'expectFingerprint', fingerprint }]

function onRinging(state: CallState, stage: Waiting, message: CallMessageOf<'ringing'>): Step {
  const effects = prove(stage, message.fingerprint)
  const proof = proofOf(stage) ?? message.fingerprint ?? null
  const rings = { name: 'ringing', proof, link: linkOf(stage), ...withRung(rungOf(stage)) } as const
  return to(state, rings, stopTimer('no-ringing'), ...effects)
}

/** It may overtake `ringing`, which waits for the other side's certificate: then it says that it rings, too. */
function onRung(state: CallState, stage: Waiting, step: RingProofStep): Step {
  const rung = rungOf(stage)
  if (rung.includes(step)) return ignore(state)
  const rings = {
    name: 'ringing',
    proof: proofOf(stage),
    link: linkOf(stage),
    rung: [...rung, step],
  } as const
  return to(state, rings, stopTimer('no-ringing'))
}

const rungOf = (stage: Waiting): readonly RingProofStep[] =>
  stage.name === 'ringing' ? (stage.rung ?? []) : []
const withRung = (rung: readonly RingProofStep[]) => (rung.length > 0 ? { rung } : {})

function onAccept(state: CallState, stage: Waiting, message: CallMessageOf<'accept'>, atMs: number): Step {
  const proven = proofOf(stage)
  // One call has one certificate on each side: who signs for another one now isn't who it rang at.
  if (proven !== null && proven !== message.fingerprint) {
    return end(state, { reason: 'identity-mismatch', atMs, tell: bye('refused') })
  }
  const proof = prove(stage, message.fingerprint)
  const { state: next, effects } = agreed(state, linkOf(stage), atMs)
  return { state: next, effects: [...proof, ...effects] }
}
