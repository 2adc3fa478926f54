import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FRAME_BYTES } from '../shared/protocol/limits'
import { RELAYED_TYPES } from '../shared/protocol/server-messages'
import { readFrame } from './frames'

const ID = '0123456789abcdef0123456789abcdef'
const envelope = { body: '{}', key: `B${'A'.repeat(86)}`, sig: 'A'.repeat(86) }
const ctl = { type: 'CTL', dst: ID, payload: { n: 1, envelope } }
const offer = { type: 'OFFER', dst: ID, payload: { type: 'media', connectionId: 'mc_1', sdp: {} } }
const signed = { type: 'CTL', dst: ID, n: 1, envelope: JSON.stringify(envelope) }
const read = { ...offer, payload: JSON.stringify(offer.payload) }
const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) })

describe('a frame that passes', () => {
  it.each([
    ['a heartbeat', { type: 'HEARTBEAT' }, { type: 'HEARTBEAT' }],
    ['a heartbeat with more in it', { type: 'HEARTBEAT', payload: {} }, { type: 'HEARTBEAT' }],
    ['a signed message', ctl, signed],
    ['a signed message in another order', { payload: ctl.payload, dst: ID, type: 'CTL' }, signed],
    ['a signed message to a visit', { ...ctl, dst: `${ID}-01234567` }, expect.anything()],
    ['an offer of media', offer, read],
    ['an offer as PeerJS writes it', { type: 'OFFER', payload: offer.payload, dst: ID }, read],
    [
      'an offer of data to a plain client',
      { ...offer, dst: 'ann', payload: { type: 'data' } },
      expect.anything(),
    ],
    ['a candidate', { ...offer, type: 'CANDIDATE', payload: {} }, expect.anything()],
    ['a leave without payload', { type: 'LEAVE', dst: ID }, { type: 'LEAVE', dst: ID, payload: undefined }],
    ['what PeerJS adds', { ...offer, src: 'x', version: 3 }, read],
  ])('is %s', (_name, frame, expected) => {
    expect(readFrame(JSON.stringify(frame))).toEqual(expected)
  })

  it('keeps what a client put into its payload, in whichever order it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RELAYED_TYPES.filter((type) => type !== 'OFFER')),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })),
        (type, payload) => {
          const expected = { type, dst: 'bob', payload: JSON.stringify(payload) }
          expect(readFrame(JSON.stringify({ type, dst: 'bob', payload }))).toEqual(expected)
          expect(readFrame(JSON.stringify({ type, payload, dst: 'bob' }))).toEqual(expected)
        },
      ),
    )
  })
})

it('isn’t kept by whoever keeps its receiver', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const heldBytes = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const payload = { type: 'media', filler: 'x'.repeat(60_000) }
  const texts = (n: number): readonly string[] => {
    const dst = n.toString(16).padStart(32, '0')
    const long = { ...envelope, body: 'x'.repeat(20_000) }
    return [
      JSON.stringify({ type: 'OFFER', payload, dst }),
      JSON.stringify({ type: 'CTL', dst, payload: { n, envelope: long } }),
    ]
  }
  const before = heldBytes()
  const kept = Array.from({ length: 200 }, (_, n) =>
    texts(n).map((text) => (readFrame(Buffer.from(text).toString()) as { dst: string }).dst),
  )
  expect(heldBytes() - before).toBeLessThan(4_000_000)
  expect(kept.flat()).toHaveLength(400)
})

describe('a frame that ends its socket', () => {
  it.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['no type', '{}'],
    ['half a frame', JSON.stringify(offer).slice(0, -1)],
    ['a type of ours only', '{"type":"OPEN"}'],
    ['EXPIRE, which only a server says', `{"type":"EXPIRE","dst":"${ID}"}`],
    ['an unknown type', `{"type":"X","dst":"${ID}","payload":{}}`],
    ['a type that every object has', `{"type":"constructor","dst":"${ID}","payload":{}}`],
    ['an offer to nobody', JSON.stringify({ ...offer, dst: undefined })],
    ['an offer to an empty id', JSON.stringify({ ...offer, dst: '' })],
    ['an offer to a list', JSON.stringify({ ...offer, dst: [ID] })],
    ['an offer to an endless id', JSON.stringify({ ...offer, dst: 'a'.repeat(65) })],
    ['an offer without payload, on which PeerJS throws', `{"type":"OFFER","dst":"${ID}"}`],
    ['an offer with null', JSON.stringify({ ...offer, payload: null })],
    ['an offer with text', JSON.stringify({ ...offer, payload: 'x' })],
    ['an offer with a list', JSON.stringify({ ...offer, payload: [] })],
    ['an offer of data to one of ours', JSON.stringify({ ...offer, payload: { type: 'data' } })],
    ['a deep payload', JSON.stringify({ ...offer, payload: { type: 'media', deep: nested(12) } })],
    ['a leave without receiver', '{"type":"LEAVE"}'],
    ['a message to a plain client', JSON.stringify({ ...ctl, dst: 'bob' })],
    ['a message with something extra', JSON.stringify({ ...ctl, extra: 1 })],
    ['a message without number', JSON.stringify({ ...ctl, payload: { envelope } })],
    ['a message with a broken number', JSON.stringify({ ...ctl, payload: { n: -1, envelope } })],
    [
      'a message with half a key',
      JSON.stringify({ ...ctl, payload: { n: 1, envelope: { ...envelope, key: 'B' } } }),
    ],
    ['a message with something behind its envelope', `${JSON.stringify(ctl).slice(0, -2)},"x":{}}}`],
    ['a message with two envelopes', `${JSON.stringify(ctl).slice(0, -2)},${JSON.stringify(envelope)}}}`],
    ['an offer with half a payload', `{"type":"OFFER","payload":{"type":"media","x":,"dst":"${ID}"}`],
    ['an offer with two payloads', `{"type":"OFFER","payload":{"type":"media"}{},"dst":"${ID}"}`],
    ['an offer of data, as PeerJS writes it', `{"type":"OFFER","payload":{"type":"data"},"dst":"${ID}"}`],
    ['nothing but brackets', '['.repeat(MAX_FRAME_BYTES)],
    ['a frame as deep as it can be', `{"a":`.repeat(9_000) + '1' + '}'.repeat(9_000)],
  ])('is %s', (_name, text) => {
    expect(readFrame(text)).toBeNull()
  })

  it('is any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readFrame(text)).toBeNull()
      }),
      { numRuns: 1_000 },
    )
  })

  it('is any JSON, whatever it says about its type', () => {
    const type = fc.constantFrom('CTL', 'OFFER', 'ANSWER', 'CANDIDATE')
    fc.assert(
      fc.property(type, fc.jsonValue(), fc.jsonValue(), (name, dst, payload) => {
        const read = readFrame(JSON.stringify({ type: name, dst, payload }))
        const mayPass =
          name !== 'CTL' && typeof dst === 'string' && payload !== null && !Array.isArray(payload)
        if (!mayPass) expect(read).toBeNull()
      }),
      { numRuns: 1_000 },
    )
  })
})
