// Owns what a verified invite does to the list of calls, once invite-rules.ts has decided what it is. Pure.
import { assertNever } from '../../../shared/assert-never'
import { RING_MS } from '../../../shared/protocol/limits'
import { ringCall, ringing, stepCall } from './call-machine'
import { firstCallOf, type CallFacts, type CallState, type Resumed, type StageName } from './call-state'
import { DOUBT_MS, type CallTimer } from './call-timing'
import {
  dropHeld,
  inTurn,
  keep,
  liveCall,
  nothing,
  waitingCall,
  type CallsEffect,
  type CallsEvent,
  type CallsMachine,
  type CallsStep,
  type HeldInvite,
} from './calls-list'
import { decideInvite, type InviteDecision } from './invite-rules'
import { remember } from './recent-ids'

type Invite = Extract<CallsEvent, { type: 'inviteReceived' }>

export function onInvite(machine: CallsMachine, invite: Invite, atMs: number): CallsStep {
  const { facts, connect, ringMs, standing, unknownCallers, answers = null } = invite
  const { callId, person } = facts
  if (machine.recent.has(callId) || person === machine.me) return nothing(machine)
  const known = { ...machine, recent: remember(machine.recent, callId) }
  const isKnown = (id: string) => machine.recent.has(id)
  const beside = { live: liveCall(machine), waiting: waitingCall(machine), isKnown, unknownCallers }
  const decision = decideInvite(machine.me, { from: person, standing, answers }, beside)
  return carryOut(known, { facts, connect, ringMs }, decision, atMs)
}

function carryOut(known: CallsMachine, theirs: Theirs, decision: InviteDecision, atMs: number): CallsStep {
  const { facts, connect, ringMs } = theirs
  const { callId } = facts
  switch (decision.is) {
    case 'ring':
      return keep(known, ringCall(facts, connect, ringMs))
    case 'wait':
      return wait(known, theirs)
    case 'busy':
      return { machine: known, effects: [{ callId, list: { do: 'refuseBusy', missed: decision.missed } }] }
    case 'hold':
      return hold(known, { ...theirs, behind: 'own-call' }, RING_MS)
    case 'doubt':
      return hold(known, { ...theirs, behind: 'doubtful-call' }, DOUBT_MS)
    case 'merge':
      return takeUp(known, theirs, decision.own, atMs)
    case 'replace':
      return replace(known, theirs, decision.old, atMs)
    case 'continue':
      return continueIn(known, facts, decision.old, atMs)
    case 'answered':
      return answerIn(known, facts, decision.own, atMs)
    case 'over':
      return { machine: known, effects: [{ callId, list: { do: 'refuseOver' } }] }
    case 'displace':
      return displace(known, theirs, decision.old, atMs)
    case 'list':
    case 'refuse':
      return { machine: known, effects: [{ callId, list: { do: decision.is } }] }
    case 'ignore':
      return { machine: known, effects: [{ callId, list: { do: 'forget' } }] }
    default:
      return assertNever(decision)
  }
}

/** Beside a call that is on it waits as it did before. There is one at most, as there was. */
export function onKeptRang(machine: CallsMachine, facts: CallFacts, ringMs: number): CallsStep {
  const isOver = machine.recent.has(facts.callId) || facts.person === machine.me
  if (isOver || machine.waiting !== null) return nothing(machine)
  const known = { ...machine, recent: remember(machine.recent, facts.callId) }
  if (liveCall(machine)) return wait(known, { facts, connect: false, ringMs })
  return keep(known, ringCall(facts, false, ringMs))
}

/** Never connected ahead: the call that is on keeps the line to itself. */
const wait = (machine: CallsMachine, { facts, ringMs }: Theirs): CallsStep =>
  keep({ ...machine, waiting: facts.callId }, ringCall(facts, false, ringMs))

type Theirs = Omit<HeldInvite, 'behind'>

const hold = (machine: CallsMachine, held: HeldInvite, forMs: number): CallsStep =>
  inTurn(machine, dropHeld, (now) => ({
    machine: { ...now, held },
    effects: [{ callId: held.facts.callId, list: { do: 'hold', forMs } }],
  }))

export function replace(machine: CallsMachine, theirs: Theirs, old: CallState, atMs: number): CallsStep {
  const waited = old.facts.callId === machine.waiting
  return inTurn(
    machine,
    (now) => keep(now, stepCall(old, { type: 'timerFired', timer: LAST_TIMER[old.stage.name] }, atMs)),
    (now) => (waited ? wait(now, theirs) : keep(now, ringCall(theirs.facts, theirs.connect, theirs.ringMs))),
  )
}

function displace(machine: CallsMachine, { facts, connect, ringMs }: Theirs, old: CallState, atMs: number) {
  return inTurn(
    machine,
    (now) => keep(now, stepCall(old, { type: 'displaced' }, atMs)),
    (now) => keep(now, ringCall(facts, connect, ringMs)),
  )
}

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

/** As when both call each other, whatever the order of the ids: they took our call, and this is how. */
function answerIn(machine: CallsMachine, facts: CallFacts, own: CallState, atMs: number): CallsStep {
  const { callId, direction, video } = own.facts
  const state = ringing({ ...facts, answers: { callId, direction, video } })
  return inTurn(
    machine,
    dropHeld,
    (now) => keep(now, { state, effects: [] }),
    (now) => ({ machine: now, effects: [inheritDevices(facts.callId, callId)] }),
    (now) => keep(now, stepCall(state, { type: 'acceptPressed', video }, atMs)),
    (now) => keep(now, stepCall(own, { type: 'continued' }, atMs)),
  )
}

function resumedFrom({ facts, stage }: CallState, atMs: number): Resumed {
  const { callId, direction, video } = firstCallOf(facts)
  const sinceMs = 'sinceMs' in stage ? stage.sinceMs : atMs
  return { callId, direction, video, sinceMs, lostMs: 'lostMs' in stage ? stage.lostMs : atMs }
}

/** The other's call instead of our own: accepted before ours ends, so that no device closes and opens in between. */
export function takeUp(machine: CallsMachine, theirs: Theirs, own: CallState, atMs: number): CallsStep {
  // Both may be about to take up one and the same call.
  const { resumes, answers } = own.facts
  const rung = ringCall({ ...theirs.facts, resumes, answers }, theirs.connect)
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
