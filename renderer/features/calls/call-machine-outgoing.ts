// Owns an outgoing call until the other side has answered: `calling` and `ringing`. Pure.
import { assertNever } from '../../../shared/assert-never'
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import type { CallEffect, CallEvent, CallState, InCallMessage, StageOf, Step } from './call-state'
import { agreed, CANCEL, end, ignore, startTimer, stay, stopTimer, stray, to } from './call-steps'
import type { CallTimer } from './call-timing'

type Waiting = StageOf<'calling'> | StageOf<'ringing'>

export function stepOutgoing(state: CallState, stage: Waiting, event: CallEvent, atMs: number): Step {
  switch (event.type) {
    case 'inviteSent':
      if (stage.name !== 'calling') return ignore(state)
      return to(
        state,
        { name: 'calling', invite: event.acknowledged ? 'sent' : 'delivered' },
        startTimer('no-ringing'),
        startTimer('ring'),
      )
    case 'inviteDelivered':
      return stage.name === 'calling' ? to(state, { ...stage, invite: 'delivered' }) : ignore(state)
    case 'inviteOffline':
      // Once it rings they are there, whatever a late or repeated send came to.
      return stage.name === 'calling' ? end(state, { reason: 'offline', atMs, tell: null }) : ignore(state)
    case 'dialFailed':
      return end(state, { reason: event.reason, atMs, tell: null })
    case 'hangUpPressed':
    case 'declinePressed':
      return end(state, { reason: 'cancelled-by-me', atMs, tell: invited(stage) ? CANCEL : null })
    case 'messageReceived':
      return onMessage(state, stage, event.message, atMs)
    case 'linkUp':
    case 'linkDown':
      return stage.name === 'ringing'
        ? to(state, { ...stage, linked: event.type === 'linkUp' })
        : ignore(state)
    case 'timerFired':
      return onTimer(state, stage, event.timer, atMs)
    default:
      return ignore(state)
  }
}

const invited = (stage: Waiting): boolean => stage.name === 'ringing' || stage.invite !== 'unsent'

function onTimer(state: CallState, stage: Waiting, timer: CallTimer, atMs: number): Step {
  if (timer === 'no-ringing' && stage.name === 'calling') {
    const reason = stage.invite === 'sent' ? 'server-unreachable' : 'offline'
    return end(state, { reason, atMs, tell: CANCEL })
  }
  return timer === 'ring' ? end(state, { reason: 'no-answer', atMs, tell: CANCEL }) : ignore(state)
}

function onMessage(state: CallState, stage: Waiting, message: InCallMessage, atMs: number): Step {
  switch (message.t) {
    case 'ringing':
      return onRinging(state, stage, message)
    case 'accept':
      return onAccept(state, stage, message, atMs)
    case 'decline':
      return end(state, { reason: 'declined-by-other', atMs, tell: null })
    case 'busy':
      return end(state, { reason: 'busy', atMs, tell: null })
    case 'bye':
      return end(state, { reason: reasonOfBye(stage, message), atMs, tell: null })
    // A prewarmed connection pings and renegotiates like any other.
    case 'description':
    case 'candidate':
    case 'ping':
    case 'pong':
    // Sent after an accept that is still on its slower way.
    case 'state':
      return stay(state, { do: 'applyRemote', message })
    case 'cancel':
    case 'restart-request':
      return stray(state, message)
    default:
      return assertNever(message)
  }
}

/** A side that refuses before it rings can't read us; after that it saw another certificate than the signed one. */
function reasonOfBye(stage: Waiting, message: CallMessageOf<'bye'>) {
  if (message.reason !== 'refused')
    return message.reason === 'hung-up' ? 'declined-by-other' : 'could-not-connect'
  return stage.name === 'calling' ? 'version-unsupported' : 'identity-mismatch'
}

const prove = (stage: Waiting, fingerprint: string | undefined): readonly CallEffect[] =>
  fingerprint === undefined || (stage.name === 'ringing' && stage.proven)
    ? []
    : [{ do: 'expectFingerprint', fingerprint }]

function onRinging(state: CallState, stage: Waiting, message: CallMessageOf<'ringing'>): Step {
  const proof = prove(stage, message.fingerprint)
  const wasProven = stage.name === 'ringing' && stage.proven
  const linked = stage.name === 'ringing' && stage.linked
  const proven = wasProven || proof.length > 0
  return to(state, { name: 'ringing', proven, linked }, stopTimer('no-ringing'), ...proof)
}

function onAccept(state: CallState, stage: Waiting, message: CallMessageOf<'accept'>, atMs: number): Step {
  const proof = prove(stage, message.fingerprint)
  const { state: next, effects } = agreed(state, stage.name === 'ringing' && stage.linked, atMs)
  return { state: next, effects: [...proof, ...effects] }
}
