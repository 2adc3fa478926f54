// Owns the words in which the call machine's table is written in tests: states, events, short names of effects.
import type { CallMessageContent } from '../../../../shared/protocol/call-messages'
import { stepCall } from '../call-machine'
import type { CallEffect, CallEvent, CallState, InCallMessage, Stage } from '../call-state'
import { type CALL_TIMERS } from '../call-timing'

export const ME = 'a'.repeat(32)
export const THEM = 'b'.repeat(32)
export const CALL = 'c'.repeat(32)
export const FINGERPRINT = Array<string>(32).fill('AB').join(':')
export const NOW = 60_000

export const state = (direction: 'incoming' | 'outgoing', stage: Stage): CallState => ({
  facts: { callId: CALL, direction, person: THEM, video: true },
  stage,
})
export const OUT_UNSENT = state('outgoing', { name: 'calling', invite: 'unsent' })
export const OUT_SENT = state('outgoing', { name: 'calling', invite: 'sent' })
/** A stock server acknowledges nothing. */
export const OUT_ASSUMED = state('outgoing', { name: 'calling', invite: 'assumed' })
export const OUT_DELIVERED = state('outgoing', { name: 'calling', invite: 'delivered' })
export const OUT_RINGING = state('outgoing', { name: 'ringing', proof: null, link: 'none' })
export const OUT_WARM = state('outgoing', { name: 'ringing', proof: FINGERPRINT, link: 'up' })
export const OUT_FADED = state('outgoing', { name: 'ringing', proof: FINGERPRINT, link: 'lost' })
export const IN_RINGING = state('incoming', { name: 'ringing', proof: null, link: 'none' })
export const IN_WARM = state('incoming', { name: 'ringing', proof: null, link: 'up' })
export const OUT_CONNECTING = state('outgoing', { name: 'connecting' })
export const IN_CONNECTING = state('incoming', { name: 'connecting' })
export const OUT_CONNECTED = state('outgoing', { name: 'connected', sinceMs: 10_000 })
export const IN_CONNECTED = state('incoming', { name: 'connected', sinceMs: 10_000 })
export const lost = { name: 'reconnecting', sinceMs: 10_000, lostMs: 50_000, attempt: 1 } as const
export const OUT_RECONNECTING = state('outgoing', lost)
export const IN_RECONNECTING = state('incoming', lost)
export const IN_LEFT = state('incoming', { name: 'left', sinceMs: 10_000, lostMs: 50_000 })
export const ENDED = state('outgoing', { name: 'ended', reason: 'busy', talkedMs: 0 })
export const LIVE = {
  ...{
    OUT_ASSUMED,
    OUT_UNSENT,
    OUT_SENT,
    OUT_DELIVERED,
    OUT_RINGING,
    OUT_WARM,
    OUT_FADED,
    IN_RINGING,
    IN_WARM,
  },
  ...{ OUT_CONNECTING, IN_CONNECTING, OUT_CONNECTED, IN_CONNECTED, OUT_RECONNECTING, IN_RECONNECTING },
  IN_LEFT,
}

export function received(
  content: Exclude<CallMessageContent, { t: 'invite' }>,
): Extract<CallEvent, { type: 'messageReceived' }> {
  const head = { v: 1, callId: CALL, path: 1, seq: 1, from: THEM, to: ME, role: 'callee', name: '' } as const
  const message: InCallMessage = { ...head, ...content }
  return { type: 'messageReceived', message }
}
export const fired = (timer: (typeof CALL_TIMERS)[number]): CallEvent => ({ type: 'timerFired', timer })

export const RINGING = received({ t: 'ringing' })
export const RINGING_WARM = received({ t: 'ringing', fingerprint: FINGERPRINT })
export const ACCEPT = received({ t: 'accept', video: true, fingerprint: FINGERPRINT })
/** Signed for another certificate than the `ringing` of the same call. */
export const ACCEPT_OTHER = received({
  ...{ t: 'accept', video: true },
  fingerprint: Array<string>(32).fill('CD').join(':'),
})
export const NO_RELAY = received({ t: 'bye', reason: 'failed', noRelay: true })
export const MAY_RETURN = received({ t: 'bye', reason: 'hung-up', mayReturn: true })
export const CANCEL = received({ t: 'cancel' })
export const DECLINE = received({ t: 'decline' })
export const BUSY = received({ t: 'busy' })
export const bye = (reason: 'hung-up' | 'failed' | 'not-in-call' | 'refused') =>
  received({ t: 'bye', reason })
export const RESTART_REQUEST = received({ t: 'restart-request' })
export const STATE = received({ t: 'state', mic: 'on', cam: 'off', screen: 'off' })
export const PRESSED_ACCEPT: CallEvent = { type: 'acceptPressed', video: false }
export const PRESSED_HANG_UP: CallEvent = { type: 'hangUpPressed' }
export const PRESSED_DECLINE: CallEvent = { type: 'declinePressed' }
export const UP: CallEvent = { type: 'linkUp' }
export const down = (why: Extract<CallEvent, { type: 'linkDown' }>['why']): CallEvent => ({
  type: 'linkDown',
  why,
})

/** Short names of effects: what is sent by its kind, timers by theirs. */
export function brief(effect: CallEffect): string {
  switch (effect.do) {
    case 'send':
      return effect.content.t === 'bye' ? `send bye ${effect.content.reason}` : `send ${effect.content.t}`
    case 'startTimer':
      return `start ${effect.timer}`
    case 'stopTimer':
      return `stop ${effect.timer}`
    case 'ring':
      return effect.connect ? 'ring warm' : 'ring'
    case 'openDevices':
      return effect.camera ? 'open with camera' : 'open sound only'
    case 'record':
      return `record ${effect.reason}`
    default:
      return effect.do
  }
}
export const ENDING = ['stopTimers', 'closeDevices', 'closePath']
export const over = (reason: string, told?: string): string[] => [
  ...(told === undefined ? [] : [`send ${told}`]),
  ...ENDING,
  `record ${reason}`,
  'releaseServer',
]
export const DEADLINES = ['start connect-restart', 'start connect-deadline']

export function run(from: CallState, event: CallEvent): { stage: string; effects: string[] } {
  const { state: to, effects } = stepCall(from, event, NOW)
  const stage = to.stage.name === 'ended' ? `ended ${to.stage.reason}` : to.stage.name
  return { stage, effects: effects.map(brief) }
}

/** For it.each: a name, and the row. */
export function labelled(row: Row): readonly [label: string, row: Row] {
  const [{ facts, stage }, event, next] = row
  const { name, ...details } = stage
  const said = event.type === 'messageReceived' ? event.message.t : JSON.stringify(event)
  return [`${facts.direction} ${name} ${JSON.stringify(details)}: ${said} → ${next}`, row]
}

export type Row = readonly [from: CallState, event: CallEvent, stage: string, effects: readonly string[]]
