import { describe, expect, it } from 'vitest'
import { createPair, createWorld, HIGHER, LOWER, ring, talk, THIRD } from './testing/people'

describe('a call', () => {
  it('rings, is accepted, connects, and ends on both sides when one hangs up', async () => {
    const world = await createPair()
    const { clock, ana, ben, server } = world
    const callId = await ring(world)
    expect(ana.phase()).toBe('ringing')
    expect(ben.phase()).toBe('ringing')
    expect(ben.view()).toMatchObject({ callId, direction: 'incoming', video: true })
    expect(ben.view().person).toEqual({ id: ana.id, name: 'Ana', isContact: false })

    ben.controller.commands.accept(callId, true)
    await clock.advance(200)
    expect(ana.phase()).toBe('connected')
    expect(ben.phase()).toBe('connected')
    const [link] = server.links
    for (const end of [link?.caller, link?.callee]) {
      expect(end?.sending('microphone')).not.toBeNull()
      expect(end?.sending('camera')).not.toBeNull()
    }
    expect(ana.view().remote).toEqual({ microphone: 'on', camera: 'on', screen: null })
    expect(ben.view().remote).toEqual({ microphone: 'on', camera: 'on', screen: null })

    await clock.advance(5_000)
    ana.controller.commands.hangUp(callId)
    await clock.advance(500)
    expect(ana.phase()).toBe('ended: ended-by-me')
    expect(ben.phase()).toBe('ended: ended-by-other')
    for (const { media, store } of [ana, ben]) {
      expect(media.allOpenLeases()).toBe(0)
      expect(store.getState().media).toBeNull()
    }
    expect(link?.caller.closedAtMs).not.toBeNull()
    expect(link?.callee.closedAtMs).not.toBeNull()
    expect(ana.records).toMatchObject([{ direction: 'outgoing', reason: 'ended-by-me', name: 'Ben' }])
    expect(ben.records).toMatchObject([{ direction: 'incoming', reason: 'ended-by-other', name: 'Ana' }])
    expect(ben.records[0]?.talkedMs).toBeGreaterThan(5_000)
  })

  it('leaves no timer behind', async () => {
    const world = await createPair()
    const callId = await talk(world)
    world.ben.controller.commands.hangUp(callId)
    await world.clock.advance(60_000)
    expect(world.clock.waiting()).toBe(0)
  })

  it('is declined, and no device of the callee was ever open', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ben.controller.commands.decline(callId)
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ended: declined-by-other')
    expect(world.ben.phase()).toBe('ended: declined-by-me')
    expect(world.ben.media.openings('microphone') + world.ben.media.openings('camera')).toBe(0)
    expect(world.ana.media.allOpenLeases()).toBe(0)
  })

  it('is cancelled, and stops ringing', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ana.controller.commands.hangUp(callId)
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ended: cancelled-by-me')
    expect(world.ben.phase()).toBe('ended: cancelled-by-other')
    expect(world.ben.records).toMatchObject([{ reason: 'cancelled-by-other', talkedMs: 0 }])
  })

  it('cancelled before the invite left never rings', async () => {
    const world = await createPair()
    const callId = world.ana.call(world.ben)
    world.ana.controller.commands.hangUp(callId)
    await world.clock.advance(1_000)
    expect(world.ben.phase()).toBe('none')
    expect(world.ana.phase()).toBe('ended: cancelled-by-me')
    expect(world.ana.media.allOpenLeases()).toBe(0)
  })

  it('rings for 45 s and is then missed', async () => {
    const world = await createPair()
    await ring(world)
    await world.clock.advance(44_000)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['ringing', 'ringing'])
    await world.clock.advance(2_000)
    expect(world.ana.phase()).toBe('ended: no-answer')
    expect(world.ben.phase()).toMatch(/^ended: (missed|cancelled-by-other)$/)
    expect(world.ana.media.allOpenLeases()).toBe(0)
  })

  it('of a third person while it rings is answered as busy, and kept as missed', async () => {
    const world = await createPair()
    const cy = world.person('Cy', THIRD)
    await ring(world)
    cy.call(world.ben)
    await world.clock.advance(200)
    expect(cy.phase()).toBe('ended: busy')
    expect(world.ben.phase()).toBe('ringing')
    expect(world.ben.store.getState().calls).toHaveLength(1)
    expect(world.ben.records).toMatchObject([{ id: THIRD, name: 'Cy', reason: 'missed' }])
  })

  it('to somebody who rings here already is an answer', async () => {
    const world = await createPair()
    const callId = await ring(world)
    expect(world.ben.call(world.ana, false)).toBe(callId)
    await world.clock.advance(200)
    expect(world.ben.phase()).toBe('connected')
    expect(world.ben.media.openings('camera')).toBe(0)
  })

  it('pressed twice is one call', async () => {
    const world = await createPair()
    expect(world.ana.call(world.ben)).toBe(world.ana.call(world.ben))
    await world.clock.advance(200)
    expect(world.ben.store.getState().calls).toHaveLength(1)
  })

  it('accepted twice is accepted once', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ben.controller.commands.accept(callId, true)
    world.ben.controller.commands.accept(callId, false)
    await world.clock.advance(200)
    expect(world.ben.media.openings('camera')).toBe(1)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
  })

  it('is taken off the screen only after its end', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ana.controller.commands.dismiss(callId)
    expect(world.ana.phase()).toBe('ringing')
    world.ana.controller.commands.hangUp(callId)
    world.ana.controller.commands.dismiss(callId)
    expect(world.ana.phase()).toBe('none')
  })

  it.each([
    ['caller', 'cancelled-by-me', 'cancelled-by-other'],
    ['callee', 'missed', 'declined-by-other'],
  ] as const)('says so at once when the %s’s app closes while it rings', async (who, theirs, ours) => {
    const world = await createPair()
    await ring(world)
    const [leaving, left] = who === 'caller' ? [world.ana, world.ben] : [world.ben, world.ana]
    leaving.controller.end()
    expect(leaving.phase()).toBe(`ended: ${theirs}`)
    await world.clock.advance(100)
    expect(left.phase()).toBe(`ended: ${ours}`)
  })

  it('waits for no signature when the app closes', async () => {
    const world = createWorld()
    const ana = world.person('Ana', LOWER, { signingMs: 20 })
    const ben = world.person('Ben', HIGHER)
    await world.clock.advance(100)
    const pair = { ...world, ana, ben }
    await ring(pair)
    ana.controller.end()
    await world.clock.advance(10)
    expect(ben.phase()).toBe('ended: cancelled-by-other')
  })

  it('ends when the app closes', async () => {
    const world = await createPair()
    await talk(world)
    world.ben.controller.end()
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ended: ended-by-other')
    expect(world.ben.media.allOpenLeases()).toBe(0)
  })
})

describe('somebody who can’t be called', () => {
  it('is said to be offline within 3 s', async () => {
    const world = await createPair()
    world.ben.home.close()
    world.ana.call(world.ben)
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ended: offline')
    expect(world.ana.media.allOpenLeases()).toBe(0)
    expect(world.ana.records).toMatchObject([{ reason: 'offline' }])
  })

  it('is said to be offline within 6 s on a stock server', async () => {
    const world = await createPair('stock')
    world.ben.home.close()
    world.ana.call(world.ben)
    await world.clock.advance(6_000)
    expect(world.ana.phase()).toBe('ended: offline')
  })

  it('lives on a server that can’t be reached', async () => {
    const world = await createPair()
    world.server.setUp(false)
    world.ana.call(world.ben)
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ended: server-unreachable')
    const at = { id: THIRD, server: 'https://nowhere.example/', name: '' }
    world.ana.controller.commands.place(at, false)
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ended: server-unreachable')
    world.ana.controller.commands.place({ ...at, server: 'not a server' }, false)
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ended: server-unreachable')
    expect(world.ana.media.allOpenLeases()).toBe(0)
  })

  it.each([
    [
      'a silent server is said to be unreachable within 3 s',
      { isSilent: true },
      3_000,
      'ended: server-unreachable',
    ],
    ['a silent server is given 3 s', { isSilent: true }, 2_900, 'calling'],
    [
      'one that answers, and lets us in late, is waited for',
      { isSlow: true, openMs: 5_000 },
      5_200,
      'ringing',
    ],
    [
      'one that answers, and lets nobody in, is given 6 s',
      { isSlow: true, openMs: 60_000 },
      6_000,
      'ended: server-unreachable',
    ],
  ])('%s', async (_, two, ms, phase) => {
    const world = createWorld()
    const ana = world.person('Ana', LOWER)
    const server = world.addServer('https://two.example/')
    const ben = world.person('Ben', HIGHER, { server })
    await world.clock.advance(100)
    Object.assign(server, two)
    ana.call(ben)
    await world.clock.advance(ms)
    expect(ana.phase()).toBe(phase)
  })

  it('is told so where our own place was taken by a newer start', async () => {
    const world = await createPair()
    world.server.connect(LOWER)
    world.ana.call(world.ben)
    await world.clock.advance(100)
    expect(world.ana.phase()).toBe('ended: superseded')
    expect(world.ana.home.state().status).toBe('stopped')
    expect(world.ana.media.allOpenLeases()).toBe(0)
  })

  it('is dialled at once where our own line waits between two attempts', async () => {
    const world = await createPair()
    world.server.setUp(false)
    await world.clock.advance(100)
    world.server.isUp = true
    world.ben.home.retry()
    await world.clock.advance(100)
    expect(world.ana.home.state().status).toBe('waiting')
    world.ana.call(world.ben)
    await world.clock.advance(300)
    expect(world.ben.phase()).toBe('ringing')
  })
})

describe('on a stock server', () => {
  it('people call, talk and hang up', async () => {
    const world = await createPair('stock')
    const callId = await talk(world)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    world.ana.controller.commands.hangUp(callId)
    await world.clock.advance(200)
    expect(world.ben.phase()).toBe('ended: ended-by-other')
  })
})
