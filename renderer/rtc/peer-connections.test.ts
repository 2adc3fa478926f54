import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { createConnections, PARKED_MAX, PARKED_MS } from './peer-connections'
import type { MediaFrame } from './peer-frames'

const PEER = 'a'.repeat(32)
const OTHER = 'b'.repeat(32)

function frame(type: 'OFFER' | 'ANSWER' | 'CANDIDATE', connectionId: string, src = PEER): MediaFrame {
  const common = { type: 'media', connectionId } as const
  const metadata = { v: 1, callId: 'c'.repeat(32), path: 1 } as const
  if (type === 'OFFER')
    return { type, src, payload: { ...common, sdp: { type: 'offer', sdp: '' }, metadata } }
  if (type === 'ANSWER') return { type, src, payload: { ...common, sdp: { type: 'answer', sdp: '' } } }
  return { type, src, payload: { ...common, candidate: { candidate: 'x' } } }
}

function bench() {
  const clock = createFakeClock()
  const forgotten: string[] = []
  return { clock, forgotten, connections: createConnections(clock, (peer) => forgotten.push(peer)) }
}

describe('a frame reaches PeerJS', () => {
  it('only for a connection that exists', () => {
    const { connections } = bench()
    expect(connections.admit(frame('ANSWER', 'mc_1'))).toBe(false)
    expect(connections.admit(frame('CANDIDATE', 'mc_1'))).toBe(false)
    connections.opened(PEER, 'mc_1')
    expect(connections.admit(frame('CANDIDATE', 'mc_1', OTHER))).toBe(false)
    expect(connections.admit(frame('CANDIDATE', 'mc_1'))).toBe(true)
  })

  it('as an offer only where none exists, since PeerJS would close the first', () => {
    const { connections } = bench()
    expect(connections.admit(frame('OFFER', 'mc_1'))).toBe(true)
    connections.opened(PEER, 'mc_1')
    expect(connections.admit(frame('OFFER', 'mc_1'))).toBe(false)
    expect(connections.admit(frame('OFFER', 'mc_1', OTHER))).toBe(true)
  })

  it('as an answer once, and only to our own offer', () => {
    const { connections } = bench()
    connections.opened(PEER, 'mc_1')
    connections.parked(PEER, 'mc_2', () => undefined)
    expect(connections.admit(frame('ANSWER', 'mc_1'))).toBe(true)
    expect(connections.admit(frame('ANSWER', 'mc_1'))).toBe(false)
    expect(connections.admit(frame('ANSWER', 'mc_2'))).toBe(false)
  })

  it('as a candidate 200 times for each connection', () => {
    const { connections } = bench()
    connections.opened(PEER, 'mc_1')
    connections.opened(PEER, 'mc_2')
    const admitted = Array.from({ length: 300 }, () => connections.admit(frame('CANDIDATE', 'mc_1')))
    expect(admitted.filter(Boolean)).toHaveLength(200)
    expect(connections.admit(frame('CANDIDATE', 'mc_2'))).toBe(true)
  })
})

describe('a parked offer', () => {
  it('expires after 5 s, unless it is claimed', async () => {
    const { clock, connections } = bench()
    const expired: string[] = []
    for (const id of ['mc_1', 'mc_2']) connections.parked(PEER, id, () => expired.push(id))
    expect(connections.claim(PEER, 'mc_1')).toBe(true)
    await clock.advance(PARKED_MS)
    expect(expired).toEqual(['mc_2'])
  })

  it('makes room for a ninth: the oldest unclaimed one goes', () => {
    const { connections } = bench()
    const expired: string[] = []
    const park = (id: string) =>
      connections.parked(PEER, id, () => {
        expired.push(id)
        connections.closed(PEER, id)
      })
    for (let index = 0; index < PARKED_MAX; index++) park(`mc_${index}`)
    expect(connections.claim(PEER, 'mc_0')).toBe(true)
    park('mc_8')
    expect(expired).toEqual([])
    park('mc_9')
    expect(expired).toEqual(['mc_1'])
    expect(connections.claim(PEER, 'mc_1')).toBe(false)
    expect(connections.has(PEER, 'mc_0')).toBe(true)
  })

  it('leaves no timer when it is closed', () => {
    const { clock, connections } = bench()
    connections.parked(PEER, 'mc_1', () => undefined)
    connections.closed(PEER, 'mc_1')
    expect(clock.waiting()).toBe(0)
  })
})

it('lets PeerJS forget a peer with its last connection, once', () => {
  const { connections, forgotten } = bench()
  connections.opened(PEER, 'mc_1')
  connections.opened(PEER, 'mc_2')
  connections.opened(OTHER, 'mc_3')
  connections.closed(PEER, 'mc_1')
  expect(forgotten).toEqual([])
  connections.closed(PEER, 'mc_2')
  connections.closed(PEER, 'mc_2')
  expect(forgotten).toEqual([PEER])
})
