import { describe, expect, it } from 'vitest'
import type { KeptRing } from '../../../shared/model/kept-ring'
import {
  baseUrl,
  createPair,
  createWorld,
  HIGHER,
  LOWER,
  ring,
  talk,
  THIRD,
  type Pair,
  type Person,
  type World,
} from './testing/people'

type Ringing = World & Pair & { readonly callId: string }

/** The callee has the lower id, or the higher one. */
async function ringing(callee: 'lower' | 'higher' = 'higher'): Promise<Ringing> {
  const world = createWorld()
  const [ana, ben] = callee === 'higher' ? [LOWER, HIGHER] : [HIGHER, LOWER]
  const pair = { ...world, ana: world.person('Ana', ana), ben: world.person('Ben', ben) }
  await world.clock.advance(100)
  return { ...pair, callId: await ring(pair) }
}

/** What its host has of the call that rings there, as it is when its page is lost. */
function keptOf(person: Person, msLeft = 30_000): KeptRing {
  const { callId, person: who, video } = person.view()
  const origin = person.controller.rings.originOf(callId)
  if (!origin) throw new Error('it would be lost with the page')
  const { id, name, isContact } = who
  return {
    ring: {
      callId,
      person: { id, name, isContact, isFavourite: false, namesake: null, picture: null },
      video,
    },
    ...{ origin, msLeft, afterSeq: 1_000 },
  }
}

/** A new page on the same profile: its server's place is taken from the one before. */
async function comeBack(world: World, who: Person, kept: KeptRing): Promise<Person> {
  const again = world.person(who.name, who.id)
  await world.clock.advance(100)
  again.controller.rings.take(kept)
  await world.clock.advance(100)
  return again
}

describe.each(['lower', 'higher'] as const)(
  'a call that rang in a page that was lost, of the %s id',
  (id) => {
    it('rings again, and is accepted as the user wants it: the caller neither presses nor hears anything', async () => {
      const world = await ringing(id)
      const seen: string[] = []
      world.ana.store.subscribe(() => seen.push(world.ana.phase()))
      const ben = await comeBack(world, world.ben, keptOf(world.ben))
      expect([ben.phase(), world.ana.phase()]).toEqual(['ringing', 'ringing'])
      expect(ben.media.allOpenLeases()).toBe(0)
      ben.controller.commands.accept(world.callId, false)
      await world.clock.advance(500)
      expect([ben.phase(), world.ana.phase()]).toEqual(['connected', 'connected'])
      expect([ben.view().direction, world.ana.view().direction]).toEqual(['incoming', 'outgoing'])
      // Ben: sound only. Ana: as she called.
      expect([ben.media.openLeases('camera'), world.ana.media.openLeases('camera')]).toEqual([0, 1])
      expect(new Set(seen)).toEqual(new Set(['connecting', 'connected']))
      const [link] = world.server.links.slice(-1)
      expect(link?.caller.sending('microphone')).not.toBeNull()
      expect(link?.callee.sending('camera')).not.toBeNull()
    })

    it('is one line on each side, of the call that rang', async () => {
      const world = await ringing(id)
      const kept = keptOf(world.ben)
      const ben = await comeBack(world, world.ben, kept)
      ben.controller.commands.accept(world.callId, true)
      await world.clock.advance(3_000)
      ben.controller.commands.hangUp(ben.view().callId)
      await world.clock.advance(500)
      const { callId } = world
      expect(ben.records).toMatchObject([
        { callId, direction: 'incoming', reason: 'ended-by-me', video: true },
      ])
      expect(ben.records[0]?.startedAt).toBe(kept.origin.startedAt)
      expect(ben.records[0]?.talkedMs).toBeLessThan(4_000)
      expect(world.ana.records).toMatchObject([{ callId, direction: 'outgoing', reason: 'ended-by-other' }])
    })
  },
)

describe('a call that rings again', () => {
  it('is declined, with words, once', async () => {
    const world = await ringing()
    const ben = await comeBack(world, world.ben, keptOf(world.ben))
    ben.controller.commands.decline(world.callId, 'Later')
    await world.clock.advance(200)
    expect(world.ana.view().phase).toMatchObject({ reason: 'declined-by-other', words: 'Later' })
    expect(ben.records).toMatchObject([{ callId: world.callId, reason: 'declined-by-me' }])
  })

  it('ends when its caller gives up, and is missed', async () => {
    const world = await ringing()
    const ben = await comeBack(world, world.ben, keptOf(world.ben))
    world.ana.controller.commands.hangUp(world.callId)
    await world.clock.advance(200)
    expect(ben.records).toMatchObject([{ callId: world.callId, reason: 'cancelled-by-other' }])
  })

  it('doesn’t ring where its caller gave up while no page was there', async () => {
    const world = await ringing()
    const kept = keptOf(world.ben)
    world.ben.home.close()
    world.ana.controller.commands.hangUp(world.callId)
    await world.clock.advance(10_000)
    const ben = await comeBack(world, world.ben, kept)
    expect(ben.phase()).toBe('ended: cancelled-by-other')
    expect(ben.records).toMatchObject([{ callId: world.callId, direction: 'incoming' }])
  })

  it('ends within seconds where its caller is gone', async () => {
    const world = await ringing()
    const kept = keptOf(world.ben)
    world.ana.home.close()
    const ben = await comeBack(world, world.ben, kept)
    await world.clock.advance(8_000)
    expect(ben.phase()).toBe('ended: cancelled-by-other')
  })

  it('rings for as long as it had left', async () => {
    const world = await ringing()
    const ben = await comeBack(world, world.ben, keptOf(world.ben, 2_000))
    await world.clock.advance(2_500)
    expect([ben.phase(), world.ana.phase()]).toEqual(['ended: missed', 'ended: no-answer'])
  })

  it('is told to its caller as unanswered where its time is over, and rings nobody', async () => {
    const world = await ringing()
    const ben = await comeBack(world, world.ben, keptOf(world.ben, 0))
    await world.clock.advance(200)
    expect([ben.phase(), world.ana.phase()]).toEqual(['none', 'ended: no-answer'])
  })

  it('tells what is seen of it, to a contact', async () => {
    const world = await ringing()
    const kept = keptOf(world.ben)
    const ben = await comeBack(world, world.ben, {
      ...kept,
      ring: { ...kept.ring, person: { ...kept.ring.person, isContact: true } },
    })
    ben.controller.ringProven(world.callId, 'shown')
    await world.clock.advance(200)
    expect(world.ana.view().phase).toEqual({ name: 'ringing', rung: ['shown'] })
  })

  it('is there once, however often it is taken', async () => {
    const world = await ringing()
    const kept = keptOf(world.ben)
    const ben = await comeBack(world, world.ben, kept)
    ben.controller.rings.take(kept)
    expect(ben.store.getState().calls).toHaveLength(1)
  })

  it('waits beside a call that is on, and ends that when it is accepted', async () => {
    const world = await createPair()
    const cy = world.person('Cy', THIRD)
    await world.clock.advance(100)
    await talk(world)
    const second = cy.call(world.ben)
    await world.clock.advance(200)
    const { kept } = world.ben
    const rang = keptOf(world.ben)
    if (!kept) throw new Error('nothing was kept')
    const ben = world.person('Ben', HIGHER)
    await world.clock.advance(100)
    ben.controller.resume(kept)
    ben.controller.rings.take(rang)
    await world.clock.advance(300)
    expect(ben.store.getState().calls.map(({ phase }) => phase.name)).toEqual(['connected', 'ringing'])
    ben.controller.commands.accept(second, true)
    await world.clock.advance(500)
    expect([ben.phase(), cy.phase(), world.ana.phase()]).toEqual([
      'connected',
      'connected',
      'ended: ended-by-other',
    ])
  })

  it('is nobody’s where the id isn’t the caller’s, or they are blocked', async () => {
    const world = await ringing()
    const kept = keptOf(world.ben)
    const ben = world.person('Ben', HIGHER)
    await world.clock.advance(100)
    ben.controller.rings.take({ ...kept, origin: { ...kept.origin, peerId: THIRD } })
    ben.blocked.add(world.ana.id)
    ben.controller.rings.take(kept)
    await world.clock.advance(100)
    expect(ben.phase()).toBe('none')
  })
})

describe('accepting a call that rings again too late', () => {
  const accepted = async (world: Ringing, before: () => Promise<void> | void): Promise<Person> => {
    const kept = keptOf(world.ben)
    const ben = world.person('Ben', world.ben.id)
    await world.clock.advance(100)
    ben.controller.rings.take(kept)
    await before()
    ben.controller.commands.accept(world.callId, true)
    await world.clock.advance(6_000)
    return ben
  }

  it('is a missed call, and says why: the caller gave up', async () => {
    const world = await ringing()
    const ben = await accepted(world, () => {
      world.ana.controller.commands.hangUp(world.callId)
    })
    expect(ben.phase()).toBe('ended: answered-too-late')
    expect(ben.records).toMatchObject([
      { callId: world.callId, direction: 'incoming', reason: 'answered-too-late', talkedMs: 0 },
    ])
    expect(world.ana.phase()).toBe('ended: cancelled-by-me')
    expect(ben.media.allOpenLeases() + world.ana.media.allOpenLeases()).toBe(0)
  })

  it('is a missed call: the caller is gone', async () => {
    const world = await ringing()
    const ben = await accepted(world, () => world.ana.home.close())
    expect(ben.phase()).toBe('ended: answered-too-late')
  })

  it('rings nobody whose app began anew meanwhile', async () => {
    const world = await ringing()
    let ana = world.ana
    const ben = await accepted(world, async () => {
      ana = world.person('Ana', LOWER)
      await world.clock.advance(100)
    })
    expect([ben.phase(), ana.phase()]).toEqual(['ended: answered-too-late', 'ended: cancelled-by-other'])
  })

  it('and hanging up meanwhile is a hang-up', async () => {
    const world = await ringing()
    const ben = await comeBack(world, world.ben, keptOf(world.ben))
    ben.controller.commands.accept(world.callId, true)
    ben.controller.commands.hangUp(ben.view().callId)
    await world.clock.advance(300)
    expect([ben.phase(), world.ana.phase()]).toEqual(['ended: ended-by-me', 'ended: declined-by-other'])
  })

  it('doesn’t let the caller’s ring on where the answer couldn’t be sent', async () => {
    const world = await ringing()
    const ben = await comeBack(world, world.ben, keptOf(world.ben))
    ben.relayOnly.add(LOWER)
    ben.controller.commands.accept(world.callId, true)
    await world.clock.advance(500)
    expect([ben.phase(), world.ana.phase()]).toEqual(['ended: no-relay-here', 'ended: no-answer'])
  })
})

it('a call that came over a visit isn’t kept: the next page has no such visit', async () => {
  const world = createWorld()
  const two = world.addServer('https://two.example/')
  const ana = world.person('Ana', LOWER)
  const ben = world.person('Ben', HIGHER, { server: two })
  await world.clock.advance(100)
  const callId = ana.controller.commands.place(
    { id: ben.id, server: baseUrl('https://two.example/'), name: 'Ben' },
    true,
  )
  await world.clock.advance(200)
  // Hers came over his home, so he could be reached again.
  expect(ben.controller.rings.originOf(callId)?.peerId).toMatch(/^a{32}-/)
  expect(ana.controller.rings.originOf(callId)).toBeNull()
})
