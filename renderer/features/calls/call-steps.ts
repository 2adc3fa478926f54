// Owns the moves that several states share: going on, ignoring, accepting, ending. Pure.
import { cleanText } from '../../../shared/clean-text'
import type { EndReason } from '../../../shared/model/call'
import type { CallMessageContent, CallMessageOf } from '../../../shared/protocol/call-messages'
import { MAX_DECLINE_CHARS } from '../../../shared/protocol/limits'
import type {
  CallEffect,
  CallEvent,
  CallFacts,
  CallState,
  EarlyLink,
  FirstCall,
  InCallMessage,
  Stage,
  StageOf,
  Step,
} from './call-state'
import { TIMER_MS, type CallTimer } from './call-timing'

type LinkEvent = Extract<CallEvent, { type: 'linkUp' | 'linkDown' }>

export const to = (state: CallState, stage: Stage, ...effects: readonly CallEffect[]): Step => ({
  state: { facts: state.facts, stage },
  effects,
})

export const stay = (state: CallState, ...effects: readonly CallEffect[]): Step => ({ state, effects })

/** For events that may come too late in the ordinary course of things. */
export const ignore = (state: CallState): Step => ({ state, effects: [] })

/** For messages that a well-behaved other side doesn't send now, or only rarely. */
export const stray = (state: CallState, message: InCallMessage): Step =>
  stay(state, { do: 'countStray', kind: message.t })

export const startTimer = (timer: Exclude<CallTimer, 'restart'>): CallEffect => ({
  do: 'startTimer',
  timer,
  ms: TIMER_MS[timer],
})
export const stopTimer = (timer: CallTimer): CallEffect => ({ do: 'stopTimer', timer })

export const bye = (reason: CallMessageOf<'bye'>['reason']): CallMessageContent => ({ t: 'bye', reason })
export const NO_RELAY: CallMessageContent = { t: 'bye', reason: 'failed', noRelay: true }
export const MAY_RETURN: CallMessageContent = { t: 'bye', reason: 'hung-up', mayReturn: true }
export const CANCEL: CallMessageContent = { t: 'cancel' }
export const DECLINE: CallMessageContent = { t: 'decline' }
/** Cut rather than refused by the other side. */
export function declined(message = ''): CallMessageContent {
  const words = cleanText(message, MAX_DECLINE_CHARS)
  return words === '' ? DECLINE : { t: 'decline', message: words }
}
/** It rang for as long as the user wants it to. */
export const UNANSWERED: CallMessageContent = { t: 'decline', unanswered: true }

/** The caller restarts; the callee asks for it, so that offers never cross. */
export function restartEffect(state: CallState): CallEffect {
  return { do: state.facts.direction === 'outgoing' ? 'restart' : 'requestRestart' }
}

export function talkedMs({ stage, facts }: CallState, atMs: number): number {
  const began = 'sinceMs' in stage ? stage.sinceMs : (facts.resumes?.sinceMs ?? atMs)
  return Math.max(0, Math.round(atMs - began))
}

/** The second call never came about. */
const NOT_REACHED: ReadonlySet<EndReason> = new Set<EndReason>([
  'busy',
  'no-answer',
  'missed',
  'offline',
  'could-not-connect',
  'no-route-without-relay',
  'server-unreachable',
  'not-invited',
  'join-code-needed',
  'rate-limited',
  'superseded',
])

/** To the user the two calls are one that was on: nobody called, declined or was absent. */
function asOne(reason: EndReason): EndReason {
  if (NOT_REACHED.has(reason)) return 'connection-lost'
  switch (reason) {
    case 'cancelled-by-me':
    case 'declined-by-me':
      return 'ended-by-me'
    case 'cancelled-by-other':
    case 'declined-by-other':
      return 'ended-by-other'
    default:
      return reason
  }
}

/** To the user it is the call that rang; that it was a second one which answered is nobody's business. */
function asAnswered({ direction }: FirstCall, reason: EndReason): EndReason {
  if (direction === 'outgoing') return reason === 'cancelled-by-other' ? 'ended-by-other' : reason
  switch (reason) {
    case 'cancelled-by-me':
      return 'ended-by-me'
    case 'declined-by-other':
    case 'busy':
    case 'no-answer':
    case 'offline':
    case 'server-unreachable':
    case 'not-invited':
    case 'join-code-needed':
    case 'rate-limited':
    case 'superseded':
      return 'answered-too-late'
    default:
      return reason
  }
}

function asKnown({ resumes, answers }: CallFacts, seen: EndReason): EndReason {
  if (resumes) return asOne(seen)
  return answers ? asAnswered(answers, seen) : seen
}

export interface Ending {
  readonly reason: EndReason
  readonly atMs: number
  /** What the other side is told; null where it knows, or must not. */
  readonly tell: CallMessageContent | null
  /** What the other side said to it. */
  readonly words?: string | undefined
}

/** The message goes first, while the channel is open; devices close before anything that could fail. */
export function end(state: CallState, { reason: seen, atMs, tell, words }: Ending): Step {
  const reason = asKnown(state.facts, seen)
  const talked = talkedMs(state, atMs)
  const told: readonly CallEffect[] = tell ? [{ do: 'send', content: tell }] : []
  const kept: readonly CallEffect[] = reason === 'merged' ? [] : [{ do: 'record', reason, talkedMs: talked }]
  return to(
    state,
    { name: 'ended', reason, talkedMs: talked, ...(words ? { words } : {}) },
    ...told,
    { do: 'stopTimers' },
    { do: 'closeDevices' },
    { do: 'closePath' },
    ...kept,
    { do: 'releaseServer' },
  )
}

/** A call that goes on for another one keeps its time. */
export const firstConnected = ({ facts }: CallState, atMs: number): number => facts.resumes?.sinceMs ?? atMs

/** Both sides have agreed: from here media may flow. */
export function agreed(state: CallState, link: EarlyLink, atMs: number): Step {
  const effects: readonly CallEffect[] = [{ do: 'stopTimers' }, { do: 'attachTracks' }]
  if (link === 'up') {
    return to(state, { name: 'connected', sinceMs: firstConnected(state, atMs) }, ...effects, {
      do: 'announceSending',
    })
  }
  const deadlines = [startTimer('connect-restart'), startTimer('connect-deadline')]
  const mend = link === 'lost' ? [restartEffect(state)] : []
  return to(state, { name: 'connecting' }, ...effects, ...deadlines, ...mend)
}

/** A connection made ahead comes and goes without anybody noticing. */
export function onEarlyLink(state: CallState, stage: StageOf<'ringing'>, event: LinkEvent): Step {
  return to(state, { ...stage, link: event.type === 'linkUp' ? 'up' : 'lost' })
}
