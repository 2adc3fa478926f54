import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOTH_WAYS, CALL_MESSAGE_KINDS, callMessageSchema, type CallMessage } from './call-messages'

const head = {
  v: 1,
  callId: '0'.repeat(32),
  path: 1,
  seq: 1,
  from: 'a'.repeat(32),
  to: 'b'.repeat(32),
  role: 'caller',
  name: 'Ana',
} as const
const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':')

const CLOSED = {
  epoch: 1,
  kind: 'window',
  title: 'Budget',
  mode: 'text',
  held: 'hidden',
  sound: false,
} as const

const valid: readonly CallMessage[] = [
  { ...head, t: 'invite', video: true, link: 'parley://call/x', fingerprint },
  { ...head, t: 'ringing' },
  { ...head, t: 'rung', step: 'shown' },
  { ...head, t: 'accept', video: false, fingerprint },
  { ...head, t: 'decline' },
  { ...head, t: 'busy' },
  { ...head, t: 'cancel' },
  { ...head, t: 'bye', reason: 'hung-up' },
  { ...head, t: 'state', mic: 'on', cam: 'off', screen: 'none' },
  { ...head, t: 'description', description: { type: 'offer', sdp: 'v=0' } },
  { ...head, t: 'candidate', candidate: { candidate: '' } },
  { ...head, t: 'restart-request' },
  {
    ...head,
    t: 'state',
    mic: 'on',
    cam: 'off',
    screen: 'on',
    share: { epoch: 1, kind: 'window', title: 'Budget', mode: 'text', held: 'paused', sound: false },
  },
  {
    ...{ ...head, t: 'state', mic: 'on', cam: 'off', screen: 'on' },
    share: { ...CLOSED, closed: true },
  },
  { ...head, t: 'seen', epoch: 1, width: 1280, height: 720, fps: 12.5, freezes: 1, frozenMs: 300 },
  { ...head, t: 'line', lateMs: 12.5, beats: 6, lossPct: 0.5, jitterMs: null, busy: false },
  { ...head, t: 'text', text: 'hello' },
  { ...head, t: 'text-received', of: 4 },
  { ...head, t: 'ping' },
  { ...head, t: 'pong', of: 1 },
]

describe('call messages', () => {
  it('has an example of every kind here', () => {
    expect(new Set(valid.map((message) => message.t))).toEqual(CALL_MESSAGE_KINDS)
  })

  it.each(valid.map((message) => [message.t, message] as const))('takes %s', (_kind, message) => {
    expect(callMessageSchema.safeParse(message).data).toEqual(message)
  })

  const changes: readonly (readonly [string, object])[] = [
    ['another version', { v: 2 }],
    ['a short call id', { callId: 'ab' }],
    ['an upper-case identity', { from: 'A'.repeat(32) }],
    ['seq 0', { seq: 0 }],
    ['a fractional seq', { seq: 1.5 }],
    ['a name that is too long', { name: 'x'.repeat(101) }],
    ['an unknown role', { role: 'host' }],
    ['an unknown kind', { t: 'explode' }],
  ]
  it.each(changes)('refuses %s in every kind', (_what, change) => {
    for (const message of valid)
      expect(callMessageSchema.safeParse({ ...message, ...change }).success).toBe(false)
  })

  it('reads a reason of a later version as hidden', () => {
    const said = {
      ...head,
      t: 'state',
      mic: 'on',
      cam: 'off',
      screen: 'on',
      share: { ...CLOSED, held: 'asleep' },
    }
    expect(callMessageSchema.safeParse(said).data).toMatchObject({ share: { held: 'hidden' } })
  })

  it('never throws on JSON of any shape', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => void callMessageSchema.safeParse(json)))
  })

  it('sends what decides or ends a call both ways', () => {
    expect([...BOTH_WAYS].sort()).toEqual(['accept', 'bye', 'cancel', 'decline'])
  })

  it.each(['', 'AAA', 'x'.repeat(20_000), 7, null, '<svg>'])(
    'a call isn’t lost for a picture like %j',
    (picture) => {
      for (const message of valid) {
        if (message.t !== 'invite' && message.t !== 'accept') continue
        expect(callMessageSchema.parse({ ...message, picture })).toEqual({ ...message, picture: '' })
        expect(callMessageSchema.parse({ ...message, picture: '/9jAAAAA' })).toMatchObject({
          picture: '/9jAAAAA',
        })
      }
    },
  )

  it.each([{ message: '' }, { message: 'x'.repeat(201) }, { unanswered: false }])(
    'a decline has no %j',
    (change) => {
      expect(callMessageSchema.safeParse({ ...head, t: 'decline', ...change }).success).toBe(false)
    },
  )

  it.each([
    { lateMs: -1 },
    { lateMs: 1e9 },
    { lossPct: 101 },
    { beats: 0.5 },
    { busy: 'yes' },
    { jitterMs: undefined },
  ])('a line is never %j', (change) => {
    const line = { ...head, t: 'line', lateMs: 1, beats: 1, lossPct: 1, jitterMs: 1, busy: true, ...change }
    expect(callMessageSchema.safeParse(line).success).toBe(false)
  })
})
