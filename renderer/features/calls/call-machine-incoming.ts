// Owns an incoming call until this side has answered: `ringing`. Pure. No device opens before the user accepts.
import { assertNever } from '../../../shared/assert-never'
import type { EndReason } from '../../../shared/model/call'
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import type { CallEvent, CallState, InCallMessage, StageOf, Step } from './call-state'
import { agreed, declined, end, ignore, onEarlyLink, stay, stray, UNANSWERED } from './call-steps'
import { isSaid } from './said'

type Ringing = StageOf<'ringing'>

export function stepIncoming(state: CallState, stage: Ringing, event: CallEvent, atMs: number): Step {
  switch (event.type) {
    case 'acceptPressed':
      return accept(state, stage, event.video, atMs)
    case 'declinePressed':
      return end(state, { reason: 'declined-by-me', atMs, tell: declined(event.message) })
    case 'hangUpPressed':
      return end(state, { reason: 'declined-by-me', atMs, tell: declined() })
    case 'ringProven':
      // Of strangers nothing is told but that it rings.
      return state.facts.unknown
        ? ignore(state)
        : stay(state, { do: 'send', content: { t: 'rung', step: event.step } })
    case 'displaced':
      return end(state, { reason: 'missed', atMs, tell: { t: 'busy' } })
    case 'callerGone':
      return end(state, { reason: 'cancelled-by-other', atMs, tell: null })
    case 'messageReceived':
      return onMessage(state, event.message, atMs)
    case 'linkUp':
    case 'linkDown':
      return onEarlyLink(state, stage, event)
    case 'timerFired':
      return event.timer === 'ring' ? end(state, { reason: 'missed', atMs, tell: UNANSWERED }) : ignore(state)
    default:
      return ignore(state)
  }
}

/** The message leaves before the devices open: the caller's are open already, and opening takes longer than it does. */
function accept(state: CallState, stage: Ringing, video: boolean, atMs: number): Step {
  const { state: next, effects } = agreed(state, stage.link, atMs)
  return { state: next, effects: [{ do: 'accept', video }, { do: 'openDevices', camera: video }, ...effects] }
}

function onMessage(state: CallState, message: InCallMessage, atMs: number): Step {
  if (isSaid(message)) return stray(state, message)
  switch (message.t) {
    case 'cancel':
      return end(state, { reason: 'cancelled-by-other', atMs, tell: null })
    case 'bye':
      return end(state, { reason: reasonOfBye(message), atMs, tell: null })
    // A prewarmed connection pings and renegotiates like any other.
    case 'description':
    case 'candidate':
    case 'ping':
    case 'pong':
      return stay(state, { do: 'applyRemote', message })
    case 'ringing':
    case 'rung':
    case 'accept':
    case 'decline':
    case 'busy':
    case 'state':
    case 'restart-request':
      return stray(state, message)
    default:
      return assertNever(message)
  }
}

const reasonOfBye = ({ reason }: CallMessageOf<'bye'>): EndReason =>
  reason === 'refused' ? 'identity-mismatch' : 'cancelled-by-other'
