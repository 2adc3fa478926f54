// Owns how "Ring me in 10 seconds" goes: counting down, sent to ourselves, back, ringing, over. Pure; who does what it asks
// for is self-test-controller.ts. Values and ids come from outside, each new.
import { assertNever } from '../../shared/assert-never'
import { COUNT_DOWN_MS, type SendTrouble, type TestReport } from '../../shared/model/self-test'

/** How long a value is good for; what comes back later is none. */
export const RETURN_MS = 30_000
/** So long it rings unless it is answered: time to look at the ring window, the notification and the tray in turn. */
export const RING_MS = 20_000

/** What was observed while it rang; milliseconds since it began to. */
export interface Seen {
  readonly windowMs: number | null
  readonly sound: { readonly ms: number; readonly peak: number } | null
  readonly notice: 'shown' | 'failed' | null
  readonly toneFailed: boolean
}

export interface Observed {
  readonly server:
    { readonly is: 'returned'; readonly ms: number } | { readonly is: SendTrouble | 'not-returned' }
  /** `no-ring`: nothing came back. `quiet`: it is not to disturb. */
  readonly ring: { readonly is: 'rang'; readonly seen: Seen; readonly answered: boolean } | NoRing
}
interface NoRing {
  readonly is: 'no-ring' | 'quiet'
}

export type SelfTestState =
  | { readonly is: 'idle' }
  | { readonly is: 'counting'; readonly untilMs: number }
  | { readonly is: 'sent'; readonly value: string; readonly atMs: number }
  | {
      readonly is: 'ringing'
      readonly ringId: string
      readonly atMs: number
      readonly tookMs: number
      readonly seen: Seen
    }
  /** The rest is being read. */
  | { readonly is: 'looking'; readonly observed: Observed }
  | { readonly is: 'interrupted' }
  | { readonly is: 'over'; readonly report: TestReport }

export type SelfTestEvent =
  /** Where nothing could be sent there is nothing to wait for. */
  | { readonly type: 'begun'; readonly reachable: boolean }
  | { readonly type: 'cancelled' }
  /** `fresh`: a value that nobody has. */
  | { readonly type: 'timeUp'; readonly fresh: string }
  | { readonly type: 'notSent'; readonly value: string; readonly why: SendTrouble }
  | { readonly type: 'returned'; readonly value: string; readonly ringId: string; readonly quiet: boolean }
  | { readonly type: 'shown'; readonly ringId: string }
  | { readonly type: 'sounding'; readonly ringId: string; readonly peak: number }
  | { readonly type: 'noticed'; readonly is: 'shown' | 'failed' }
  | { readonly type: 'toneFailed' }
  | { readonly type: 'answered'; readonly ringId: string }
  /** A call rings or is on. */
  | { readonly type: 'callCame' }
  | { readonly type: 'looked'; readonly report: TestReport }

export type SelfTestEffect = 'put-away' | 'send' | 'ring' | 'end-ring' | 'look' | 'come-front' | 'come-back'

export interface SelfTestStep {
  readonly state: SelfTestState
  readonly effects: readonly SelfTestEffect[]
}

const NOTHING_SEEN: Seen = { windowMs: null, sound: null, notice: null, toneFailed: false }

/** How long it may stay so. */
export function limitMs({ is }: SelfTestState): number | null {
  switch (is) {
    case 'counting':
      return COUNT_DOWN_MS
    case 'sent':
      return RETURN_MS
    case 'ringing':
      return RING_MS
    case 'idle':
    case 'looking':
    case 'interrupted':
    case 'over':
      return null
    default:
      return assertNever(is)
  }
}

export function stepSelfTest(state: SelfTestState, event: SelfTestEvent, nowMs: number): SelfTestStep {
  switch (event.type) {
    case 'begun':
      return begun(state, event.reachable, nowMs)
    case 'cancelled':
      return endOf(state, 'idle', ['come-back'])
    case 'callCame':
      return endOf(state, 'interrupted', [])
    case 'timeUp':
      return timeUp(state, event.fresh, nowMs)
    case 'notSent':
      return notSent(state, event)
    case 'returned':
      return returned(state, event, nowMs)
    case 'answered':
      return answered(state, event.ringId)
    case 'looked':
      return same(state.is === 'looking' ? { is: 'over', report: event.report } : state)
    case 'shown':
    case 'sounding':
    case 'noticed':
    case 'toneFailed':
      return same(state.is === 'ringing' ? saw(state, event, nowMs) : state)
    default:
      return assertNever(event)
  }
}

export const isOn = ({ is }: SelfTestState): boolean =>
  is === 'counting' || is === 'sent' || is === 'ringing' || is === 'looking'

type Ringing = Extract<SelfTestState, { is: 'ringing' }>

const same = (state: SelfTestState): SelfTestStep => ({ state, effects: [] })

function begun(state: SelfTestState, reachable: boolean, nowMs: number): SelfTestStep {
  if (isOn(state)) return same(state)
  if (!reachable) return look({ server: { is: 'not-connected' }, ring: { is: 'no-ring' } }, [])
  return { state: { is: 'counting', untilMs: nowMs + COUNT_DOWN_MS }, effects: ['put-away'] }
}

/** Before it is over by itself. */
function endOf(
  state: SelfTestState,
  is: 'idle' | 'interrupted',
  effects: readonly SelfTestEffect[],
): SelfTestStep {
  if (!isOn(state)) return same(state)
  return { state: { is }, effects: [...(state.is === 'ringing' ? (['end-ring'] as const) : []), ...effects] }
}

function notSent(
  state: SelfTestState,
  { value, why }: Extract<SelfTestEvent, { type: 'notSent' }>,
): SelfTestStep {
  if (state.is !== 'sent' || value !== state.value) return same(state)
  return look({ server: { is: why }, ring: { is: 'no-ring' } }, ['come-back'])
}

function timeUp(state: SelfTestState, fresh: string, nowMs: number): SelfTestStep {
  switch (state.is) {
    case 'counting':
      // Whoever opened the window to see it count wants it closed for this.
      return { state: { is: 'sent', value: fresh, atMs: nowMs }, effects: ['put-away', 'send'] }
    case 'sent':
      return look({ server: { is: 'not-returned' }, ring: { is: 'no-ring' } }, ['come-back'])
    case 'ringing':
      return rang(state, false)
    default:
      return same(state)
  }
}

/** Once: from then on there is no value to come back with. */
function returned(
  state: SelfTestState,
  event: Extract<SelfTestEvent, { type: 'returned' }>,
  nowMs: number,
): SelfTestStep {
  if (state.is !== 'sent' || event.value !== state.value) return same(state)
  const tookMs = nowMs - state.atMs
  // A machine that slept runs its timers late.
  if (tookMs > RETURN_MS) return same(state)
  if (event.quiet)
    return look({ server: { is: 'returned', ms: tookMs }, ring: { is: 'quiet' } }, ['come-back'])
  const { ringId } = event
  return {
    state: { is: 'ringing', ringId, atMs: nowMs, tookMs, seen: NOTHING_SEEN },
    effects: ['ring'],
  }
}

const answered = (state: SelfTestState, ringId: string): SelfTestStep =>
  state.is === 'ringing' && state.ringId === ringId ? rang(state, true) : same(state)

function rang({ tookMs, seen }: Ringing, answered: boolean): SelfTestStep {
  const observed: Observed = {
    server: { is: 'returned', ms: tookMs },
    ring: { is: 'rang', seen, answered },
  }
  return look(observed, ['end-ring', answered ? 'come-front' : 'come-back'])
}

function look(observed: Observed, effects: readonly SelfTestEffect[]): SelfTestStep {
  return { state: { is: 'looking', observed }, effects: [...effects, 'look'] }
}

type Sight = Extract<SelfTestEvent, { type: 'shown' | 'sounding' | 'noticed' | 'toneFailed' }>

/** The first time of each counts. */
function saw(state: Ringing, event: Sight, nowMs: number): Ringing {
  if ('ringId' in event && event.ringId !== state.ringId) return state
  const ms = nowMs - state.atMs
  const { seen } = state
  switch (event.type) {
    case 'shown':
      return { ...state, seen: { ...seen, windowMs: seen.windowMs ?? ms } }
    case 'sounding':
      return { ...state, seen: { ...seen, sound: seen.sound ?? { ms, peak: event.peak } } }
    case 'noticed':
      return { ...state, seen: { ...seen, notice: event.is } }
    case 'toneFailed':
      return { ...state, seen: { ...seen, toneFailed: true } }
    default:
      return assertNever(event)
  }
}
