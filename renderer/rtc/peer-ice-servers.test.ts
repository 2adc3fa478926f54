import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/result'
import type { IceServer } from '../../shared/protocol/server-messages'
import { createFakeClock } from '../platform/fakes/fake-clock'
import {
  createIceServers,
  hasRelay,
  FRESH_MS,
  PATIENCE_MS,
  toRtcIceServers,
  usable,
} from './peer-ice-servers'
import type { ServerSession, SessionClient } from './session-client'

const TURN = { username: 'u', credential: 'p' }

describe('usable', () => {
  it.each([
    'stun:stun.example.org',
    'stun:stun.example.org:3478',
    'stuns:192.0.2.1:5349',
    'stun:[2001:db8::1]:3478',
    'turn:relay.example.org:3478?transport=udp',
    'turns:relay.example.org?transport=tcp',
  ])('keeps %s', (urls) => expect(usable([{ urls, ...TURN }])).toEqual([{ urls: [urls], ...TURN }]))

  it.each([
    '',
    'stun:',
    'stun:host name',
    'http://stun.example.org',
    'stun:host:0',
    'stun:host:65536',
    'stun:host:port',
    'stun:host?transport=udp',
    'turn:host?transport=tls',
    'stun://host',
    'stun:host:1:2',
    'stun:user@host',
    ' stun:host',
  ])('drops %j, at which RTCPeerConnection might throw', (urls) =>
    expect(usable([{ urls, ...TURN }])).toEqual([]),
  )

  it('drops a relay without credentials, and keeps the rest of its entry', () => {
    expect(usable([{ urls: ['turn:host', 'stun:host'] }])).toEqual([{ urls: ['stun:host'] }])
    expect(usable([{ urls: 'turn:host', username: 'u' }])).toEqual([])
  })
})

it('writes no field as undefined', () => {
  expect(toRtcIceServers([{ urls: 'stun:host' }])).toEqual([{ urls: 'stun:host' }])
  expect(Object.keys(toRtcIceServers([{ urls: 'stun:host', username: undefined }])[0] ?? {})).toEqual([
    'urls',
  ])
})

describe('the ICE servers of a connection', () => {
  const own = (host: string): ServerSession => ({
    kind: 'own',
    answer: { v: 1, ticket: 't'.repeat(43), iceServers: [{ urls: `stun:${host}` }], guestPage: false },
  })
  function bench(stunServers: readonly string[] = []) {
    const clock = createFakeClock()
    let opened = 0
    const sessions: SessionClient & { fails: boolean } = {
      fails: false,
      open() {
        opened += 1
        return Promise.resolve(this.fails ? fail('server-unreachable') : ok(own(`fresh-${opened}`)))
      },
    }
    const iceServers = createIceServers(sessions, clock, () => stunServers)
    return { clock, sessions, iceServers, opened: () => opened }
  }

  it('come from the session that was opened last, without another', async () => {
    const { iceServers, opened } = bench(['stun:mine'])
    iceServers.learned(own('first'))
    expect(await iceServers.current()).toEqual([{ urls: ['stun:first'] }])
    expect(opened()).toBe(0)
  })

  it('come from a fresh session once that one is some minutes old', async () => {
    const { clock, iceServers } = bench()
    iceServers.learned(own('first'))
    await clock.advance(FRESH_MS + 1)
    expect(await iceServers.current()).toEqual([{ urls: ['stun:fresh-1'] }])
    expect(await iceServers.current()).toEqual([{ urls: ['stun:fresh-1'] }])
  })

  it('are the old ones where no fresh session is to be had', async () => {
    const { clock, iceServers, sessions } = bench()
    iceServers.learned(own('first'))
    sessions.fails = true
    await clock.advance(FRESH_MS + 1)
    expect(await iceServers.current()).toEqual([{ urls: ['stun:first'] }])
  })

  it('are the old ones where the server takes too long, and the fresh ones once they are here', async () => {
    const { clock, iceServers, sessions } = bench()
    iceServers.learned(own('first'))
    await clock.advance(FRESH_MS + 1)
    let answer: (session: ReturnType<typeof ok<ServerSession>>) => void = () => undefined
    sessions.open = () => new Promise((resolve) => (answer = resolve))
    const servers = iceServers.current()
    await clock.advance(PATIENCE_MS)
    expect(await servers).toEqual([{ urls: ['stun:first'] }])
    answer(ok(own('late')))
    await clock.settle()
    expect(await iceServers.current()).toEqual([{ urls: ['stun:late'] }])
  })

  it('are the user’s own on a stock server, and only there', async () => {
    const { iceServers, opened } = bench(['stun:mine', 'nonsense'])
    iceServers.learned({ kind: 'stock' })
    expect(await iceServers.current()).toEqual([{ urls: ['stun:mine'] }])
    expect(opened()).toBe(0)
  })

  it('are asked for anew in time where their credentials end, and again soon where that failed', async () => {
    const { clock, iceServers, sessions, opened } = bench()
    iceServers.learned(own('first'))
    expect(iceServers.renewAfterMs()).toBeNull()
    const session = own('relay')
    if (session.kind === 'own')
      iceServers.learned({ ...session, answer: { ...session.answer, iceLifeMs: 80_000 } })
    expect(iceServers.renewAfterMs()).toBe(40_000)
    await clock.advance(30_000)
    expect(iceServers.renewAfterMs()).toBe(10_000)
    await iceServers.current()
    expect(opened()).toBe(0)
    sessions.fails = true
    await clock.advance(20_000)
    expect(await iceServers.current()).toEqual([{ urls: ['stun:relay'] }])
    expect(opened()).toBe(1)
    expect(iceServers.renewAfterMs()).toBe(10_000)
  })
})

it.each<[string, readonly IceServer[], boolean]>([
  ['none at all', [], false],
  ['STUN alone', [{ urls: ['stun:a.example'] }], false],
  [
    'a relay beside STUN',
    [{ urls: 'stun:a.example' }, { urls: ['stun:b', 'turn:b'], username: 'u', credential: 'c' }],
    true,
  ],
  [
    'a relay over TLS',
    [{ urls: 'turns:a.example:5349?transport=tcp', username: 'u', credential: 'c' }],
    true,
  ],
])('there is a relay: %s', (_, servers, expected) => {
  expect(hasRelay(servers)).toBe(expected)
})
