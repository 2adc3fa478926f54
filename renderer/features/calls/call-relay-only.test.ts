import { describe, expect, it } from 'vitest'
import {
  createWorld,
  HIGHER,
  LOWER,
  ring,
  talk,
  type Pair,
  type PersonOptions,
  type World,
} from './testing/people'

const RELAY = [{ urls: 'turn:relay.example', username: 'a', credential: 'b' }]

interface Options {
  readonly hasRelay?: boolean
  readonly ana?: boolean
  readonly ben?: boolean
  readonly anasHome?: PersonOptions
}

/** Who goes through a relay only, and whether the server has one. */
async function pair({
  hasRelay = true,
  ana = false,
  ben = false,
  anasHome = {},
}: Options): Promise<World & Pair> {
  const world = createWorld()
  world.server.iceServers = hasRelay ? RELAY : [{ urls: 'stun:stun.example' }]
  const [first, second] = [world.person('Ana', LOWER, anasHome), world.person('Ben', HIGHER)]
  if (ana) first.relayOnly.add(HIGHER)
  if (ben) second.relayOnly.add(LOWER)
  await world.clock.advance(100)
  return { ...world, ana: first, ben: second }
}

const phases = ({ ana, ben }: Pair) => [ana.phase(), ben.phase()]
const kinds = ({ server }: World) =>
  server.passed.map(({ envelope }) => Reflect.get(JSON.parse(envelope.body) as object, 't') as unknown)
const openDevices = ({ ana, ben }: Pair) => ana.media.allOpenLeases() + ben.media.allOpenLeases()

describe('a call through a relay only', () => {
  it.each([
    ['neither', false, false],
    ['the caller', true, false],
    ['the callee', false, true],
    ['both', true, true],
  ])('is that on the side that wants it: %s', async (_, ana, ben) => {
    const world = await pair({ ana, ben })
    await talk(world)
    expect(phases(world)).toEqual(['connected', 'connected'])
    expect(world.server.links).toHaveLength(1)
    expect(world.server.links[0]?.caller.relayOnly).toBe(ana)
    expect(world.server.links[0]?.callee.relayOnly).toBe(ben)
  })

  it('is that also where the connection is made while it rings', async () => {
    const world = await pair({ ben: true })
    world.ben.contacts.set(LOWER, { name: 'Ana' })
    await ring(world)
    expect(world.server.links[0]?.callee.localFingerprint).not.toBe('')
    expect(world.server.links[0]?.callee.relayOnly).toBe(true)
  })

  it('counts for the next one: what was switched on while it rang holds when it is accepted', async () => {
    const world = await pair({})
    const callId = await ring(world)
    world.ben.relayOnly.add(LOWER)
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(200)
    expect(world.server.links[0]?.callee.relayOnly).toBe(true)
  })

  it('doesn’t tell a link that names the caller’s own computer', async () => {
    const there = await pair({ anasHome: { isOwnServer: true } })
    await ring(there)
    expect(there.ben.view().callBack).not.toBeNull()
    const hidden = await pair({ ana: true, anasHome: { isOwnServer: true } })
    await ring(hidden)
    expect(hidden.ben.phase()).toBe('ringing')
    expect(hidden.ben.view().callBack).toBeNull()
  })
})

describe('without a relay', () => {
  it('the caller’s call ends at once, and nobody is rung', async () => {
    const world = await pair({ hasRelay: false, ana: true })
    world.ana.call(world.ben)
    await world.clock.advance(200)
    expect(phases(world)).toEqual(['ended: no-relay-here', 'none'])
    expect(world.server.passed).toEqual([])
    expect(world.server.links).toEqual([])
    expect(world.ana.records).toMatchObject([{ reason: 'no-relay-here', talkedMs: 0 }])
    expect(openDevices(world)).toBe(0)
  })

  it('nor is anybody rung where the server doesn’t say in time', async () => {
    const world = await pair({ ana: true })
    world.server.iceServersMs = 1_000_000
    world.ana.call(world.ben)
    await world.clock.advance(4_000)
    expect(phases(world)).toEqual(['ended: no-relay-here', 'none'])
    expect(world.server.passed).toEqual([])
  })

  it.each([
    ['a stranger', false],
    ['a contact, with whom it would connect while it rings', true],
  ])('it rings at the callee, and ends when it is accepted: from %s', async (_, isContact) => {
    const world = await pair({ hasRelay: false, ben: true })
    if (isContact) world.ben.contacts.set(LOWER, { name: 'Ana' })
    const callId = await ring(world)
    expect(phases(world)).toEqual(['ringing', 'ringing'])
    expect(kinds(world)).toEqual(['invite', 'ringing'])
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(200)
    expect(world.ben.media.openings('microphone') + world.ben.media.openings('camera')).toBe(0)
    expect(phases(world)).toEqual(['ended: no-relay-there', 'ended: no-relay-here'])
    expect(kinds(world)).toEqual(['invite', 'ringing', 'bye'])
    // Never answered, so not a word of it had an address.
    expect(world.server.links[0]?.callee.localFingerprint).toBe('')
    await world.clock.advance(2_000)
    expect(openDevices(world)).toBe(0)
  })

  it.each([
    ['the caller', true, false],
    ['the callee', false, true],
  ])('that works, who wants it is told why: %s', async (_, ana, ben) => {
    const world = await pair({ ana, ben })
    const callId = await ring(world)
    world.server.links[0]?.setRoute('outage')
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(32_000)
    const [caller, callee] = phases(world)
    expect(ana ? caller : callee).toBe('ended: no-relay-here')
    // The deadline of the other side is the same one, and may come before the word.
    expect(ana ? callee : caller).toMatch(/^ended: (?:no-relay-there|could-not-connect)$/)
  })
})
