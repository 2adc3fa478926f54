import { describe, expect, it } from 'vitest'
import { createPair, createWorld, HIGHER, LOWER, ring, talk, type Pair, type World } from './testing/people'

const phases = ({ ana, ben }: Pair): readonly string[] => [ana.phase(), ben.phase()]

async function talking(): Promise<World & Pair & { readonly callId: string }> {
  const world = await createPair()
  const callId = await talk(world)
  return { ...world, callId }
}
const link = ({ server }: World) => {
  const [first] = server.links
  if (!first) throw new Error('no connection was made')
  return first
}

describe('a connection that breaks', () => {
  it('is noticed after three lost pings, and mended by a restart', async () => {
    const world = await talking()
    const seen: string[] = []
    world.ana.store.subscribe(() => seen.push(world.ana.phase()))
    link(world).setRoute('moved')
    await world.clock.advance(4_500)
    expect(seen).toContain('reconnecting')
    expect(phases(world)).toEqual(['connected', 'connected'])
    expect(link(world).caller.restarts).toBeGreaterThan(0)
    expect(link(world).callee.restarts).toBe(0)
  })

  it('keeps the time of the first connect, and says both ways what is sent once it is back', async () => {
    const world = await talking()
    const { phase } = world.ana.view()
    const sinceMs = phase.name === 'connected' ? phase.sinceMs : null
    link(world).setRoute('outage')
    await world.clock.advance(10_000)
    world.ben.controller.commands.setMicrophone(world.callId, false)
    await world.clock.advance(1_000)
    expect(world.ana.view().phase).toMatchObject({ name: 'reconnecting', sinceMs })
    link(world).setRoute('open')
    await world.clock.advance(3_000)
    expect(world.ana.view().phase).toEqual({ name: 'connected', sinceMs })
    expect(world.ana.view().remote?.microphone).toBe('off')
  })

  it('that comes back by itself within 3 s is never said to be lost', async () => {
    const world = await talking()
    link(world).setRoute('outage')
    await world.clock.advance(2_500)
    link(world).setRoute('open')
    await world.clock.advance(10_000)
    expect(phases(world)).toEqual(['connected', 'connected'])
    expect(link(world).caller.restarts).toBe(0)
  })

  it('is tried at 0, 2, 6, 14, 22, 30 and 38 s, and given up after 40 s', async () => {
    const world = await talking()
    link(world).setRoute('outage')
    await world.clock.advance(4_100)
    const from = world.clock.now()
    const at: number[] = []
    let seen = link(world).caller.restarts
    if (seen > 0) at.push(0)
    while (world.ana.phase() === 'reconnecting' && world.clock.now() < from + 60_000) {
      await world.clock.advance(500)
      if (link(world).caller.restarts > seen) at.push(Math.round((world.clock.now() - from) / 1_000))
      seen = link(world).caller.restarts
    }
    expect(at.length).toBeGreaterThanOrEqual(7)
    expect(at[0]).toBe(0)
    expect(world.ana.phase()).toBe('ended: connection-lost')
    expect(world.clock.now() - from).toBeGreaterThanOrEqual(39_000)
    expect(world.clock.now() - from).toBeLessThanOrEqual(41_000)
    await world.clock.advance(2_000)
    expect(world.ben.phase()).toBe('ended: connection-lost')
    expect(world.ana.media.allOpenLeases() + world.ben.media.allOpenLeases()).toBe(0)
  })

  it('without either side noticing is mended by the restart after a network change, within a second', async () => {
    for (const who of ['ana', 'ben'] as const) {
      const world = await talking()
      link(world).setRoute('moved')
      world[who].controller.networkChanged()
      await world.clock.advance(200)
      let heard = 0
      world.ana.store.subscribe(() => (heard += 1))
      world.ben.controller.commands.setMicrophone(world.callId, false)
      await world.clock.advance(100)
      expect(world.ana.view().remote?.microphone).toBe('off')
      expect(heard).toBeGreaterThan(0)
      expect(phases(world)).toEqual(['connected', 'connected'])
    }
  })

  it('because the network changed is restarted at once, by the caller, whoever noticed', async () => {
    const caller = await talking()
    caller.ana.controller.networkChanged()
    await caller.clock.advance(100)
    expect(link(caller).caller.restarts).toBe(1)
    expect(phases(caller)).toEqual(['connected', 'connected'])

    const callee = await talking()
    callee.ben.controller.networkChanged()
    await callee.clock.advance(100)
    expect(link(callee).caller.restarts).toBe(1)
    expect(link(callee).callee.restarts).toBe(0)
  })

  it('because both sides noticed the same change is restarted once', async () => {
    const world = await talking()
    world.ana.controller.networkChanged()
    world.ben.controller.networkChanged()
    await world.clock.advance(400)
    expect(link(world).caller.restarts).toBe(1)
  })

  it('never stood: is restarted after 10 s, and given up after 30 s with the reason', async () => {
    const world = await createPair()
    const callId = await ring(world)
    link(world).setRoute('outage')
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(9_000)
    expect(phases(world)).toEqual(['connecting', 'connecting'])
    await world.clock.advance(2_000)
    expect(link(world).caller.restarts).toBeGreaterThan(0)
    await world.clock.advance(20_000)
    // Two hosts, and neither STUN nor a relay: that is why.
    expect(world.ana.phase()).toBe('ended: no-route-without-relay')
    await world.clock.advance(1_000)
    expect(world.ben.phase()).toBe('ended: no-route-without-relay')
    expect(world.ana.media.allOpenLeases() + world.ben.media.allOpenLeases()).toBe(0)
  })

  it('never stood on one and the same computer: a relay would not have helped', async () => {
    const world = createWorld()
    const server = world.addServer('http://127.0.0.1:9000/')
    const ana = world.person('Ana', LOWER, { server })
    const ben = world.person('Ben', HIGHER, { server })
    await world.clock.advance(100)
    const callId = await ring({ ...world, ana, ben })
    server.links[0]?.setRoute('outage')
    ben.controller.commands.accept(callId, true)
    await world.clock.advance(31_000)
    expect(ana.phase()).toBe('ended: could-not-connect')
  })

  it('never stood although there was a relay: it just could not be made', async () => {
    const world = await createPair()
    world.server.iceServers = [{ urls: 'turn:relay.example', username: 'a', credential: 'b' }]
    const callId = await ring(world)
    link(world).setRoute('outage')
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(31_000)
    expect(world.ana.phase()).toBe('ended: could-not-connect')
  })

  it('because the other side is gone ends with it, also where its last message was lost', async () => {
    const world = await talking()
    // Nothing leaves: neither over the server nor over the channel.
    world.server.loses = () => true
    link(world).setRoute('moved')
    world.ben.controller.commands.hangUp(world.callId)
    await world.clock.advance(10_000)
    expect(world.ana.phase()).toBe('reconnecting')
    world.server.loses = null
    await world.clock.advance(10_000)
    expect(world.ana.phase()).toBe('ended: ended-by-other')
  })
})

describe('a server that hangs', () => {
  it('while it is asked for ICE servers holds nothing up', async () => {
    const world = await createPair()
    world.server.iceServersMs = 1_000_000
    const callId = await ring(world)
    expect(world.ben.phase()).toBe('ringing')
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(4_000)
    expect(phases(world)).toEqual(['connected', 'connected'])
  })
})

describe('the server that dies in a call', () => {
  it('ends nothing, and hanging up needs it not', async () => {
    const world = await talking()
    world.server.setUp(false)
    await world.clock.advance(60_000)
    expect(phases(world)).toEqual(['connected', 'connected'])
    world.ana.controller.commands.hangUp(world.callId)
    await world.clock.advance(100)
    expect(world.ben.phase()).toBe('ended: ended-by-other')
  })

  it('and comes back brings the restart through that waited for it', async () => {
    const world = await talking()
    world.server.setUp(false)
    link(world).setRoute('moved')
    await world.clock.advance(20_000)
    expect(phases(world)).toEqual(['reconnecting', 'reconnecting'])
    world.server.setUp(true)
    await world.clock.advance(1_000)
    expect(phases(world)).toEqual(['connected', 'connected'])
  })

  it.each([3_000, 12_000])(
    'while it rings: the answer arrives when it is back after %i ms',
    async (awayMs) => {
      const world = await createPair()
      const callId = await ring(world)
      world.server.setUp(false)
      world.ben.controller.commands.accept(callId, true)
      await world.clock.advance(awayMs)
      expect(world.ana.phase()).toBe('ringing')
      world.server.setUp(true)
      await world.clock.advance(1_000)
      expect(phases(world)).toEqual(['connected', 'connected'])
    },
  )
})

describe('messages that are lost', () => {
  it.each(['"t":"invite"', '"t":"ringing"', '"t":"accept"', '"t":"bye"', '"t":"cancel"', '"t":"decline"'])(
    'once are sent again: %s',
    async (kind) => {
      const world = await createPair()
      let lose = 1
      world.server.loses = ({ body }) => body.includes(kind) && lose-- > 0
      const callId = await ring(world)
      await world.clock.advance(2_500)
      expect(world.ben.phase()).toBe('ringing')
      if (kind.includes('cancel')) {
        world.ana.controller.commands.hangUp(callId)
        await world.clock.advance(2_500)
        expect(world.ben.phase()).toBe('ended: cancelled-by-other')
      } else if (kind.includes('decline')) {
        world.ben.controller.commands.decline(callId)
        await world.clock.advance(2_500)
        expect(world.ana.phase()).toBe('ended: declined-by-other')
      } else {
        world.ben.controller.commands.accept(callId, true)
        await world.clock.advance(2_500)
        expect(phases(world)).toEqual(['connected', 'connected'])
        world.ben.controller.commands.hangUp(callId)
        await world.clock.advance(2_500)
        expect(world.ana.phase()).toBe('ended: ended-by-other')
      }
      expect(lose).toBeLessThan(1)
    },
  )
})
