import { describe, expect, it } from 'vitest'
import { createPair, createWorld, HIGHER, LOWER, ring, type Pair, type World } from './testing/people'

/** They are each other's contacts, so that they connect while it rings. */
async function contacts(): Promise<World & Pair> {
  const world = await createPair()
  world.ana.contacts.set(world.ben.id, { name: 'Benny' })
  world.ben.contacts.set(world.ana.id, { name: 'Anna' })
  return world
}

describe('before the callee accepts', () => {
  it.each([
    ['a contact, connected ahead', contacts],
    ['a stranger', createPair],
  ])('no side sends, nothing received is shown, no device of the callee is open: %s', async (_, make) => {
    const world = await make()
    await ring(world)
    await world.clock.advance(10_000)
    const [link] = world.server.links
    expect(link?.caller.attached).toBe(0)
    expect(link?.callee.attached).toBe(0)
    expect(world.ben.media.openings('microphone') + world.ben.media.openings('camera')).toBe(0)
    for (const { store } of [world.ana, world.ben]) {
      expect(store.getState().media).toMatchObject({ remoteMicrophone: null, remoteCamera: null })
    }
    // The caller sees their own picture meanwhile.
    expect(world.ana.store.getState().media?.localCamera).not.toBeNull()
  })

  it('the callee’s devices open for no key and no button', async () => {
    const world = await contacts()
    const callId = await ring(world)
    world.ben.controller.commands.setCamera(callId, true)
    world.ben.controller.commands.setMicrophone(callId, true)
    await world.clock.advance(100)
    expect(world.ben.media.allOpenLeases()).toBe(0)
  })

  it('a contact’s connection stands already, so that accepting only attaches media', async () => {
    const world = await contacts()
    const callId = await ring(world)
    const [link] = world.server.links
    expect(link?.caller.connectionState()).toBe('connected')
    world.ben.controller.commands.accept(callId, true)
    await world.clock.settle()
    expect(world.ben.phase()).toBe('connected')
    // One way of the channel, no more.
    await world.clock.advance(10)
    expect(world.ana.phase()).toBe('connected')
    expect(link?.caller.sending('camera')).not.toBeNull()
    expect(world.ana.view().person).toEqual({ id: world.ben.id, name: 'Benny', isContact: true })
  })

  it('a stranger isn’t connected: that would show where we are', async () => {
    const world = await createPair()
    await ring(world)
    const [link] = world.server.links
    expect(link?.caller.connectionState()).toBe('new')
  })

  it('nobody is connected where the user switched that off', async () => {
    const world = await contacts()
    world.ben.prewarm = false
    await ring(world)
    expect(world.server.links[0]?.caller.connectionState()).toBe('new')
  })

  it('a connection that broke while it rang is mended after the accept', async () => {
    const world = await contacts()
    const callId = await ring(world)
    world.server.links[0]?.setRoute('moved')
    await world.clock.advance(20_000)
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(1_000)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
  })

  it('the proof of the callee’s certificate may come before the connection has its ICE servers', async () => {
    const world = await contacts()
    world.server.iceServersMs = 300
    const callId = await ring(world)
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(2_000)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    expect(world.server.links[0]?.caller.sending('microphone')).not.toBeNull()
  })
})

describe('the proof of a certificate', () => {
  it.each([
    ['connected ahead', true, 'ringing'],
    ['connected at accept', false, 'accept'],
  ])('leaves before the description it covers, however slow signing is: %s', async (_, known, proof) => {
    const world = createWorld()
    const ana = world.person('Ana', LOWER, { signingMs: 70 })
    const ben = world.person('Ben', HIGHER, { signingMs: 70 })
    if (known) ben.contacts.set(LOWER, { name: 'Ana' })
    await world.clock.advance(100)
    const frames: string[] = []
    world.server.tamper = (frame) => {
      const kind = frame.kind === 'envelope' ? /"t":"([a-z-]+)"/.exec(frame.envelope.body)?.[1] : frame.kind
      frames.push(kind ?? '?')
      return frame
    }
    const callId = await ring({ ...world, ana, ben })
    // Pressed as soon as it rings: nothing that could be signed ahead is.
    ben.controller.commands.accept(callId, true)
    await world.clock.advance(1_000)
    expect([ana.phase(), ben.phase()]).toEqual(['connected', 'connected'])
    expect(frames.indexOf('invite')).toBeLessThan(frames.indexOf('offer'))
    expect(frames.indexOf(proof)).toBeGreaterThanOrEqual(0)
    expect(frames.indexOf(proof)).toBeLessThan(frames.indexOf('answer'))
  })
})
