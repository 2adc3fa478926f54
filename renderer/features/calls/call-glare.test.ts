import { describe, expect, it } from 'vitest'
import { createPair, createWorld, HIGHER, LOWER, ring, type Pair, type World } from './testing/people'

/** Each at home on a server of their own: every call is a visit. */
async function twoServers(): Promise<World & Pair> {
  const world = createWorld()
  const ana = world.person('Ana', LOWER)
  const ben = world.person('Ben', HIGHER, { server: world.addServer('https://two.example/') })
  await world.clock.advance(100)
  return { ...world, ana, ben }
}

function expectOneCall({ ana, ben }: Pair): void {
  for (const { store } of [ana, ben]) expect(store.getState().calls).toHaveLength(1)
  expect(ana.view().callId).toBe(ben.view().callId)
  expect([ana.phase(), ben.phase()]).toEqual(['connected', 'connected'])
  // The lower id's call goes on.
  expect(ana.view().direction).toBe('outgoing')
  for (const { media } of [ana, ben]) {
    expect(media.openLeases('microphone')).toBe(1)
    expect(media.openings('microphone')).toBe(1)
  }
}

describe.each([
  ['on one server', createPair],
  ['over two servers', twoServers],
])('both call each other %s', (_, make) => {
  it('at once: they talk, without anybody answering', async () => {
    const world = await make()
    world.ana.call(world.ben, true)
    world.ben.call(world.ana, false)
    await world.clock.advance(1_000)
    expectOneCall(world)
    // Each with what its user chose.
    expect(world.ana.media.openLeases('camera')).toBe(1)
    expect(world.ben.media.openLeases('camera')).toBe(0)
  })

  it('a microphone and a camera that were switched off meanwhile stay off', async () => {
    const world = await make()
    world.ana.call(world.ben, true)
    const callId = world.ben.call(world.ana, true)
    world.ben.controller.commands.setMicrophone(callId, false)
    world.ben.controller.commands.setCamera(callId, false)
    await world.clock.advance(1_000)
    expect(world.ben.view().local).toEqual({ microphone: { is: 'off' }, camera: { is: 'off' } })
    expect(world.ben.media.openLeases('camera')).toBe(0)
    expect(world.ana.view().remote).toEqual({ microphone: 'off', camera: 'off', screen: null })
  })

  it.each([5, 15, 25, 35, 45])('the higher id %i ms later', async (gap) => {
    const world = await make()
    world.ana.call(world.ben)
    await world.clock.advance(gap)
    world.ben.call(world.ana)
    await world.clock.advance(1_000)
    const rangFirst = world.ben.view().phase.name === 'connected' && world.ben.view().direction === 'incoming'
    expect(rangFirst).toBe(true)
    expectOneCall(world)
  })

  it.each([5, 15, 25])('the lower id %i ms later', async (gap) => {
    const world = await make()
    world.ben.call(world.ana)
    await world.clock.advance(gap)
    world.ana.call(world.ben)
    await world.clock.advance(1_000)
    expect(world.ana.view().callId).toBe(world.ben.view().callId)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
  })

  it('leaves no trace of the other call, also after it is over', async () => {
    const world = await make()
    world.ana.call(world.ben)
    world.ben.call(world.ana)
    await world.clock.advance(1_000)
    world.ben.controller.commands.hangUp(world.ben.view().callId)
    await world.clock.advance(60_000)
    expect(world.ana.records).toHaveLength(1)
    expect(world.ben.records).toHaveLength(1)
    expect(world.ana.media.allOpenLeases() + world.ben.media.allOpenLeases()).toBe(0)
    for (const visit of [...world.ana.visits, ...world.ben.visits]) {
      expect(visit.state().status).toBe('closed')
    }
    expect(world.clock.waiting()).toBe(0)
  })
})

describe('both call each other, but the lower id’s call gets nowhere', () => {
  it('so the other’s is taken up', async () => {
    const world = await twoServers()
    // Ben isn't at home, but he visits Ana's server, and so his call comes through.
    world.ben.home.close()
    world.ben.call(world.ana)
    world.server.tamper = (frame) => frame
    await world.clock.advance(5)
    world.ana.call(world.ben)
    await world.clock.advance(2_000)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    expect(world.ana.view().direction).toBe('incoming')
    expect(world.ana.records).toEqual([])
  })
})

describe('crossing', () => {
  it('cancel wins over accept', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ana.controller.commands.hangUp(callId)
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(2_000)
    expect(world.ana.phase()).toBe('ended: cancelled-by-me')
    expect(world.ben.phase()).toBe('ended: cancelled-by-other')
    expect(world.ana.media.allOpenLeases() + world.ben.media.allOpenLeases()).toBe(0)
  })

  it('an accept for a call that ended is answered, also where the cancel was lost', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.server.tamper = (frame) =>
      frame.kind === 'envelope' && frame.envelope.body.includes('"t":"cancel"') ? null : frame
    world.ana.controller.commands.hangUp(callId)
    await world.clock.advance(500)
    expect(world.ben.phase()).toBe('ringing')
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(500)
    expect(world.ben.phase()).toBe('ended: cancelled-by-other')
    expect(world.ben.media.allOpenLeases()).toBe(0)
  })

  it('decline and cancel end both sides', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ana.controller.commands.hangUp(callId)
    world.ben.controller.commands.decline(callId)
    await world.clock.advance(500)
    expect(world.ana.phase()).toBe('ended: cancelled-by-me')
    expect(world.ben.phase()).toBe('ended: declined-by-me')
  })

  it('hanging up on both sides ends both', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(500)
    world.ana.controller.commands.hangUp(callId)
    world.ben.controller.commands.hangUp(callId)
    await world.clock.advance(500)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['ended: ended-by-me', 'ended: ended-by-me'])
  })
})
