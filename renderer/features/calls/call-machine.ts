// Owns one call as a pure machine: (state, event) → state and effects. The table is split by state: not yet agreed, outgoing
// (call-machine-outgoing.ts) and incoming (call-machine-incoming.ts), and agreed (call-machine-agreed.ts). Which calls there
// are at all is calls-machine.ts.
import { assertNever } from '../../../shared/assert-never'
import type { EndReason } from '../../../shared/model/call'
import { RING_MS } from '../../../shared/protocol/limits'
import { stepAgreed } from './call-machine-agreed'
import { stepLeft } from './call-machine-left'
import { stepIncoming } from './call-machine-incoming'
import { stepOutgoing } from './call-machine-outgoing'
import type { CallEvent, CallFacts, CallState, Step } from './call-state'
import { bye, CANCEL, DECLINE, end, ignore, MAY_RETURN, startTimer, stay, to } from './call-steps'

export const isLive = (state: CallState): boolean => state.stage.name !== 'ended'

/** The caller's devices open while it rings, so that accepting costs no time. */
export function placeCall(facts: CallFacts): Step {
  const state: CallState = { facts, stage: { name: 'calling', invite: 'unsent' } }
  return to(
    state,
    state.stage,
    { do: 'dial' },
    { do: 'openDevices', camera: facts.video },
    startTimer('dial'),
  )
}

export const ringing = (facts: CallFacts): CallState => ({
  facts,
  stage: { name: 'ringing', proof: null, link: 'none' },
})

/** `connect`: make the connection while it rings. The invite proved the caller's certificate. */
export function ringCall(facts: CallFacts, connect: boolean, ringMs = RING_MS): Step {
  const state = ringing(facts)
  return to(state, state.stage, { do: 'ring', connect }, { do: 'startTimer', timer: 'ring', ms: ringMs })
}

export function stepCall(state: CallState, event: CallEvent, atMs: number): Step {
  return stepAnywhere(state, event, atMs) ?? stepByStage(state, event, atMs)
}

function stepByStage(state: CallState, event: CallEvent, atMs: number): Step {
  const { stage } = state
  switch (stage.name) {
    case 'ended':
      return ignore(state)
    case 'calling':
      return stepOutgoing(state, stage, event, atMs)
    case 'ringing':
      return state.facts.direction === 'outgoing'
        ? stepOutgoing(state, stage, event, atMs)
        : stepIncoming(state, stage, event, atMs)
    case 'connecting':
    case 'connected':
    case 'reconnecting':
      return stepAgreed(state, stage, event, atMs)
    case 'left':
      return stepLeft(state, event, atMs)
    default:
      return assertNever(stage)
  }
}

/** What ends a call in whatever state it is. */
function stepAnywhere(state: CallState, event: CallEvent, atMs: number): Step | null {
  if (!isLive(state)) return null
  const ended = (reason: EndReason, told: 'refused' | 'failed') =>
    end(state, { reason, atMs, tell: wasInvited(state) ? bye(told) : null })
  switch (event.type) {
    case 'identityMismatched':
      return ended('identity-mismatch', 'refused')
    case 'misbehaved':
      return ended('misbehaved', 'failed')
    case 'versionRefused':
      // Said by somebody whose signature we can't check: it may stop what nobody agreed to, and no more.
      return mayHaveMedia(state) ? stay(state) : ended('version-unsupported', 'refused')
    // The winner drops the held invite by itself when this side accepts its call; told, it needn't wait for that.
    case 'merged':
      return end(state, { reason: 'merged', atMs, tell: wasInvited(state) ? CANCEL : null })
    case 'continued':
      return end(state, { reason: 'merged', atMs, tell: null })
    case 'abandoned':
      return abandon(state, atMs, event.mayReturn)
    default:
      return null
  }
}

const wasInvited = ({ stage }: CallState): boolean => stage.name !== 'calling' || stage.invite !== 'unsent'

function abandon(state: CallState, atMs: number, mayReturn: boolean): Step {
  const early = state.stage.name === 'calling' || state.stage.name === 'ringing'
  if (!early) {
    return end(state, {
      reason: 'ended-by-me',
      atMs,
      tell: mayReturn && isOn(state) ? MAY_RETURN : bye('hung-up'),
    })
  }
  return state.facts.direction === 'outgoing'
    ? end(state, { reason: 'cancelled-by-me', atMs, tell: wasInvited(state) ? CANCEL : null })
    : end(state, { reason: 'missed', atMs, tell: DECLINE })
}

/** Rings here, and can't be accepted but by a call to its caller. */
export const isKeptRing = ({ facts, stage }: CallState): boolean =>
  facts.kept === true && stage.name === 'ringing'

export const mayHaveMedia = (state: CallState): boolean =>
  state.stage.name === 'connecting' || isOn(state) || state.stage.name === 'left'

/** Both were connected; maybe they aren't at this moment. */
export const isOn = ({ stage }: CallState): boolean =>
  stage.name === 'connected' || stage.name === 'reconnecting'
