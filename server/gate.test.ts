// The door over real sockets: what ends a socket and only that one, who is dropped, who takes whose place.
import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { MAX_FRAME_BYTES } from '../shared/protocol/limits'
import { serverOfTest } from './testing/server-of-test'
import {
  connectClient,
  createTestIdentity,
  isNotice,
  ofType,
  openSocket,
  takeTicket,
  type Frame,
  type TestClient,
} from './testing/test-client'
import type { TestServer } from './testing/test-server'

/** That `client` is still served: a message to itself comes back. */
async function expectServed(client: TestClient): Promise<void> {
  expect(await client.sendCtl(client.peerId, '{"still":"here"}')).toBe('delivered')
}

describe('a frame that no client sends', () => {
  it.each<[string, string | Buffer, string]>([
    ['broken JSON', '{', 'frame-malformed'],
    ['null, which ends a stock server', 'null', 'frame-malformed'],
    ['an unknown type', '{"type":"X"}', 'frame-malformed'],
    ['a binary frame', Buffer.from('{"type":"HEARTBEAT"}'), 'frame-malformed'],
    ['a deep frame', '['.repeat(MAX_FRAME_BYTES), 'frame-malformed'],
    ['a frame just too large', ' '.repeat(MAX_FRAME_BYTES + 1), 'frame-too-large'],
    ['a huge frame', ' '.repeat(8 * 1024 * 1024), 'frame-too-large'],
  ])('(%s) ends its socket with a notice, and nobody else notices', async (_name, data, code) => {
    const { base } = await serverOfTest()
    const [bad, other] = [await connectClient(base), await connectClient(base)]
    bad.sendRaw(data)
    await bad.next(isNotice(code))
    await bad.closed
    await expectServed(other)
    expect(await other.sendCtl(bad.peerId, '{}')).toBe('offline')
  })

  it.each<[string, Buffer]>([
    ['text that is no UTF-8', Buffer.from([0x81, 0x82, 1, 2, 3, 4, 0xff ^ 1, 0xff ^ 2])],
    ['a reserved opcode', Buffer.from([0x83, 0x80, 1, 2, 3, 4])],
    ['an unmasked frame', Buffer.from([0x81, 0x02, 0x7b, 0x7d])],
    ['reserved bits, as with compression', Buffer.from([0xc1, 0x80, 1, 2, 3, 4])],
    [
      'a length that is announced and far too large',
      Buffer.from([0x81, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4]),
    ],
  ])('(%s, on the wire) ends its socket with a notice', async (_name, bytes) => {
    const { base } = await serverOfTest()
    const [bad, other] = [await connectClient(base), await connectClient(base)]
    bad.sendBytes(bytes)
    await bad.next(ofType('NOTICE'))
    await bad.closed
    await expectServed(other)
  })

  it('ends it at once: frames behind it are not read', async () => {
    const { base } = await serverOfTest()
    const [bad, other] = [await connectClient(base), await connectClient(base)]
    bad.sendRaw('{')
    bad.send({ type: 'LEAVE', dst: other.peerId })
    await bad.closed
    await expectServed(other)
    expect(other.frames.some(ofType('LEAVE'))).toBe(false)
  })
})

it('a message to oneself comes back, as the self-test does', async () => {
  const { base } = await serverOfTest()
  const client = await connectClient(base)
  const { id } = client.identity
  const body = JSON.stringify({ v: 1, t: 'self-test', from: id, to: id, value: '0'.repeat(32) })
  const back = client.next(ofType('CTL'))
  expect(await client.sendCtl(client.peerId, body)).toBe('delivered')
  expect(await back).toMatchObject({ src: client.peerId, payload: { envelope: { body } } })
})

describe('order', () => {
  it('of all frames from one sender to one receiver is kept, CTL and OFFER alike', async () => {
    const { base } = await serverOfTest()
    const [ann, bob] = [await connectClient(base), await connectClient(base)]
    const count = 300
    for (let k = 0; k < count; k++) {
      const mark = `${String(k)}:${'x'.repeat(k % 7 === 0 ? 20_000 : 10)}`
      if (k % 3 === 0) void ann.sendCtl(bob.peerId, mark)
      else
        ann.send({
          type: k % 3 === 1 ? 'OFFER' : 'CANDIDATE',
          dst: bob.peerId,
          payload: { type: 'media', mark },
        })
    }
    await bob.next((frame) => numberOf(frame) === count - 1, 10_000)
    const numbers = bob.frames.map(numberOf).filter((number) => number >= 0)
    expect(numbers).toEqual(Array.from({ length: count }, (_, k) => k))
  })
})

function numberOf(frame: Frame): number {
  const found = /(?:"body"|"mark"):"(\d+):/.exec(JSON.stringify(frame))
  return found ? Number(found[1]) : -1
}

describe('somebody who is not there', () => {
  it('gets nothing kept, and a plain offer is answered with EXPIRE at once, its candidates are not', async () => {
    const { base } = await serverOfTest()
    const [ann, identity] = [await connectClient(base), createTestIdentity()]
    for (let k = 0; k < 50; k++) ann.send({ type: 'CANDIDATE', dst: identity.id, payload: {} })
    ann.send({ type: 'OFFER', dst: identity.id, payload: { type: 'media' } })
    expect(await ann.next(ofType('EXPIRE'))).toEqual({ type: 'EXPIRE', src: identity.id, dst: ann.peerId })
    const late = await connectClient(base, identity)
    await expectServed(late)
    expect(late.frames.filter((frame) => ofType('CANDIDATE')(frame) || ofType('OFFER')(frame))).toEqual([])
    expect(ann.frames.filter(ofType('EXPIRE'))).toHaveLength(1)
  })
})

describe('a socket behind which nobody is left', () => {
  it('is dropped when it answers no ping', async () => {
    const { base } = await serverOfTest({ limits: { 'slow-reader-seconds': 0.04 } })
    const [dead, other] = [
      await connectClient(base, undefined, { autoPong: false }),
      await connectClient(base),
    ]
    await dead.closed
    expect(await other.sendCtl(dead.peerId, '{}')).toBe('offline')
    await expectServed(other)
  })
})

describe('a page whose timers stand still', () => {
  afterEach(() => void vi.useRealTimers())

  it('stays as long as its browser answers pings', async () => {
    const { base } = await serverOfTest({ limits: { 'slow-reader-seconds': 0.04 } })
    const hidden = await connectClient(base)
    const pings = async (count: number): Promise<void> => {
      for (let k = 0; k < count; k++) await new Promise((resolve) => hidden.raw.once('ping', resolve))
    }
    vi.useFakeTimers({ toFake: ['Date'] }) // `peer` goes by it: 90 s without a heartbeat are too many
    for (let k = 0; k < 3; k++) {
      vi.setSystemTime(Date.now() + 80_000)
      await pings(10) // and it looks every 300 ms
    }
    await expectServed(hidden)
  })
})

describe('a slow reader', () => {
  it('is dropped instead of being waited for, and others are served', async () => {
    const { base } = await serverOfTest({ limits: { 'messages-per-second-per-id': 1_000 } })
    const [slow, fast, other] = [
      await connectClient(base),
      await connectClient(base),
      await connectClient(base),
    ]
    slow.raw.pause()
    const big = 'x'.repeat(20_000)
    let status: unknown = 'delivered'
    for (let k = 0; k < 2_000 && status === 'delivered'; k++) status = await fast.sendCtl(slow.peerId, big)
    expect(status).toBe('offline')
    await expectServed(other)
  })
})

describe('the number of clients', () => {
  it('is bounded, but whoever is in may come again', async () => {
    const { base } = await serverOfTest({ limits: { 'max-clients': 2 } })
    const identity = createTestIdentity()
    const ann = await connectClient(base, identity)
    await connectClient(base)
    const third = createTestIdentity()
    const token = await takeTicket(base, third)
    await openSocket(base, { id: third.id, token }).next(isNotice('server-full'))
    const again = await connectClient(base, identity)
    await ann.next(isNotice('superseded'))
    again.close()
    await again.closed
    await connectClient(base, third)
  })
})

describe('upgrades that are none', () => {
  it.each(['other', 'peerjs/x', '', 'challenge'])('are refused at /%s', async (path) => {
    const { base } = await serverOfTest()
    const socket = new WebSocket(`${base.replace('http', 'ws')}${path}`)
    await new Promise((resolve) => socket.once('error', resolve))
    await expectServed(await connectClient(base))
  })

  it('may say anything in their URL', async () => {
    const { base } = await serverOfTest()
    for (const query of [
      '',
      '?',
      '?id',
      '?id=%',
      '?id=%ff&token=%00',
      `?id=${'a'.repeat(5_000)}`,
      '?__proto__=1',
    ]) {
      const socket = new WebSocket(`${base.replace('http', 'ws')}peerjs${query}`)
      const notice = new Promise((resolve) =>
        socket.once('message', (data: Buffer) => resolve(data.toString())),
      )
      expect(await notice).toContain('"NOTICE"')
    }
    await expectServed(await connectClient(base))
  })
})

describe('with --open', () => {
  const open = async (): Promise<TestServer> => serverOfTest({ config: { open: true } })
  const plain = (base: string, id: string, token = randomBytes(6).toString('hex')) =>
    openSocket(base, { id, token })

  it('plain PeerJS clients call each other', async () => {
    const { base } = await open()
    const [ann, bob] = [plain(base, 'ann'), plain(base, 'bob')]
    await Promise.all([ann.next(ofType('OPEN')), bob.next(ofType('OPEN'))])
    const offer = {
      type: 'OFFER',
      payload: { type: 'data', connectionId: 'dc_1', serialization: 'binary' },
      dst: 'bob',
    }
    ann.send(offer)
    expect(await bob.next(ofType('OFFER'))).toEqual({ ...offer, src: 'ann' })
    bob.send({ type: 'ANSWER', payload: { connectionId: 'dc_1' }, dst: 'ann' })
    await ann.next(ofType('ANSWER'))
    bob.send({ type: 'LEAVE', dst: 'ann' })
    expect(await ann.next(ofType('LEAVE'))).toEqual({ type: 'LEAVE', src: 'bob', dst: 'ann' })
  })

  it('keeps an id for the token that took it', async () => {
    const { base } = await open()
    const first = plain(base, 'ann', 'mine')
    await first.next(ofType('OPEN'))
    await plain(base, 'ann', 'other').next(ofType('ID-TAKEN'))
    const again = plain(base, 'ann', 'mine')
    await again.next(ofType('OPEN'))
    await first.next(isNotice('superseded'))
  })

  it('still wants a ticket for an identity and for its visits, whoever guesses the token', async () => {
    const { base } = await open()
    const ours = await connectClient(base)
    for (const id of [ours.peerId, `${ours.peerId}-00000000`]) {
      await plain(base, id, 'ticketed').next(isNotice('ticket-unknown'))
    }
    await expectServed(ours)
  })

  it("tells a plain client with another key the stock server's words", async () => {
    const { base } = await open()
    const socket = openSocket(base, { id: 'ann', token: 'x', key: 'other' })
    expect(await socket.next(ofType('ERROR'))).toMatchObject({ payload: { msg: 'Invalid key provided' } })
  })

  it('lets nobody without a key send what only keys sign', async () => {
    const { base } = await open()
    const [ann, bob] = [plain(base, 'ann'), await connectClient(base)]
    await ann.next(ofType('OPEN'))
    ann.send({ type: 'CTL', dst: bob.peerId, payload: { n: 1, envelope: bob.identity.seal('call', '{}') } })
    await ann.next(isNotice('frame-malformed'))
  })

  it('hands out ids to plain clients', async () => {
    const { base } = await open()
    expect(await (await fetch(`${base}peerjs/id`)).text()).toMatch(/^[0-9a-f-]{36}$/)
    expect((await fetch(`${base}peerjs/peers`)).status).toBe(401)
  })
})
