import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readServerFrame } from './peer-frames'

const SRC = 'a'.repeat(32)
const ENVELOPE = { body: '{}', key: `B${'A'.repeat(86)}`, sig: 'A'.repeat(86) }
const METADATA = { v: 1, callId: 'c'.repeat(32), path: 1 }
const OFFER = {
  type: 'OFFER',
  src: SRC,
  payload: {
    sdp: { type: 'offer', sdp: 'v=0' },
    type: 'media',
    connectionId: 'mc_abc123',
    metadata: METADATA,
  },
}
const ANSWER = {
  type: 'ANSWER',
  src: SRC,
  payload: { sdp: { type: 'answer', sdp: 'v=0' }, type: 'media', connectionId: 'mc_abc123' },
}
const CANDIDATE = {
  type: 'CANDIDATE',
  src: SRC,
  payload: {
    candidate: { candidate: 'candidate:1 1 udp 1 10.0.0.1 5 typ host', sdpMid: '0' },
    type: 'media',
    connectionId: 'mc_a',
  },
}

describe('a frame from the server', () => {
  it.each([
    [{ type: 'OPEN' }, { type: 'open' }],
    [{ type: 'HEARTBEAT' }, { type: 'heartbeat' }],
    [
      { type: 'NOTICE', payload: { code: 'superseded' } },
      { type: 'notice', code: 'superseded' },
    ],
    [
      { type: 'NOTICE', payload: { code: 'made-up' } },
      { type: 'notice', code: 'server-answer-malformed' },
    ],
    [
      { type: 'ID-TAKEN', payload: { msg: 'ID is taken' } },
      { type: 'notice', code: 'id-taken' },
    ],
    [{ type: 'INVALID-KEY' }, { type: 'notice', code: 'not-a-parley-server' }],
    [
      { type: 'ERROR', payload: { msg: 'Server has reached its concurrent user limit' } },
      { type: 'notice', code: 'server-full' },
    ],
    [
      { type: 'ERROR', payload: 7 },
      { type: 'notice', code: 'server-answer-malformed' },
    ],
    [
      { type: 'CTL', src: SRC, payload: { envelope: ENVELOPE } },
      { type: 'envelope', from: SRC, envelope: ENVELOPE, via: 'own' },
    ],
    [
      { type: 'CANDIDATE', src: SRC, payload: { app: 'parley', envelope: ENVELOPE } },
      { type: 'envelope', from: SRC, envelope: ENVELOPE, via: 'stock' },
    ],
    [
      { type: 'CANDIDATE', src: SRC, payload: { app: 'parley-probe' } },
      { type: 'probe', from: SRC },
    ],
    [
      { type: 'CTL-ACK', payload: { n: 3, status: 'offline' } },
      { type: 'ack', n: 3, status: 'offline' },
    ],
    [
      { type: 'CTL-ACK', payload: { n: 4, status: 'limited', retryAfterMs: 2_000 } },
      { type: 'ack', n: 4, status: 'limited' },
    ],
    [
      { type: 'EXPIRE', src: SRC, dst: 'me' },
      { type: 'expired', to: SRC },
    ],
    [OFFER, { type: 'media', frame: OFFER }],
    [ANSWER, { type: 'media', frame: ANSWER }],
    [CANDIDATE, { type: 'media', frame: CANDIDATE }],
  ])('%j is understood', (data, frame) => expect(readServerFrame(data)).toEqual(frame))

  it.each([
    ['null', null],
    ['a list', []],
    ['without a type', {}],
    ['of a type that isn’t a text', { type: {} }],
    ['of an unknown type', { type: 'X-ROUTED', payload: {} }],
    ['LEAVE, by which a server could end calls', { type: 'LEAVE', src: SRC }],
    ['an OFFER without payload', { type: 'OFFER', src: SRC }],
    [
      'an OFFER of data',
      { ...OFFER, payload: { ...OFFER.payload, type: 'data', serialization: 'constructor' } },
    ],
    ['an OFFER from nobody', { ...OFFER, src: undefined }],
    ['an OFFER from no identity', { ...OFFER, src: '__proto__' }],
    ['an OFFER without a call', { ...OFFER, payload: { ...OFFER.payload, metadata: undefined } }],
    [
      'an OFFER that is an answer',
      { ...OFFER, payload: { ...OFFER.payload, sdp: { type: 'answer', sdp: '' } } },
    ],
    [
      'an ANSWER that is a rollback',
      { ...ANSWER, payload: { ...ANSWER.payload, sdp: { type: 'rollback', sdp: '' } } },
    ],
    [
      'an ANSWER with too much text',
      { ...ANSWER, payload: { ...ANSWER.payload, sdp: { type: 'answer', sdp: 'x'.repeat(20_001) } } },
    ],
    [
      'a CANDIDATE of another kind of connection',
      { ...CANDIDATE, payload: { ...CANDIDATE.payload, connectionId: 'dc_a' } },
    ],
    [
      'a CANDIDATE with a strange id',
      { ...CANDIDATE, payload: { ...CANDIDATE.payload, connectionId: 'mc_../x' } },
    ],
    ['a CTL without an envelope', { type: 'CTL', src: SRC, payload: {} }],
    ['a CTL from no identity', { type: 'CTL', src: 'somebody', payload: { envelope: ENVELOPE } }],
    [
      'a CTL with more in its envelope',
      { type: 'CTL', src: SRC, payload: { envelope: { ...ENVELOPE, x: 1 } } },
    ],
  ])('%s is refused', (_what, data) => expect(readServerFrame(data)).toBeNull())

  it('passes on only the fields that PeerJS needs', () => {
    const frame = readServerFrame({
      ...OFFER,
      dst: 'x',
      payload: { ...OFFER.payload, serialization: 'binary', label: 'x' },
    })
    expect(frame).toEqual({ type: 'media', frame: OFFER })
  })

  it('never throws, whatever comes', () => {
    const types = [
      'OPEN',
      'ERROR',
      'NOTICE',
      'CTL',
      'CTL-ACK',
      'EXPIRE',
      'OFFER',
      'ANSWER',
      'CANDIDATE',
      'LEAVE',
    ]
    const frame = fc.record({ type: fc.constantFrom(...types), src: fc.jsonValue(), payload: fc.jsonValue() })
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), frame), (data) => {
        readServerFrame(data)
      }),
    )
  })
})
