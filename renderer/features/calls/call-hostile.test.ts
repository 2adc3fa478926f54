import { describe, expect, it } from 'vitest'
import type { Envelope } from '../../../shared/protocol/server-messages'
import { createFakeCertificate } from '../../rtc/fakes/fake-track'
import { bodyOf, INVITE, sealedBy } from './testing/letters'
import { createPair, HIGHER, LOWER, ring, talk, THIRD, type Pair, type World } from './testing/people'

const CALL = 'd'.repeat(32)
const phases = ({ ana, ben }: Pair): readonly string[] => [ana.phase(), ben.phase()]
const nothingOpen = ({ ana, ben }: Pair): void => {
  expect(ana.media.allOpenLeases() + ben.media.allOpenLeases()).toBe(0)
}
const altered = (envelope: Envelope, from: string, to: string): Envelope => ({
  ...envelope,
  body: envelope.body.replace(from, to),
})

describe('an invite that isn’t what it says', () => {
  type Making = (world: World & Pair) => Promise<readonly [peerId: string, envelope: Envelope]>
  const body = bodyOf({ callId: CALL, from: LOWER, to: HIGHER }, INVITE)
  const cases: readonly (readonly [string, Making])[] = [
    [
      'of another’s identity, in the sender’s own signature',
      async ({ ben }) => [THIRD, await sealedBy(ben.signer, body)],
    ],
    [
      'of another’s identity, under the other’s PeerJS id',
      async ({ ben }) => [LOWER, await sealedBy(ben.signer, body)],
    ],
    [
      'rightly signed, but sent by a third person',
      async ({ ana }) => [THIRD, await sealedBy(ana.signer, body)],
    ],
    [
      'rightly signed, from an id that only looks like theirs',
      async ({ ana }) => [`${LOWER}-xyz`, await sealedBy(ana.signer, body)],
    ],
    [
      'with another name',
      async ({ ana }) => [LOWER, altered(await sealedBy(ana.signer, body), 'Mallory', 'Ana')],
    ],
    [
      'with another certificate',
      async ({ ana }) => [LOWER, altered(await sealedBy(ana.signer, body), 'AB:AB', 'AB:AC')],
    ],
    [
      'for somebody else',
      async ({ ana }) => [
        LOWER,
        await sealedBy(ana.signer, bodyOf({ callId: CALL, from: LOWER, to: THIRD }, INVITE)),
      ],
    ],
    [
      'of an unknown version',
      async ({ ana }) => [
        LOWER,
        await sealedBy(ana.signer, bodyOf({ callId: CALL, from: LOWER, to: HIGHER, v: 2 }, INVITE)),
      ],
    ],
    [
      'by a callee',
      async ({ ana }) => [
        LOWER,
        await sealedBy(ana.signer, bodyOf({ callId: CALL, from: LOWER, to: HIGHER, role: 'callee' }, INVITE)),
      ],
    ],
    [
      'with a call id that is none',
      async ({ ana }) => [
        LOWER,
        await sealedBy(ana.signer, bodyOf({ callId: '1', from: LOWER, to: HIGHER }, INVITE)),
      ],
    ],
    [
      'from oneself',
      async ({ ben }) => [
        HIGHER,
        await sealedBy(ben.signer, bodyOf({ callId: CALL, from: HIGHER, to: HIGHER }, INVITE)),
      ],
    ],
    ['not JSON', async ({ ana }) => [LOWER, await sealedBy(ana.signer, '{')]],
    [
      'deeply nested',
      async ({ ana }) => [LOWER, await sealedBy(ana.signer, `${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
    ],
    [
      'too large',
      async ({ ana }) => [
        LOWER,
        await sealedBy(
          ana.signer,
          bodyOf({ callId: CALL, from: LOWER, to: HIGHER }, { ...INVITE, link: 'x'.repeat(30_000) }),
        ),
      ],
    ],
  ]
  it.each(cases)('never rings: %s', async (_, make) => {
    const world = await createPair()
    const [peerId, envelope] = await make(world)
    world.server.inject(peerId, HIGHER, envelope)
    await world.clock.advance(500)
    expect(world.ben.phase()).toBe('none')
    expect(world.ben.records).toEqual([])
  })

  it('rings where nothing is wrong with it, also from a visit', async () => {
    for (const peerId of [LOWER, `${LOWER}-0123abcd`]) {
      const world = await createPair()
      // Else the Ana who knows nothing of that call would say so.
      world.ana.home.close()
      world.server.inject(peerId, HIGHER, await sealedBy(world.ana.signer, body))
      await world.clock.advance(500)
      expect(world.ben.phase()).toBe('ringing')
    }
  })
})

describe('a certificate that isn’t the signed one', () => {
  const OTHER = Array<string>(32).fill('EE').join(':')
  async function between(kind: 'offer' | 'answer', prewarm: boolean) {
    const world = await createPair()
    if (prewarm) world.ben.contacts.set(LOWER, { name: 'Ana' })
    world.server.tamper = (frame) => (frame.kind === kind ? { kind, fingerprint: OTHER } : frame)
    const callId = await ring(world)
    if (world.ben.phase() === 'ringing') world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(500)
    return world
  }

  it.each([
    ['offer', true],
    ['offer', false],
    ['answer', true],
    ['answer', false],
  ] as const)('in the %s, connected ahead: %s: ends both sides before any media', async (kind, prewarm) => {
    const world = await between(kind, prewarm)
    expect(phases(world)).toEqual(['ended: identity-mismatch', 'ended: identity-mismatch'])
    const [link] = world.server.links
    for (const end of [link?.caller, link?.callee]) expect(end?.connectionState()).not.toBe('connected')
    nothingOpen(world)
    expect(world.ana.records).toMatchObject([{ reason: 'identity-mismatch' }])
  })

  it.each([
    ['offer', 'ana', 'ben', 'caller'],
    ['answer', 'ben', 'ana', 'callee'],
  ] as const)('in a restart %s ends the call', async (type, from, to, role) => {
    const world = await createPair()
    const callId = await talk(world)
    const description = { type, sdp: `fingerprint ${OTHER}`, round: 1 }
    const head = { callId, from: world[from].id, to: world[to].id, role, seq: 500 }
    const body = bodyOf(head, { t: 'description', description } as const)
    world.server.inject(world[from].id, world[to].id, await sealedBy(world[from].signer, body))
    await world.clock.advance(200)
    expect(world[to].phase()).toBe('ended: identity-mismatch')
    await world.clock.advance(15_000)
    nothingOpen(world)
  })
})

describe('an offer from somebody else under the call’s id', () => {
  it('is closed, and the caller’s own is answered', async () => {
    const world = await createPair()
    const mallory = world.server.connect(THIRD)
    await world.clock.advance(50)
    // So that theirs is there first.
    world.server.iceServersMs = 300
    const callId = await ring(world)
    expect(world.server.links).toEqual([])
    const options = { certificate: createFakeCertificate(), iceServers: [], relayOnly: false }
    mallory.offer(HIGHER, { v: 1, callId, path: 1 }, options)
    await world.clock.advance(500)
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(1_000)
    expect(phases(world)).toEqual(['connected', 'connected'])
  })
})

describe('a flood', () => {
  it('of one person’s invites rings a few times and doesn’t fill the list of calls', async () => {
    const world = await createPair()
    const { ana, ben } = world
    for (let i = 0; i < 200; i += 1) {
      const head = { callId: i.toString(16).padStart(32, '0'), from: LOWER, to: HIGHER }
      world.server.inject(LOWER, HIGHER, await sealedBy(ana.signer, bodyOf(head, INVITE)))
      await world.clock.advance(25)
    }
    expect(ben.records.length).toBeGreaterThan(0)
    expect(ben.records.length).toBeLessThan(50)
    ben.controller.end()
    // A minute later the same person may call again.
    await world.clock.advance(60_000)
    await ring(world)
    expect(ben.phase()).toBe('ringing')
  })

  it('isn’t somebody whose calls are answered: each rings, however quickly the next one follows', async () => {
    const world = await createPair()
    for (let calls = 0; calls < 50; calls += 1) {
      const callId = world.ana.call(world.ben)
      await world.clock.advance(50)
      expect(phases(world)).toEqual(['ringing', 'ringing'])
      world.ben.controller.commands.accept(callId, true)
      world.ana.controller.commands.hangUp(callId)
      await world.clock.advance(50)
    }
  })

  it('through the server leaves the next call its way', async () => {
    const world = await createPair()
    const forged = await sealedBy(world.ben.signer, bodyOf({ callId: CALL, from: THIRD, to: HIGHER }, INVITE))
    for (let i = 0; i < 500; i += 1) world.server.inject(THIRD, HIGHER, forged)
    await world.clock.advance(100)
    await ring(world)
    expect(world.ben.phase()).toBe('ringing')
  })

  it('through the server ends the call with whom it comes from, and no other', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const body = bodyOf({ callId, from: LOWER, to: HIGHER, seq: 900 }, { t: 'ping' })
    const envelope = await sealedBy(world.ana.signer, body)
    for (let i = 0; i < 800; i += 1) world.server.inject(THIRD, HIGHER, envelope)
    await world.clock.advance(5_000)
    expect(world.ben.phase()).toBe('connected')
    for (let i = 0; i < 800; i += 1) world.server.inject(LOWER, HIGHER, envelope)
    await world.clock.advance(500)
    expect(world.ben.phase()).toBe('ended: misbehaved')
  })

  it('on the channel ends that call', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const [link] = world.server.links
    const body = bodyOf({ callId, from: LOWER, to: HIGHER, seq: 900 }, { t: 'ping' })
    for (let i = 0; i < 800; i += 1) link?.caller.sendCtl(body)
    await world.clock.advance(500)
    expect(phases(world)).toEqual(['ended: connection-lost', 'ended: misbehaved'])
    nothingOpen(world)
  })
})

describe('messages that break the rules on the channel', () => {
  async function sending(make: (callId: string, i: number) => string, times: number) {
    const world = await createPair()
    const callId = await talk(world)
    for (let i = 0; i < times; i += 1) {
      world.server.links[0]?.caller.sendCtl(make(callId, i))
      await world.clock.advance(20)
    }
    await world.clock.advance(200)
    return world
  }
  const head = (callId: string, i: number) => ({ callId, from: LOWER, to: HIGHER, seq: 500 + i })
  const kinds: readonly (readonly [string, (callId: string, i: number) => string])[] = [
    ['no JSON', () => '}{'],
    ['no schema', (callId, i) => bodyOf(head(callId, i), { t: 'state' })],
    ['another call', (_, i) => bodyOf(head(CALL, i), { t: 'ping' })],
    ['somebody else', (callId, i) => bodyOf({ ...head(callId, i), from: THIRD }, { t: 'ping' })],
    ['the wrong role', (callId, i) => bodyOf({ ...head(callId, i), role: 'callee' }, { t: 'ping' })],
    ['another path', (callId, i) => bodyOf({ ...head(callId, i), path: 2 }, { t: 'ping' })],
    ['the wrong state', (callId, i) => bodyOf(head(callId, i), { t: 'decline' })],
    ['an invite', (callId, i) => bodyOf(head(callId, i), INVITE)],
  ]
  it.each(kinds)('%s: a few are ignored, too many end the call', async (_, make) => {
    const few = await sending(make, 20)
    expect(phases(few)).toEqual(['connected', 'connected'])
    const many = await sending(make, 60)
    expect(many.ben.phase()).toBe('ended: misbehaved')
  })

  it('a kind of a later version is ignored, however many there are', async () => {
    const world = await sending((callId, i) => bodyOf(head(callId, i), { t: 'whiteboard' }), 100)
    expect(phases(world)).toEqual(['connected', 'connected'])
  })

  it('an older state doesn’t undo a newer one', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const said = (seq: number, mic: 'on' | 'off') =>
      bodyOf({ callId, from: LOWER, to: HIGHER, seq }, { t: 'state', mic, cam: 'on', screen: 'off' } as const)
    world.server.links[0]?.caller.sendCtl(said(501, 'off'))
    world.server.links[0]?.caller.sendCtl(said(500, 'on'))
    await world.clock.advance(50)
    expect(world.ben.view().remote?.microphone).toBe('off')
  })
})
