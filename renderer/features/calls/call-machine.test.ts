import { describe, expect, it } from 'vitest'
import type { CallMessageContent } from '../../../shared/protocol/call-messages'
import { placeCall, ringCall, stepCall } from './call-machine'
import type { CallEffect, CallEvent, CallState, InCallMessage, Stage } from './call-state'
import { CALL_TIMERS } from './call-timing'

const ME = 'a'.repeat(32)
const THEM = 'b'.repeat(32)
const CALL = 'c'.repeat(32)
const FINGERPRINT = Array<string>(32).fill('AB').join(':')
const NOW = 60_000

const state = (direction: 'incoming' | 'outgoing', stage: Stage): CallState => ({
  facts: { callId: CALL, direction, person: THEM, video: true },
  stage,
})
const OUT_UNSENT = state('outgoing', { name: 'calling', invite: 'unsent' })
const OUT_SENT = state('outgoing', { name: 'calling', invite: 'sent' })
const OUT_DELIVERED = state('outgoing', { name: 'calling', invite: 'delivered' })
const OUT_RINGING = state('outgoing', { name: 'ringing', proven: false, link: 'none' })
const OUT_WARM = state('outgoing', { name: 'ringing', proven: true, link: 'up' })
const OUT_FADED = state('outgoing', { name: 'ringing', proven: true, link: 'lost' })
const IN_RINGING = state('incoming', { name: 'ringing', proven: true, link: 'none' })
const IN_WARM = state('incoming', { name: 'ringing', proven: true, link: 'up' })
const OUT_CONNECTING = state('outgoing', { name: 'connecting' })
const IN_CONNECTING = state('incoming', { name: 'connecting' })
const OUT_CONNECTED = state('outgoing', { name: 'connected', sinceMs: 10_000 })
const IN_CONNECTED = state('incoming', { name: 'connected', sinceMs: 10_000 })
const lost = { name: 'reconnecting', sinceMs: 10_000, lostMs: 50_000, attempt: 1 } as const
const OUT_RECONNECTING = state('outgoing', lost)
const IN_RECONNECTING = state('incoming', lost)
const ENDED = state('outgoing', { name: 'ended', reason: 'busy', talkedMs: 0 })
const LIVE = {
  ...{ OUT_UNSENT, OUT_SENT, OUT_DELIVERED, OUT_RINGING, OUT_WARM, OUT_FADED, IN_RINGING, IN_WARM },
  ...{ OUT_CONNECTING, IN_CONNECTING, OUT_CONNECTED, IN_CONNECTED, OUT_RECONNECTING, IN_RECONNECTING },
}

function received(content: Exclude<CallMessageContent, { t: 'invite' }>): CallEvent {
  const head = { v: 1, callId: CALL, path: 1, seq: 1, from: THEM, to: ME, role: 'callee', name: '' } as const
  const message: InCallMessage = { ...head, ...content }
  return { type: 'messageReceived', message }
}
const fired = (timer: (typeof CALL_TIMERS)[number]): CallEvent => ({ type: 'timerFired', timer })

const RINGING = received({ t: 'ringing' })
const RINGING_WARM = received({ t: 'ringing', fingerprint: FINGERPRINT })
const ACCEPT = received({ t: 'accept', video: true, fingerprint: FINGERPRINT })
const CANCEL = received({ t: 'cancel' })
const DECLINE = received({ t: 'decline' })
const BUSY = received({ t: 'busy' })
const bye = (reason: 'hung-up' | 'failed' | 'not-in-call' | 'refused') => received({ t: 'bye', reason })
const RESTART_REQUEST = received({ t: 'restart-request' })
const STATE = received({ t: 'state', mic: 'on', cam: 'off', screen: 'off' })
const PRESSED_ACCEPT: CallEvent = { type: 'acceptPressed', video: false }
const PRESSED_HANG_UP: CallEvent = { type: 'hangUpPressed' }
const PRESSED_DECLINE: CallEvent = { type: 'declinePressed' }
const UP: CallEvent = { type: 'linkUp' }
const down = (why: 'disconnected' | 'failed' | 'silent'): CallEvent => ({ type: 'linkDown', why })

/** Short names of effects: what is sent by its kind, timers by theirs. */
function brief(effect: CallEffect): string {
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
const ENDING = ['stopTimers', 'closeDevices', 'closePath']
const over = (reason: string, told?: string): string[] => [
  ...(told === undefined ? [] : [`send ${told}`]),
  ...ENDING,
  `record ${reason}`,
  'releaseServer',
]
const DEADLINES = ['start connect-restart', 'start connect-deadline']

function run(from: CallState, event: CallEvent): { stage: string; effects: string[] } {
  const { state: to, effects } = stepCall(from, event, NOW)
  const stage = to.stage.name === 'ended' ? `ended ${to.stage.reason}` : to.stage.name
  return { stage, effects: effects.map(brief) }
}

function labelled(row: Row): readonly [label: string, ...Row] {
  const [{ facts, stage }, event, next] = row
  const { name, ...details } = stage
  const said = event.type === 'messageReceived' ? event.message.t : JSON.stringify(event)
  return [`${facts.direction} ${name} ${JSON.stringify(details)}: ${said} → ${next}`, ...row]
}

type Row = readonly [from: CallState, event: CallEvent, stage: string, effects: readonly string[]]

describe('a new call', () => {
  it('opens its devices while it looks for the other side', () => {
    const { state: placed, effects } = placeCall({ ...OUT_SENT.facts, video: false })
    expect(placed.stage).toEqual({ name: 'calling', invite: 'unsent' })
    expect(effects.map(brief)).toEqual(['dial', 'open sound only'])
  })

  it('rings without opening anything', () => {
    expect(ringCall(IN_RINGING.facts, false).effects.map(brief)).toEqual(['ring', 'start ring'])
    expect(ringCall(IN_RINGING.facts, true).effects.map(brief)).toEqual(['ring warm', 'start ring'])
  })
})

describe('an outgoing call that nobody answered yet', () => {
  const rows: readonly Row[] = [
    [OUT_UNSENT, { type: 'inviteSent', acknowledged: true }, 'calling', ['start no-ringing', 'start ring']],
    [OUT_SENT, { type: 'inviteDelivered' }, 'calling', []],
    [OUT_SENT, { type: 'inviteOffline' }, 'ended offline', over('offline')],
    [
      OUT_UNSENT,
      { type: 'dialFailed', reason: 'server-unreachable' },
      'ended server-unreachable',
      over('server-unreachable'),
    ],
    [
      OUT_SENT,
      { type: 'dialFailed', reason: 'server-unreachable' },
      'ended server-unreachable',
      over('server-unreachable', 'cancel'),
    ],
    [OUT_SENT, fired('no-ringing'), 'ended server-unreachable', over('server-unreachable', 'cancel')],
    [OUT_DELIVERED, fired('no-ringing'), 'ended offline', over('offline', 'cancel')],
    [OUT_RINGING, fired('no-ringing'), 'ringing', []],
    [OUT_RINGING, { type: 'inviteOffline' }, 'ringing', []],
    [OUT_RINGING, fired('ring'), 'ended no-answer', over('no-answer', 'cancel')],
    [OUT_UNSENT, PRESSED_HANG_UP, 'ended cancelled-by-me', over('cancelled-by-me')],
    [OUT_SENT, PRESSED_HANG_UP, 'ended cancelled-by-me', over('cancelled-by-me', 'cancel')],
    [OUT_RINGING, PRESSED_DECLINE, 'ended cancelled-by-me', over('cancelled-by-me', 'cancel')],
    [OUT_SENT, PRESSED_ACCEPT, 'calling', []],
    [OUT_SENT, RINGING, 'ringing', ['stop no-ringing']],
    [OUT_SENT, RINGING_WARM, 'ringing', ['stop no-ringing', 'expectFingerprint']],
    [OUT_RINGING, RINGING_WARM, 'ringing', ['stop no-ringing', 'expectFingerprint']],
    [OUT_WARM, RINGING_WARM, 'ringing', ['stop no-ringing']],
    [OUT_WARM, down('failed'), 'ringing', []],
    [OUT_SENT, ACCEPT, 'connecting', ['expectFingerprint', 'stopTimers', 'attachTracks', ...DEADLINES]],
    [OUT_RINGING, ACCEPT, 'connecting', ['expectFingerprint', 'stopTimers', 'attachTracks', ...DEADLINES]],
    [OUT_WARM, ACCEPT, 'connected', ['stopTimers', 'attachTracks', 'announceSending']],
    [OUT_FADED, ACCEPT, 'connecting', ['stopTimers', 'attachTracks', ...DEADLINES, 'restart']],
    [OUT_RINGING, DECLINE, 'ended declined-by-other', over('declined-by-other')],
    [OUT_SENT, BUSY, 'ended busy', over('busy')],
    [OUT_SENT, bye('refused'), 'ended version-unsupported', over('version-unsupported')],
    [OUT_RINGING, bye('refused'), 'ended identity-mismatch', over('identity-mismatch')],
    [OUT_RINGING, bye('hung-up'), 'ended declined-by-other', over('declined-by-other')],
    [OUT_RINGING, bye('not-in-call'), 'ended could-not-connect', over('could-not-connect')],
    [OUT_RINGING, CANCEL, 'ringing', ['countStray']],
    [OUT_RINGING, RESTART_REQUEST, 'ringing', ['countStray']],
    [OUT_WARM, STATE, 'ringing', ['applyRemote']],
  ]
  it.each(rows.map(labelled))('%s', (_, from, event, stage, effects) => {
    expect(run(from, event)).toEqual({ stage, effects })
  })
})

describe('an incoming call that rings', () => {
  const accepted = ['accept', 'open sound only', 'stopTimers', 'attachTracks']
  const rows: readonly Row[] = [
    [IN_RINGING, PRESSED_ACCEPT, 'connecting', [...accepted, ...DEADLINES]],
    [
      IN_RINGING,
      { type: 'acceptPressed', video: true },
      'connecting',
      ['accept', 'open with camera', ...accepted.slice(2), ...DEADLINES],
    ],
    [IN_WARM, PRESSED_ACCEPT, 'connected', [...accepted, 'announceSending']],
    [IN_RINGING, PRESSED_DECLINE, 'ended declined-by-me', over('declined-by-me', 'decline')],
    [IN_RINGING, PRESSED_HANG_UP, 'ended declined-by-me', over('declined-by-me', 'decline')],
    [IN_RINGING, CANCEL, 'ended cancelled-by-other', over('cancelled-by-other')],
    [IN_RINGING, bye('not-in-call'), 'ended cancelled-by-other', over('cancelled-by-other')],
    [IN_RINGING, bye('refused'), 'ended identity-mismatch', over('identity-mismatch')],
    [IN_RINGING, fired('ring'), 'ended missed', over('missed')],
    [IN_RINGING, UP, 'ringing', []],
    [IN_RINGING, ACCEPT, 'ringing', ['countStray']],
    [IN_RINGING, STATE, 'ringing', ['countStray']],
    [IN_RINGING, { type: 'networkChanged' }, 'ringing', []],
  ]
  it.each(rows.map(labelled))('%s', (_, from, event, stage, effects) => {
    expect(run(from, event)).toEqual({ stage, effects })
  })
})

describe('a call that both agreed to', () => {
  const settled = ['stop connect-restart', 'stop connect-deadline', 'announceSending']
  const mended = ['stop restart', 'stop give-up', 'announceSending']
  const breaking = ['stop disconnected', 'start give-up']
  const rows: readonly Row[] = [
    [OUT_CONNECTING, UP, 'connected', settled],
    [OUT_CONNECTING, fired('connect-restart'), 'connecting', ['restart', 'start connect-restart']],
    [
      IN_CONNECTING,
      fired('connect-restart'),
      'connecting',
      ['send restart-request', 'start connect-restart'],
    ],
    [OUT_CONNECTING, down('failed'), 'connecting', ['restart']],
    [OUT_CONNECTING, down('disconnected'), 'connecting', []],
    [
      OUT_CONNECTING,
      fired('connect-deadline'),
      'ended could-not-connect',
      over('could-not-connect', 'bye failed'),
    ],
    [
      OUT_CONNECTING,
      { type: 'noRouteFound' },
      'ended no-route-without-relay',
      over('no-route-without-relay', 'bye failed'),
    ],
    [OUT_CONNECTING, { type: 'signallingReturned' }, 'connecting', ['restart']],
    [OUT_CONNECTED, fired('connect-deadline'), 'connected', []],
    [OUT_CONNECTED, down('disconnected'), 'connected', ['start disconnected']],
    [OUT_CONNECTED, UP, 'connected', ['stop disconnected']],
    [OUT_CONNECTED, fired('disconnected'), 'reconnecting', [...breaking, 'restart', 'start restart']],
    [OUT_CONNECTED, down('failed'), 'reconnecting', [...breaking, 'restart', 'start restart']],
    [IN_CONNECTED, down('silent'), 'reconnecting', [...breaking, 'send restart-request', 'start restart']],
    [OUT_CONNECTED, { type: 'networkChanged' }, 'connected', ['restart']],
    [IN_CONNECTED, { type: 'networkChanged' }, 'connected', ['send restart-request']],
    [OUT_CONNECTED, { type: 'signallingReturned' }, 'connected', []],
    [OUT_RECONNECTING, { type: 'signallingReturned' }, 'reconnecting', ['restart', 'start restart']],
    [OUT_RECONNECTING, { type: 'networkChanged' }, 'reconnecting', ['restart', 'start restart']],
    [OUT_RECONNECTING, fired('restart'), 'reconnecting', ['restart', 'start restart']],
    [IN_RECONNECTING, fired('restart'), 'reconnecting', ['send restart-request', 'start restart']],
    [OUT_RECONNECTING, UP, 'connected', mended],
    [OUT_RECONNECTING, down('failed'), 'reconnecting', []],
    [OUT_RECONNECTING, fired('give-up'), 'ended connection-lost', over('connection-lost', 'bye failed')],
    [OUT_CONNECTED, PRESSED_HANG_UP, 'ended ended-by-me', over('ended-by-me', 'bye hung-up')],
    [OUT_RECONNECTING, PRESSED_HANG_UP, 'ended ended-by-me', over('ended-by-me', 'bye hung-up')],
    [OUT_CONNECTED, bye('hung-up'), 'ended ended-by-other', over('ended-by-other')],
    [OUT_CONNECTING, bye('failed'), 'ended could-not-connect', over('could-not-connect')],
    [OUT_CONNECTED, bye('failed'), 'ended connection-lost', over('connection-lost')],
    [IN_CONNECTING, bye('not-in-call'), 'ended cancelled-by-other', over('cancelled-by-other')],
    [OUT_CONNECTING, bye('not-in-call'), 'ended could-not-connect', over('could-not-connect')],
    [IN_RECONNECTING, bye('not-in-call'), 'ended connection-lost', over('connection-lost')],
    [OUT_CONNECTED, bye('refused'), 'ended identity-mismatch', over('identity-mismatch')],
    [IN_CONNECTING, CANCEL, 'ended cancelled-by-other', over('cancelled-by-other')],
    [IN_CONNECTED, CANCEL, 'ended cancelled-by-other', over('cancelled-by-other')],
    [OUT_CONNECTED, CANCEL, 'connected', ['countStray']],
    [OUT_CONNECTED, RESTART_REQUEST, 'connected', ['restart']],
    [IN_CONNECTED, RESTART_REQUEST, 'connected', ['countStray']],
    [OUT_CONNECTED, RINGING, 'connected', []],
    [OUT_CONNECTED, ACCEPT, 'connected', ['countStray']],
    [OUT_CONNECTED, STATE, 'connected', ['applyRemote']],
    [IN_CONNECTED, PRESSED_ACCEPT, 'connected', []],
  ]
  it.each(rows.map(labelled))('%s', (_, from, event, stage, effects) => {
    expect(run(from, event)).toEqual({ stage, effects })
  })

  it('keeps the time both were first connected, through a loss and back', () => {
    const gone = stepCall(OUT_CONNECTED, down('failed'), 30_000).state
    expect(gone.stage).toEqual({ name: 'reconnecting', sinceMs: 10_000, lostMs: 30_000, attempt: 0 })
    const back = stepCall(gone, UP, 35_000).state
    expect(back.stage).toEqual({ name: 'connected', sinceMs: 10_000 })
    expect(stepCall(back, PRESSED_HANG_UP, 40_000).state.stage).toMatchObject({ talkedMs: 30_000 })
  })

  it('waits 2, 4, 8 and 8 s between attempts, and 2 again after the network changed', () => {
    const pauses: number[] = []
    const note = ({ effects }: { readonly effects: readonly CallEffect[] }) => {
      for (const effect of effects)
        if (effect.do === 'startTimer' && effect.timer === 'restart') pauses.push(effect.ms)
    }
    let step = stepCall(OUT_CONNECTED, down('failed'), 0)
    note(step)
    for (let attempt = 0; attempt < 3; attempt += 1) {
      step = stepCall(step.state, fired('restart'), 0)
      note(step)
    }
    note(stepCall(step.state, { type: 'networkChanged' }, 0))
    expect(pauses).toEqual([2_000, 4_000, 8_000, 8_000, 2_000])
  })
})

describe('in every state', () => {
  const live = Object.entries(LIVE)

  it.each(live)(
    '%s ends on a mismatch, and the other side is told once it knows of the call',
    (name, from) => {
      const told = name === 'OUT_UNSENT' ? undefined : 'bye refused'
      expect(run(from, { type: 'identityMismatched' })).toEqual({
        stage: 'ended identity-mismatch',
        effects: over('identity-mismatch', told),
      })
      expect(run(from, { type: 'misbehaved' }).stage).toBe('ended misbehaved')
    },
  )

  it.each(live)('%s ends as merged without a trace in the history', (_, from) => {
    const { stage, effects } = run(from, { type: 'merged' })
    expect(stage).toBe('ended merged')
    expect(effects.filter((effect) => effect.startsWith('record'))).toEqual([])
    expect(effects).toEqual(expect.arrayContaining(ENDING))
  })

  it.each(live)('%s: what claims another version ends it only before both agreed', (_, from) => {
    const early = from.stage.name === 'calling' || from.stage.name === 'ringing'
    const { stage } = run(from, { type: 'versionRefused' })
    expect(stage).toBe(early ? 'ended version-unsupported' : from.stage.name)
  })

  it.each(live)('%s ends when the app closes, and says so', (_, from) => {
    const { stage, effects } = run(from, { type: 'abandoned' })
    expect(stage).toMatch(/^ended (ended-by-me|cancelled-by-me|missed)$/)
    expect(effects).toEqual(expect.arrayContaining(ENDING))
  })

  it('ended stays ended, whatever comes', () => {
    const events: readonly CallEvent[] = [
      ...[
        PRESSED_ACCEPT,
        PRESSED_DECLINE,
        PRESSED_HANG_UP,
        UP,
        down('failed'),
        ACCEPT,
        CANCEL,
        RINGING,
        STATE,
      ],
      ...CALL_TIMERS.map(fired),
      ...([
        { type: 'merged' },
        { type: 'misbehaved' },
        { type: 'networkChanged' },
        { type: 'abandoned' },
      ] as const),
    ]
    for (const event of events) expect(stepCall(ENDED, event, NOW)).toEqual({ state: ENDED, effects: [] })
  })
})
