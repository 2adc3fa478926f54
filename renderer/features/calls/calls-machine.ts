// Owns the list of calls as a pure machine: what happens to the calls that are there, and how two calls of two people to each
// other become one. One call's own states are call-machine.ts.
import { assertNever } from '../../../shared/assert-never'
import type { EndReason } from '../../../shared/model/call'
import type { CallMessageKind } from '../../../shared/protocol/call-messages'
import { isKeptRing, isLive, placeCall, ringCall, stepCall } from './call-machine'
import type { CallEvent, CallFacts, CallState, Step } from './call-state'
import { onInvite, onKeptRang, replace, takeUp } from './calls-invites'
import {
  dropHeld,
  findCall,
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
import { remember } from './recent-ids'

export function stepCalls(machine: CallsMachine, event: CallsEvent, atMs: number): CallsStep {
  switch (event.type) {
    case 'callPlaced':
      return onPlaced(machine, event.facts)
    case 'inviteReceived':
      return onInvite(machine, event, atMs)
    case 'keptRang':
      return onKeptRang(machine, event.facts, event.ringMs)
    case 'keptAccepted':
      return onKeptAccepted(machine, event.facts, atMs)
    case 'inCall':
      return onInCall(machine, event.callId, event.event, atMs)
    case 'strayReceived':
      return onStray(machine, event.callId, event.kind)
    case 'holdExpired':
      return machine.held?.facts.callId === event.callId ? expireHeld(machine) : nothing(machine)
    case 'dismissed':
      return onDismissed(machine, event.callId)
    default:
      return assertNever(event)
  }
}

/** While a call is live, another can't be placed; the controller looks first. */
function onPlaced(machine: CallsMachine, facts: CallFacts): CallsStep {
  if (liveCall(machine) || machine.recent.has(facts.callId)) return nothing(machine)
  return keep({ ...machine, recent: remember(machine.recent, facts.callId) }, placeCall(facts))
}

/** A call that still answers its pings lives: they are in it. */
function expireHeld(machine: CallsMachine): CallsStep {
  if (machine.held?.behind !== 'doubtful-call') return dropHeld(machine)
  const { callId } = machine.held.facts
  const refused: CallsEffect = { callId, list: { do: 'refuseBusy', missed: false } }
  return { machine: { ...machine, held: null }, effects: [refused] }
}

function onInCall(machine: CallsMachine, callId: string, event: CallEvent, atMs: number): CallsStep {
  const call = findCall(machine, callId)
  if (event.type === 'messageReceived' && !(call && isLive(call))) {
    return onStray(machine, callId, event.message.t)
  }
  if (!call) return nothing(machine)
  if (callId === machine.waiting && event.type === 'acceptPressed') {
    return endAndAccept(machine, call, event.video, atMs)
  }
  const step = stepCall(call, event, atMs)
  const { held } = machine
  if (!held || !isLive(call) || callId === machine.waiting) return keep(machine, step)
  const settle = held.behind === 'own-call' ? settleHeld : settleDoubt
  return settle(machine, { held, own: call, step }, atMs)
}

/** Nobody is told anything by the call that rings: its caller goes on with the new one. */
function onKeptAccepted(machine: CallsMachine, facts: CallFacts, atMs: number): CallsStep {
  const kept = facts.answers ? findCall(machine, facts.answers.callId) : null
  if (!kept || !isKeptRing(kept)) return nothing(machine)
  const live = liveCall(machine)
  return inTurn(
    machine,
    (now) => keep(now, stepCall(kept, { type: 'continued' }, atMs)),
    (now) => (live && live !== kept ? hangUp(now, live, atMs) : nothing(now)),
    (now) => onPlaced(now, facts),
  )
}

const hangUp = (machine: CallsMachine, { facts }: CallState, atMs: number): CallsStep =>
  onInCall(machine, facts.callId, { type: 'hangUpPressed' }, atMs)

/** The one that was on ends first: at most one call has media. */
function endAndAccept(machine: CallsMachine, waiting: CallState, video: boolean, atMs: number): CallsStep {
  const live = liveCall(machine)
  const { callId } = waiting.facts
  return inTurn(
    machine,
    (now) => (live ? hangUp(now, live, atMs) : nothing(now)),
    (now) => onInCall(now, callId, { type: 'acceptPressed', video }, atMs),
  )
}

interface Settling {
  readonly held: HeldInvite
  readonly own: CallState
  /** What our own call would become. */
  readonly step: Step
}

/** Our own call moved while the other's is held: go on, drop the other's, or take it up. */
function settleHeld(machine: CallsMachine, { held, own, step }: Settling, atMs: number): CallsStep {
  const { stage } = step.state
  if (stage.name === 'calling' || stage.name === 'ringing') return keep(machine, step)
  if (stage.name !== 'ended') return inTurn(machine, dropHeld, (now) => keep(now, step))
  switch (stage.reason) {
    case 'offline':
    case 'no-answer':
    case 'busy':
    case 'server-unreachable':
    case 'not-invited':
    case 'join-code-needed':
    case 'rate-limited':
    case 'could-not-connect':
    case 'answered-too-late':
      return takeUp({ ...machine, held: null }, held, own, atMs)
    case 'cancelled-by-me':
    case 'declined-by-other':
      // Ours was called off, theirs was not: it rings like any other.
      return inTurn(
        { ...machine, held: null },
        (now) => keep(now, step),
        (now) => keep(now, ringCall(held.facts, held.connect, held.ringMs)),
      )
    default:
      return inTurn(machine, dropHeld, (now) => keep(now, step))
  }
}

/** It rings once the call that seemed to be on shows that it isn't. */
function settleDoubt(machine: CallsMachine, { held, step }: Settling, atMs: number): CallsStep {
  const { stage } = step.state
  if (stage.name === 'connected') return keep(machine, step)
  if (stage.name === 'ended' && FOR_CAUSE.has(stage.reason)) {
    return inTurn(machine, dropHeld, (now) => keep(now, step))
  }
  const going = inTurn({ ...machine, held: null }, (now) => keep(now, step))
  const next = (now: CallsMachine): CallsStep =>
    stage.name === 'ended'
      ? keep(now, ringCall(held.facts, held.connect, held.ringMs))
      : replace(now, held, step.state, atMs)
  return inTurn(going.machine, () => going, next)
}

const FOR_CAUSE: ReadonlySet<EndReason> = new Set<EndReason>(['identity-mismatch', 'misbehaved'])

/** These ask something of a call that we gave up, or never had after a restart; the rest needs no answer. */
const ASKING: ReadonlySet<CallMessageKind> = new Set<CallMessageKind>([
  'ringing',
  'accept',
  'description',
  'restart-request',
])

function onStray(machine: CallsMachine, callId: string, kind: CallMessageKind): CallsStep {
  if (machine.held?.facts.callId === callId) {
    return kind === 'cancel' || kind === 'bye' ? dropHeld(machine) : nothing(machine)
  }
  return ASKING.has(kind)
    ? { machine, effects: [{ callId, list: { do: 'replyNotInCall' } }] }
    : nothing(machine)
}

function onDismissed(machine: CallsMachine, callId: string): CallsStep {
  const call = findCall(machine, callId)
  if (!call || isLive(call)) return nothing(machine)
  const calls = machine.calls.filter((other) => other !== call)
  return { machine: { ...machine, calls }, effects: [{ callId, list: { do: 'forget' } }] }
}
