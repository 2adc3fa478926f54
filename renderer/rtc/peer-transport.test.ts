import { describe, expect, it, vi } from 'vitest'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { silentLog } from '../platform/log'
import { PeerJsTransport, type PeerLike, type PeerMedia } from './peer-transport'

const PEER = 'a'.repeat(32)
const candidate = (connectionId: string) => ({
  type: 'CANDIDATE',
  dst: PEER,
  payload: { type: 'media', connectionId },
})

/** What PeerJS's Peer does with its socket and its state, and nothing else. */
function createFakePeer(token: string) {
  const sent: unknown[] = []
  const seen: unknown[] = []
  const tokens = [token]
  let listeners: ((data: unknown) => void)[] = [(data) => seen.push(data)]
  let lost: () => void = () => undefined
  const state = { disconnected: false, destroyed: false, options: { token } }
  const peer: PeerLike = {
    get options() {
      return state.options
    },
    get disconnected() {
      return state.disconnected
    },
    get destroyed() {
      return state.destroyed
    },
    socket: {
      send: (frame) => void sent.push(frame),
      listeners: () => listeners,
      removeAllListeners: () => (listeners = []),
      on: (_event, listener) => listeners.push(listener),
    },
    on(event: string, listener: (value: never) => void) {
      if (event === 'disconnected') lost = listener as () => void
    },
    call: () => undefined,
    disconnect() {
      state.disconnected = true
      lost()
    },
    reconnect() {
      state.disconnected = false
      tokens.push(state.options.token)
    },
  }
  const arrive = (data: unknown) => listeners.forEach((listener) => listener(data))
  return { peer, sent, seen, tokens, state, arrive, lose: () => peer.disconnect() }
}

function bench() {
  const peers: ReturnType<typeof createFakePeer>[] = []
  const clock = createFakeClock()
  const onFrame = vi.fn()
  const onLost = vi.fn()
  const transport = new PeerJsTransport({
    newPeer(token) {
      const fake = createFakePeer(token)
      peers.push(fake)
      return fake.peer
    },
    clock,
    log: silentLog,
    onFrame,
    onLost,
    onCall: (_media: PeerMedia) => undefined,
  })
  transport.dial('first')
  const fake = peers[0]
  if (!fake) throw new Error('no peer made')
  return { transport, fake, peers, clock, onFrame, onLost }
}

describe('the line', () => {
  it('is dialled again with a fresh token on the same Peer, so that its connections live on', () => {
    const { transport, fake, peers, onLost } = bench()
    fake.lose()
    expect(onLost).toHaveBeenCalledOnce()
    transport.dial('second/+')
    expect(fake.tokens).toEqual(['first', 'second%2F%2B'])
    expect(peers).toHaveLength(1)
  })

  it('is not lost when we put it down ourselves', () => {
    const { transport, onLost } = bench()
    transport.hangUp()
    transport.hangUp()
    expect(onLost).not.toHaveBeenCalled()
  })

  it('is a new Peer where PeerJS destroyed the old one', () => {
    const { transport, fake, peers } = bench()
    fake.state.destroyed = true
    transport.dial('second')
    expect(peers).toHaveLength(2)
  })
})

describe('what arrives', () => {
  it('reaches PeerJS only when it is delivered', () => {
    const { transport, fake, onFrame } = bench()
    fake.arrive({ type: 'OPEN' })
    expect(onFrame).toHaveBeenCalledExactlyOnceWith({ type: 'open' })
    expect(fake.seen).toEqual([])
    transport.deliver({ type: 'OPEN' })
    expect(fake.seen).toEqual([{ type: 'OPEN' }])
  })

  it('is dropped where it is malformed', () => {
    const { fake, onFrame } = bench()
    for (const data of [null, 7, {}, { type: 'OFFER' }, { type: 'LEAVE', src: PEER }]) fake.arrive(data)
    expect(onFrame).not.toHaveBeenCalled()
    expect(fake.seen).toEqual([])
  })
})

describe('PeerJS’s own frames', () => {
  it('wait for the line and go in order once it is open', () => {
    const { transport, fake } = bench()
    fake.peer.socket.send(candidate('mc_1'))
    fake.peer.socket.send({ type: 'OFFER', dst: PEER, payload: { connectionId: 'mc_2' } })
    fake.peer.socket.send(candidate('mc_2'))
    transport.forget('mc_1')
    expect(fake.sent).toEqual([])
    transport.deliver({ type: 'OPEN' })
    expect(fake.sent).toMatchObject([{ type: 'OFFER' }, { type: 'CANDIDATE' }])
    fake.peer.socket.send(candidate('mc_3'))
    expect(fake.sent).toHaveLength(3)
  })

  it('wait again after the line was lost, at most 64 of them', () => {
    const { transport, fake } = bench()
    transport.deliver({ type: 'OPEN' })
    fake.lose()
    for (let index = 0; index < 100; index++) fake.peer.socket.send(candidate(`mc_${index}`))
    expect(fake.sent).toEqual([])
    transport.dial('second')
    transport.deliver({ type: 'OPEN' })
    expect(fake.sent).toHaveLength(64)
    expect(fake.sent.at(-1)).toMatchObject({ payload: { connectionId: 'mc_99' } })
  })

  it('don’t hold up our probes and messages', () => {
    const { transport, fake } = bench()
    transport.send({ type: 'CANDIDATE', dst: PEER, payload: { app: 'parley-probe' } })
    transport.send({ type: 'HEARTBEAT' })
    expect(fake.sent).toHaveLength(2)
  })
})

it('our server’s echoes are timed', async () => {
  const { transport, fake, clock } = bench()
  transport.deliver({ type: 'OPEN' })
  for (const took of [40, 340]) {
    transport.send({ type: 'HEARTBEAT' })
    await clock.advance(took)
    fake.arrive({ type: 'HEARTBEAT' })
  }
  expect(transport.beats()).toEqual({ count: 2, lateMs: 300 })
  fake.lose()
  expect(transport.beats()).toEqual({ count: 0, lateMs: null })
})
