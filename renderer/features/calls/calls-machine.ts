// Owns the list of calls as a pure machine: which exist, which may have media, what an invite becomes, and how two calls of
// two people to each other become one. One call's own states are call-machine.ts.
import { assertNever } from '../../../shared/assert-never'
import type { EndReason } from '../../../shared/model/call'
import type { CallMessageKind } from '../../../shared/protocol/call-messages'
import { isLive, placeCall, ringCall, ringing, stepCall } from './call-machine'
import type { CallEffect, CallEvent, CallFacts, CallState, Resumed, StageName, Step } from './call-state'
import { DOUBT_MS, type CallTimer } from './call-timing'
import { RING_MS } from '../../../shared/protocol/limits'
import { decideInvite } from './invite-rules'
import { remember, type RecentIds } from './recent-ids'

/** An invite that waits for what becomes of the call that is there. */
export interface HeldInvite {
  /** Our own call to the same person goes first; or a call with them seems to be on, and may be dead. */
  readonly behind: 'own-call' | 'doubtful-call'
  readonly facts: CallFacts
  /** Whether it would connect while it rings. */
  readonly connect: boolean
}

export interface CallsMachine {
  readonly me: string
  /** Newest last. At most one is live; ended ones stay until they are dismissed. */
  readonly calls: readonly CallState[]
  readonly held: HeldInvite | null
  readonly recent: RecentIds
}

export type CallsEvent =
  | { readonly type: 'callPlaced'; readonly facts: CallFacts }
  /** Verified. `connect`: a contact, and connecting ahead is on. */
  | {
      readonly type: 'inviteReceived'
      readonly facts: CallFacts
      readonly connect: boolean
      /** The call that it takes up, after its caller's renderer was lost. */
      readonly answers?: string | undefined
    }
  | { readonly type: 'inCall'; readonly callId: string; readonly event: CallEvent }
  /** A message for a call that isn't there. */
  | { readonly type: 'strayReceived'; readonly callId: string; readonly kind: CallMessageKind }
  | { readonly type: 'holdExpired'; readonly callId: string }
  | { readonly type: 'dismissed'; readonly callId: string }

export type CallsEffect =
  | { readonly callId: string; readonly call: CallEffect }
  | { readonly callId: string; readonly list: ListEffect }

export type ListEffect =
  /** Answer `busy`; `missed`: and keep it as a missed call. */
  | { readonly do: 'refuseBusy'; readonly missed: boolean }
  /** Say that it rings, so that the other side doesn't take us for absent, and keep its offer. */
  | { readonly do: 'hold'; readonly forMs: number }
  /** Switch on and off what the user had chosen in that call of their own. */
  | { readonly do: 'inheritDevices'; readonly from: string }
  /** Go on with everything that this call of ours had: devices, name, start, server. */
  | { readonly do: 'continue'; readonly from: string }
  /** Answer that the call which it takes up was ended. */
  | { readonly do: 'refuseOver' }
  /** Answer that there is no such call. */
  | { readonly do: 'replyNotInCall' }
  /** The session may go. */
  | { readonly do: 'forget' }

export interface CallsStep {
  readonly machine: CallsMachine
  readonly effects: readonly CallsEffect[]
}

/** Enough to read why the last ones ended. */
const ENDED_KEPT = 8

export const noCalls = (me: string): CallsMachine => ({ me, calls: [], held: null, recent: new Set() })

export const liveCall = (machine: CallsMachine): CallState | null => machine.calls.find(isLive) ?? null
export const findCall = (machine: CallsMachine, callId: string): CallState | null =>
  machine.calls.find((call) => call.facts.callId === callId) ?? null

export function stepCalls(machine: CallsMachine, event: CallsEvent, atMs: number): CallsStep {
  switch (event.type) {
    case 'callPlaced':
      return onPlaced(machine, event.facts)
    case 'inviteReceived':
      return onInvite(machine, event, atMs)
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

const nothing = (machine: CallsMachine): CallsStep => ({ machine, effects: [] })

/** One after the other; the effects in that order. */
function inTurn(
  machine: CallsMachine,
  ...steps: readonly ((machine: CallsMachine) => CallsStep)[]
): CallsStep {
  return steps.reduce<CallsStep>((done, step) => {
    const next = step(done.machine)
    return { machine: next.machine, effects: [...done.effects, ...next.effects] }
  }, nothing(machine))
}

/** Puts a call's new state into the list, or adds the call. */
function keep(machine: CallsMachine, { state, effects }: Step): CallsStep {
  const { callId } = state.facts
  const known = machine.calls.some((call) => call.facts.callId === callId)
  const calls = known
    ? machine.calls.map((call) => (call.facts.callId === callId ? state : call))
    : [...machine.calls, state]
  return prune(
    { ...machine, calls },
    effects.map((call) => ({ callId, call })),
  )
}

/** A merged call was never one to the user; of the others the last few stay. */
function prune(machine: CallsMachine, effects: readonly CallsEffect[]): CallsStep {
  const ended = machine.calls.filter((call) => !isLive(call))
  const tooMany = new Set(ended.slice(0, Math.max(0, ended.length - ENDED_KEPT)))
  const gone = ended.filter(
    (call) => tooMany.has(call) || (call.stage.name === 'ended' && call.stage.reason === 'merged'),
  )
  const forgotten = gone.map(({ facts }): CallsEffect => ({ callId: facts.callId, list: { do: 'forget' } }))
  const calls = machine.calls.filter((call) => !gone.includes(call))
  return { machine: { ...machine, calls }, effects: [...effects, ...forgotten] }
}

/** While a call is live, another can't be placed; the controller looks first. */
function onPlaced(machine: CallsMachine, facts: CallFacts): CallsStep {
  if (liveCall(machine) || machine.recent.has(facts.callId)) return nothing(machine)
  return keep({ ...machine, recent: remember(machine.recent, facts.callId) }, placeCall(facts))
}

type Invite = Extract<CallsEvent, { type: 'inviteReceived' }>

function onInvite(machine: CallsMachine, invite: Invite, atMs: number): CallsStep {
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

const replace = (
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
function takeUp(machine: CallsMachine, theirs: Theirs, own: CallState, atMs: number): CallsStep {
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

function dropHeld(machine: CallsMachine): CallsStep {
  if (!machine.held) return nothing(machine)
  const { callId } = machine.held.facts
  return { machine: { ...machine, held: null }, effects: [{ callId, list: { do: 'forget' } }] }
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
  const step = stepCall(call, event, atMs)
  const { held } = machine
  if (!held || !isLive(call)) return keep(machine, step)
  const settle = held.behind === 'own-call' ? settleHeld : settleDoubt
  return settle(machine, { held, own: call, step }, atMs)
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
    case 'could-not-connect':
      return takeUp({ ...machine, held: null }, held, own, atMs)
    case 'cancelled-by-me':
    case 'declined-by-other':
      // Ours was called off, theirs was not: it rings like any other.
      return inTurn(
        { ...machine, held: null },
        (now) => keep(now, step),
        (now) => keep(now, ringCall(held.facts, held.connect)),
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
      ? keep(now, ringCall(held.facts, held.connect))
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
