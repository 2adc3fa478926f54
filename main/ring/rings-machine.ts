// Owns which calls ring and who has them, as a pure machine: the page, or for a while nobody, where it was lost. What is shown and
// heard of them is ring-rules.ts, who does it ring-controller.ts.
import { assertNever } from '../../shared/assert-never'
import type { NewCallRecord } from '../../shared/model/call-record'
import type { ToldRing } from '../../shared/model/kept-ring'
import { RING_MS } from '../../shared/protocol/limits'
import {
  ACCEPT_WAITS_MS,
  isLost,
  type Answer,
  type RingAnswer,
  type RingEntry,
  type RingStage,
} from './ring-entry'
import { lostRecord } from './lost-rings'

export type RingsState = readonly RingEntry[]

export type RingsEvent =
  /** By the page: the whole list. */
  | { readonly type: 'told'; readonly rings: readonly ToldRing[]; readonly ringMs: number }
  /** Its process died; it is to be loaded again. */
  | { readonly type: 'pageLost'; readonly inCall: boolean }
  /** Another page comes in its place. */
  | { readonly type: 'pageLoads' }
  /** For good. */
  | { readonly type: 'pageLeft' }
  | { readonly type: 'answered'; readonly answer: Answer }
  /** The next page is on its server, and has them. */
  | { readonly type: 'taken' }
  | { readonly type: 'timePassed' }

export type RingsEffect =
  | { readonly do: 'askPage'; readonly answer: RingAnswer }
  /** The page before may not have told the caller. */
  | { readonly do: 'proveAgain'; readonly callId: string }
  /** No page is there to do it. */
  | { readonly do: 'record'; readonly record: NewCallRecord }

export interface RingsStep {
  readonly state: RingsState
  readonly effects: readonly RingsEffect[]
}

export function stepRings(state: RingsState, event: RingsEvent, atMs: number): RingsStep {
  switch (event.type) {
    case 'told':
      return onTold(state, event, atMs)
    case 'pageLost':
      return each(state, (entry) => onPageLost(entry, event.inCall, atMs))
    case 'pageLoads':
      return each(state, (entry) => (isLost(entry) ? [entry] : []))
    case 'pageLeft':
      return { state: [], effects: state.flatMap(recorded) }
    case 'answered':
      return onAnswered(state, event.answer, atMs)
    case 'taken':
      return each(state, (entry) => (entry.stage.is === 'lost-over' ? [] : [entry]))
    case 'timePassed':
      return onTime(state, atMs)
    default:
      return assertNever(event)
  }
}

/** What rings for the user now, whether or not anything is to be seen or heard of it. */
export const currentRing = (state: RingsState): RingEntry | null =>
  state.find(({ stage }) => stage.is === 'rings' || stage.is === 'lost') ?? null

/** When time changes something next; null: never. */
export function nextMs(state: RingsState): number | null {
  const due = state.flatMap((entry) => dueMs(entry) ?? [])
  return due.length === 0 ? null : Math.min(...due)
}

function each(state: RingsState, become: (entry: RingEntry) => readonly RingEntry[]): RingsStep {
  return { state: state.flatMap(become), effects: [] }
}

type Told = Extract<RingsEvent, { type: 'told' }>

/** What was lost stays until a page has it: one that has just been loaded knows of nothing. */
function onTold(state: RingsState, { rings: told, ringMs }: Told, atMs: number): RingsStep {
  const effects: RingsEffect[] = []
  const names = new Set(told.map(({ ring }) => ring.callId))
  const unheard = state.filter((entry) => isLost(entry) && !names.has(entry.ring.callId))
  const heard = told.map((now): RingEntry => {
    const before = state.find(({ ring }) => ring.callId === now.ring.callId)
    if (!before) {
      return { ...now, sinceMs: atMs, untilMs: atMs + ringMs, losses: 0, stage: { is: 'rings' } }
    }
    if (!isLost(before)) return { ...before, ...now }
    const { callId } = now.ring
    if (before.stage.is === 'lost-answered') {
      const { answer } = before.stage
      effects.push({ do: 'askPage', answer: { ...answer, callId } })
      return { ...before, ...now, stage: { is: 'answered', answer } }
    }
    effects.push({ do: 'proveAgain', callId })
    return { ...before, ...now, stage: { is: 'rings' } }
  })
  return { state: [...unheard, ...heard], effects }
}

/** An answer that the page was asked for may not have reached it: the next one is asked again. */
function onPageLost(entry: RingEntry, inCall: boolean, atMs: number): readonly RingEntry[] {
  const { stage, losses } = entry
  if (isLost(entry)) return [entry]
  if (!entry.origin) return []
  const lost = { ...entry, losses: losses + 1 }
  return stage.is === 'answered'
    ? [{ ...lost, stage: lostAnswered(entry, stage.answer, atMs) }]
    : [{ ...lost, stage: { is: 'lost', inCall } }]
}

/** A decline has time: its caller waits for nothing by it. */
const lostAnswered = ({ untilMs }: RingEntry, answer: Answer, atMs: number): RingStage => ({
  ...{ is: 'lost-answered', answer },
  byMs: answer.verb === 'accept' ? atMs + ACCEPT_WAITS_MS : untilMs,
})

function onAnswered(state: RingsState, answer: Answer, atMs: number): RingsStep {
  const current = currentRing(state)
  if (!current || (answer.callId !== undefined && answer.callId !== current.ring.callId)) {
    return { state, effects: [] }
  }
  const here = current.stage.is === 'rings'
  const stage: RingStage = here ? { is: 'answered', answer } : lostAnswered(current, answer, atMs)
  const asked: RingsEffect = { do: 'askPage', answer: { ...answer, callId: current.ring.callId } }
  return {
    state: state.map((entry) => (entry === current ? { ...entry, stage } : entry)),
    effects: here ? [asked] : [],
  }
}

function dueMs({ stage, sinceMs, untilMs }: RingEntry): number | null {
  switch (stage.is) {
    case 'rings':
    case 'answered':
      return null
    case 'lost':
      return untilMs
    case 'lost-answered':
      return stage.byMs
    case 'lost-over':
      // No caller waits for longer.
      return sinceMs + RING_MS
    default:
      return assertNever(stage)
  }
}

function onTime(state: RingsState, atMs: number): RingsStep {
  const due = state.filter((entry) => (dueMs(entry) ?? Infinity) <= atMs)
  return {
    state: state.flatMap((entry): RingEntry[] => {
      if (!due.includes(entry)) return [entry]
      return entry.stage.is === 'lost-over' ? [] : [{ ...entry, stage: { is: 'lost-over' } }]
    }),
    effects: due.flatMap(recorded),
  }
}

function recorded(entry: RingEntry): readonly RingsEffect[] {
  const record = lostRecord(entry)
  return record ? [{ do: 'record', record }] : []
}
