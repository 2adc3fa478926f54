import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { CourierLine } from './courier-line'
import { FakeServer } from './fakes/fake-server'
import { FakeLink } from './fakes/fake-link'
import { createFakeSigner } from './fakes/fake-signer'
import type { Signer } from './signer'

const ME = 'a'.repeat(32)
const THEM = 'b'.repeat(32)
const CALL = 'c'.repeat(32)
const MUTED = { t: 'state', mic: 'off', cam: 'off', screen: 'off' } as const

const brief = (text: string): string =>
  `${/"t":"([a-z-]+)"/.exec(text)?.[1] ?? '?'} ${/"seq":(\d+)/.exec(text)?.[1] ?? '?'}`

async function createRig(kind: 'own' | 'stock' = 'own', signer: Signer = createFakeSigner(ME)) {
  const clock = createFakeClock()
  const url = normaliseBaseUrl('https://one.example/')
  if (!url.ok) throw new Error('not a base URL')
  const server = new FakeServer({ clock, url: url.value, kind })
  const signalling = server.connect(ME)
  server.connect(THEM)
  await clock.advance(100)
  const line = new CourierLine(
    { signer, clock, name: () => 'Me' },
    { callId: CALL, person: THEM, role: 'caller', path: 1 },
  )
  line.setSocket({ signalling, peerId: THEM })
  const arrived: string[] = []
  const link = new FakeLink({ clock, latencyMs: 1, callerFingerprint: 'A' })
  const openChannel = () => {
    for (const end of [link.caller, link.callee]) end.emit({ type: 'ctlOpened' })
    link.callee.onEvent((event) => {
      if (event.type === 'ctlMessage') arrived.push(event.text)
    })
    line.setChannel(link.caller)
  }
  return {
    ...{ clock, server, signalling, line, link, openChannel },
    /** Kinds and numbers, as they passed. */
    socket: () => server.passed.map(({ envelope: { body } }) => brief(body)),
    channel: () => arrived.map(brief),
  }
}

describe('the ways', () => {
  it('are the socket until the channel is open, then the channel', async () => {
    const rig = await createRig()
    rig.line.send(MUTED)
    await rig.clock.advance(50)
    rig.openChannel()
    rig.line.send(MUTED)
    await rig.clock.advance(50)
    expect(rig.socket()).toEqual(['state 1'])
    expect(rig.channel()).toEqual(['state 2'])
  })

  it('are both, under one number, for what decides a call', async () => {
    const rig = await createRig()
    rig.openChannel()
    rig.line.send({ t: 'accept', video: true, fingerprint: 'AB' })
    rig.line.send({ t: 'decline' })
    rig.line.send({ t: 'cancel' })
    rig.line.send({ t: 'bye', reason: 'hung-up' })
    await rig.clock.advance(50)
    expect(rig.socket()).toEqual(['accept 1', 'decline 2', 'cancel 3', 'bye 4'])
    expect(rig.channel()).toEqual(rig.socket())
  })

  it('are both for everything while the channel is in doubt', async () => {
    const rig = await createRig()
    rig.openChannel()
    rig.line.trustChannel(false)
    rig.line.send(MUTED)
    await rig.clock.advance(50)
    expect(rig.socket()).toEqual(['state 1'])
    expect(rig.channel()).toEqual(['state 1'])
  })

  it('are never the socket for pings', async () => {
    const rig = await createRig()
    expect(rig.line.sendOnChannel({ t: 'ping' })).toBeNull()
    rig.openChannel()
    expect(rig.line.sendOnChannel({ t: 'ping' })).toBeGreaterThan(0)
    await rig.clock.advance(50)
    expect(rig.socket()).toEqual([])
  })
})

describe('the socket way', () => {
  it('keeps the order of sending although signing takes unequal time', async () => {
    const quick = createFakeSigner(ME)
    const waits = [30, 5, 0]
    const rig = await createRig('own', {
      ...quick,
      seal: async (purpose, body) => {
        await new Promise<void>((resolve) => rig.clock.after(waits.shift() ?? 0, resolve))
        return quick.seal(purpose, body)
      },
    })
    rig.line.send({ t: 'ringing' })
    rig.line.send(MUTED)
    rig.line.send({ t: 'cancel' })
    await rig.clock.advance(100)
    expect(rig.socket()).toEqual(['ringing 1', 'state 2', 'cancel 3'])
  })

  it('says when a message has left, before it is acknowledged', async () => {
    const rig = await createRig()
    const { handedOver, outcome } = rig.line.send({ t: 'ringing' })
    let acknowledged = false
    void outcome.then(() => (acknowledged = true))
    expect(await handedOver).toBe(true)
    expect(acknowledged).toBe(false)
    await rig.clock.advance(50)
    expect(await outcome).toBe('delivered')
  })

  it('repeats every 2 s, three times, what our server didn’t confirm, under its number', async () => {
    const rig = await createRig()
    let tries = 0
    rig.server.loses = () => {
      tries += 1
      return true
    }
    const { outcome } = rig.line.send({ t: 'ringing' })
    await rig.clock.advance(1_900)
    expect(tries).toBe(1)
    await rig.clock.advance(10_000)
    expect(tries).toBe(4)
    expect(await outcome).toBe('unconfirmed')
  })

  it('doesn’t repeat an invite to somebody who isn’t there', async () => {
    const rig = await createRig()
    rig.line.setSocket({ signalling: rig.signalling, peerId: 'd'.repeat(32) })
    const { outcome } = rig.line.send({ t: 'invite', video: true, link: '', fingerprint: 'AB' })
    await rig.clock.advance(100)
    expect(await outcome).toBe('offline')
  })

  it('doesn’t repeat an invite that our server held back', async () => {
    const rig = await createRig()
    rig.server.isLimiting = true
    const { outcome } = rig.line.send({ t: 'invite', video: true, link: '', fingerprint: 'AB' })
    await rig.clock.advance(100)
    expect(await outcome).toBe('limited')
  })

  it('repeats nothing on a stock server', async () => {
    const rig = await createRig('stock')
    rig.line.send({ t: 'ringing' })
    await rig.clock.advance(30_000)
    expect(rig.socket()).toEqual(['ringing 1'])
  })

  it('waits for a socket that is coming back, and not for ever', async () => {
    const rig = await createRig()
    rig.server.setUp(false)
    const early = rig.line.send({ t: 'ringing' })
    await rig.clock.advance(3_000)
    rig.server.setUp(true)
    await rig.clock.advance(200)
    expect(await early.handedOver).toBe(true)
    rig.server.setUp(false)
    const late = rig.line.send(MUTED)
    await rig.clock.advance(10_000)
    expect(await late.handedOver).toBe(false)
  })

  it('lets only what ends the call go after the end', async () => {
    const rig = await createRig()
    rig.line.send({ t: 'ringing' })
    rig.line.send({ t: 'bye', reason: 'hung-up' })
    rig.line.end()
    await rig.clock.advance(100)
    expect(rig.socket()).toEqual(['bye 2'])
  })

  it('stops repeating what no longer matters', async () => {
    const rig = await createRig()
    rig.server.loses = ({ body }) => body.includes('ringing')
    rig.line.send({ t: 'ringing' })
    await rig.clock.advance(100)
    rig.line.end()
    rig.server.loses = null
    await rig.clock.advance(30_000)
    expect(rig.socket()).toEqual([])
    await rig.line.settled()
  })

  it('sends a prepared message under the number it was sealed with', async () => {
    const rig = await createRig()
    const prepared = rig.line.prepare({ t: 'accept', video: false, fingerprint: 'AB' })
    rig.line.prepare({ t: 'accept', video: true, fingerprint: 'AB' })
    rig.line.send(MUTED)
    rig.line.send(prepared)
    await rig.clock.advance(100)
    expect(rig.socket()).toEqual(['state 3', 'accept 1'])
  })

  it('hands nothing over that could not be signed', async () => {
    const rig = await createRig('own', {
      ...createFakeSigner(ME),
      seal: () => Promise.resolve({ ok: false, code: 'identity-locked' }),
    })
    const { handedOver, outcome } = rig.line.send({ t: 'ringing' })
    expect(await handedOver).toBe(false)
    expect(await outcome).toBe('unconfirmed')
  })
})
