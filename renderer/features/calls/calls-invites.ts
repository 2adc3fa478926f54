// Owns what a verified invite does to the list of calls, once invite-rules.ts has decided what it is. Pure.
import { assertNever } from '../../../shared/assert-never'
import { RING_MS } from '../../../shared/protocol/limits'
import { ringCall, ringing, stepCall } from './call-machine'
import type { CallFacts, CallState, Resumed, StageName } from './call-state'
import { DOUBT_MS, type CallTimer } from './call-timing'
import {
  dropHeld,
  inTurn,
  keep,
  liveCall,
  nothing,
  type CallsEffect,
  type CallsEvent,
  type CallsMachine,
  type CallsStep,
  type HeldInvite,
} from './calls-list'
import { decideInvite } from './invite-rules'
import { remember } from './recent-ids'

type Invite = Extract<CallsEvent, { type: 'inviteReceived' }>

export function onInvite(machine: CallsMachine, invite: Invite, atMs: number): CallsStep {
  const { facts, connect, answers = null } = invite
  const { callId, person } = facts
  if (machine.recent.has(callId) || person === machine.me) return nothing(machine)
  const known = { ...machine, recent: remember(machine.recent, callId) }
  const beside = { live: liveCall(machine), isKnown: (id: string) => machine.recent.has(id) }
  const decision = decideInvite(machine.me, { from: person, answers }, beside)
  switch (decision.is) {
    case 'ring':
      return keep(known, ringCall(facts, connect))
    case 'busy':
      return { machine: known, effects: [{ callId, list: { do: 'refuseBusy', missed: decision.missed } }] }
    case 'hold':
      return hold(known, { facts, connect, behind: 'own-call' }, RING_MS)
    case 'doubt':
      return hold(known, { facts, connect, behind: 'doubtful-call' }, DOUBT_MS)
    case 'merge':
      return takeUp(known, { facts, connect }, decision.own, atMs)
    case 'replace':
      return replace(known, { facts, connect }, decision.old, atMs)
    case 'continue':
      return continueIn(known, facts, decision.old, atMs)
    case 'over':
      return { machine: known, effects: [{ callId, list: { do: 'refuseOver' } }] }
    default:
      return assertNever(decision)
  }
}

type Theirs = Pick<HeldInvite, 'facts' | 'connect'>

const hold = (machine: CallsMachine, held: HeldInvite, forMs: number): CallsStep =>
  inTurn(machine, dropHeld, (now) => ({
    machine: { ...now, held },
    effects: [{ callId: held.facts.callId, list: { do: 'hold', forMs } }],
  }))

export const replace = (
  machine: CallsMachine,
  { facts, connect }: Theirs,
  old: CallState,
  atMs: number,
): CallsStep =>
  inTurn(
    machine,
    (now) => keep(now, stepCall(old, { type: 'timerFired', timer: LAST_TIMER[old.stage.name] }, atMs)),
    (now) => keep(now, ringCall(facts, connect)),
  )

/** What the caller's new call says about its old one is what waiting for it would come to. */
const LAST_TIMER: Readonly<Record<StageName, CallTimer>> = {
  calling: 'ring',
  ringing: 'ring',
  connecting: 'connect-deadline',
  connected: 'give-up',
  reconnecting: 'give-up',
  left: 'return',
  ended: 'give-up',
}

/** Accepted before the old one ends, so that no device closes and opens in between. Nobody hears it ring. */
function continueIn(machine: CallsMachine, facts: CallFacts, old: CallState, atMs: number): CallsStep {
  const { callId } = facts
  const state = ringing({ ...facts, resumes: resumedFrom(old, atMs) })
  return inTurn(
    machine,
    dropHeld,
    (now) => keep(now, { state, effects: [] }),
    (now) => ({ machine: now, effects: [{ callId, list: { do: 'continue', from: old.facts.callId } }] }),
    (now) => keep(now, stepCall(state, { type: 'acceptPressed', video: old.facts.video }, atMs)),
    (now) => keep(now, stepCall(old, { type: 'continued' }, atMs)),
  )
}

function resumedFrom({ facts, stage }: CallState, atMs: number): Resumed {
  const { callId, direction, video } = facts.resumes ?? facts
  const sinceMs = 'sinceMs' in stage ? stage.sinceMs : atMs
  return { callId, direction, video, sinceMs, lostMs: 'lostMs' in stage ? stage.lostMs : atMs }
}

/** The other's call instead of our own: accepted before ours ends, so that no device closes and opens in between. */
export function takeUp(machine: CallsMachine, theirs: Theirs, own: CallState, atMs: number): CallsStep {
  // Both may be about to take up one and the same call.
  const rung = ringCall({ ...theirs.facts, resumes: own.facts.resumes }, theirs.connect)
  return inTurn(
    machine,
    (now) => keep(now, rung),
    (now) => ({ machine: now, effects: [inheritDevices(theirs.facts.callId, own.facts.callId)] }),
    (now) => keep(now, stepCall(rung.state, { type: 'acceptPressed', video: own.facts.video }, atMs)),
    (now) => keep(now, stepCall(own, { type: 'merged' }, atMs)),
  )
}

const inheritDevices = (callId: string, from: string): CallsEffect => ({
  callId,
  list: { do: 'inheritDevices', from },
})
