// Who may ring here: strangers as the user wants them, contacts always, blocked people never. Between whole clients in memory.
import { describe, expect, it } from 'vitest'
import { createPair, createWorld, HIGHER, LOWER, ring, talk, THIRD } from './testing/people'

describe('somebody unknown', () => {
  it('is listed as missed and told nothing, where the user wants no ring', async () => {
    const world = await createPair()
    const { ana, ben, clock } = world
    ben.wishes.unknownCallers = 'list'
    await ring(world)
    expect(ben.store.getState().calls).toEqual([])
    expect(ben.records).toMatchObject([{ id: ana.id, direction: 'incoming', reason: 'missed', name: 'Ana' }])
    expect(ana.phase()).toBe('calling')
    await clock.advance(5_000)
    expect(ana.phase()).toBe('ended: no-answer')
    await clock.advance(60_000)
    expect(ben.records).toHaveLength(1)
  })

  it('is declined at once, where the user wants that', async () => {
    const world = await createPair()
    const { ana, ben } = world
    ben.wishes.unknownCallers = 'refuse'
    await ring(world)
    expect(ben.store.getState().calls).toEqual([])
    expect(ana.phase()).toBe('ended: declined-by-other')
    expect(ben.records).toMatchObject([{ reason: 'declined-by-me' }])
  })

  it.each(['list', 'refuse'] as const)('is not: a contact rings (strangers: %s)', async (wish) => {
    const world = await createPair()
    world.ben.wishes.unknownCallers = wish
    world.ben.contacts.set(LOWER, { name: 'Ana' })
    await ring(world)
    expect(world.ben.phase()).toBe('ringing')
  })

  it.each([
    ['the lower id calls whom it refuses', 'ana'],
    ['the higher id calls whom it refuses', 'ben'],
  ] as const)('whom we call ourselves at the same time is never refused: %s', async (_, who) => {
    const world = await createPair()
    world[who].wishes.unknownCallers = 'refuse'
    world.ana.call(world.ben)
    world.ben.call(world.ana)
    await world.clock.advance(1_000)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
  })

  it('rings alone: a second one is busy, and listed', async () => {
    const world = await createPair()
    const third = world.person('Chidi', THIRD)
    await world.clock.advance(100)
    await ring(world)
    third.call(world.ben)
    await world.clock.advance(200)
    expect(world.ben.view()).toMatchObject({ person: { id: LOWER }, phase: { name: 'ringing' } })
    expect(third.phase()).toBe('ended: busy')
    expect(world.ben.records).toMatchObject([{ id: THIRD, reason: 'missed' }])
  })

  it('makes room for a contact', async () => {
    const world = await createPair()
    const third = world.person('Chidi', THIRD)
    world.ben.contacts.set(THIRD, { name: 'Chidi' })
    await world.clock.advance(100)
    await ring(world)
    third.call(world.ben)
    await world.clock.advance(200)
    expect(world.ben.view()).toMatchObject({ person: { id: THIRD }, phase: { name: 'ringing' } })
    expect(world.ana.phase()).toBe('ended: busy')
    expect(world.ben.records).toMatchObject([{ id: LOWER, reason: 'missed' }])
  })
})

describe('somebody blocked', () => {
  it('meets silence: nothing rings, is kept or is said', async () => {
    const world = await createPair()
    const { ana, ben, clock } = world
    ben.blocked.add(LOWER)
    ben.contacts.set(LOWER, { name: 'Ana' })
    await ring(world)
    await clock.advance(5_000)
    expect(ana.phase()).toBe('ended: no-answer')
    await clock.advance(60_000)
    expect([ben.store.getState().calls, ben.records]).toEqual([[], []])
  })

  it('can be called, and calls at the same time meet', async () => {
    const world = await createPair()
    world.ben.blocked.add(LOWER)
    world.ben.call(world.ana)
    world.ana.call(world.ben)
    await world.clock.advance(1_000)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
  })
})

describe('not now', () => {
  it('words go with a decline', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ben.controller.commands.decline(callId, 'I’ll call\u202e you back')
    await world.clock.advance(200)
    expect(world.ana.view().phase).toEqual({
      ...{ name: 'ended', reason: 'declined-by-other', talkedMs: 0 },
      words: 'I’ll call you back',
    })
    expect(world.ben.phase()).toBe('ended: declined-by-me')
  })

  it('it rings for as long as the user wants, and the caller hears at once that nobody came', async () => {
    const world = await createPair()
    world.ben.wishes.ringSeconds = 10
    await ring(world)
    await world.clock.advance(9_700)
    expect(world.ben.phase()).toBe('ringing')
    await world.clock.advance(300)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['ended: no-answer', 'ended: missed'])
  })
})

describe('a namesake', () => {
  it('is told apart from the contact while it rings, in the call and after it', async () => {
    const world = await createPair()
    world.ben.contacts.set(THIRD, { name: 'Ana' })
    const callId = await ring(world)
    const namesake = () => world.ben.view().person.namesake
    expect(namesake()).toBe('Ana')
    world.ben.controller.commands.accept(callId, false)
    await world.clock.advance(200)
    expect(namesake()).toBe('Ana')
    world.ana.controller.commands.hangUp(callId)
    await world.clock.advance(200)
    expect(namesake()).toBe('Ana')
  })
})

describe('pictures', () => {
  const [ANAS, BENS] = ['/9jAnaAA', '/9jBenAA']
  const seen = (world: Awaited<ReturnType<typeof createPair>>) => [
    world.ana.view().person.picture,
    world.ben.view().person.picture,
  ]

  it('go both ways, and a stranger’s is not even opened before the call is accepted', async () => {
    const world = await createPair()
    world.ana.picture = ANAS
    world.ben.picture = BENS
    const callId = await ring(world)
    expect(seen(world)).toEqual([undefined, undefined])
    world.ben.controller.commands.accept(callId, false)
    await world.clock.advance(200)
    expect(seen(world)).toEqual([`drawn:${BENS}`, `drawn:${ANAS}`])
  })

  it('of a contact is there while it rings; a stored one wins', async () => {
    const world = await createPair()
    world.ana.picture = ANAS
    world.ben.contacts.set(LOWER, { name: 'Ana' })
    await ring(world)
    expect(world.ben.view().person.picture).toBe(`drawn:${ANAS}`)
    world.ben.contacts.set(LOWER, { name: 'Ana', hasPicture: true })
    world.ben.controller.refresh()
    expect(world.ben.view().person.picture).toBeUndefined()
  })

  it.each([
    ['rubbish', 'AAAA'],
    ['8 kB of rubbish', 'QUJD'.repeat(2_666)],
    ['far too much', 'QUJD'.repeat(4_000)],
    ['no base64', '<svg onload="alert(1)">'],
  ])('that are none end nothing: %s', async (_, picture) => {
    const world = await createPair()
    world.ana.picture = picture
    world.ben.picture = picture
    await talk(world)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    expect(seen(world)).toEqual([undefined, undefined])
  })
})

it('a namesake is nobody’s contact by that', async () => {
  const world = createWorld()
  const ben = world.person('Ben', HIGHER)
  const ana = world.person('Ana', LOWER)
  ben.wishes.unknownCallers = 'refuse'
  ben.contacts.set(THIRD, { name: 'Ana' })
  await world.clock.advance(100)
  ana.call(ben)
  await world.clock.advance(200)
  expect(ana.phase()).toBe('ended: declined-by-other')
})
