// Owns the list of calls: which there are, at most one of them live, and the moves that change it. Pure. What happens to it is
// calls-machine.ts, what an invite becomes calls-invites.ts.
import type { UnknownCallers } from '../../../shared/model/settings'
import type { CallMessageKind } from '../../../shared/protocol/call-messages'
import { isLive } from './call-machine'
import type { CallEffect, CallEvent, CallFacts, CallState, Step } from './call-state'
import type { Standing } from './invite-rules'
import type { RecentIds } from './recent-ids'

/** An invite that waits for what becomes of the call that is there. */
export interface HeldInvite {
  /** Our own call to the same person goes first; or a call with them seems to be on, and may be dead. */
  readonly behind: 'own-call' | 'doubtful-call'
  readonly facts: CallFacts
  /** Whether it would connect while it rings. */
  readonly connect: boolean
  readonly ringMs?: number | undefined
}

export interface CallsMachine {
  readonly me: string
  /** Newest last. At most one is live beside the one that waits; ended ones stay until they are dismissed. */
  readonly calls: readonly CallState[]
  /** Rings beside the live one, for which answering it ends that; null: none. */
  readonly waiting: string | null
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
      /** For how long it rings here. */
      readonly ringMs?: number | undefined
      readonly standing: Standing
      /** The user's wish for callers who aren't contacts. */
      readonly unknownCallers: UnknownCallers
      /** The call that it takes up, after its caller's renderer was lost. */
      readonly answers?: string | undefined
    }
  /** It rang in the page before this one, which was lost, and still has so long. */
  | { readonly type: 'keptRang'; readonly facts: CallFacts; readonly ringMs: number }
  /** The user accepts such a call, by a new one: `facts.answers` is the one that rings. */
  | { readonly type: 'keptAccepted'; readonly facts: CallFacts }
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
  /** Not a call to the user: kept as a missed one and told nothing, or declined. */
  | { readonly do: 'list' }
  | { readonly do: 'refuse' }
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

export const noCalls = (me: string): CallsMachine => ({
  ...{ me, calls: [], waiting: null, held: null, recent: new Set<string>() },
})

export const liveCall = ({ calls, waiting }: CallsMachine): CallState | null =>
  calls.find((call) => isLive(call) && call.facts.callId !== waiting) ?? null
export const waitingCall = (machine: CallsMachine): CallState | null =>
  machine.waiting === null ? null : findCall(machine, machine.waiting)
export const findCall = (machine: CallsMachine, callId: string): CallState | null =>
  machine.calls.find((call) => call.facts.callId === callId) ?? null

export const nothing = (machine: CallsMachine): CallsStep => ({ machine, effects: [] })

/** One after the other; the effects in that order. */
export function inTurn(
  machine: CallsMachine,
  ...steps: readonly ((machine: CallsMachine) => CallsStep)[]
): CallsStep {
  return steps.reduce<CallsStep>((done, step) => {
    const next = step(done.machine)
    return { machine: next.machine, effects: [...done.effects, ...next.effects] }
  }, nothing(machine))
}

/** Puts a call's new state into the list, or adds the call. */
export function keep(machine: CallsMachine, { state, effects }: Step): CallsStep {
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
  return { machine: settleWaiting({ ...machine, calls }), effects: [...effects, ...forgotten] }
}

/** Over, or the only one now: it doesn't wait any more. */
function settleWaiting(machine: CallsMachine): CallsMachine {
  const call = waitingCall(machine)
  const waits = call !== null && isLive(call) && liveCall(machine) !== null
  return waits ? machine : { ...machine, waiting: null }
}

export function dropHeld(machine: CallsMachine): CallsStep {
  if (!machine.held) return nothing(machine)
  const { callId } = machine.held.facts
  return { machine: { ...machine, held: null }, effects: [{ callId, list: { do: 'forget' } }] }
}
