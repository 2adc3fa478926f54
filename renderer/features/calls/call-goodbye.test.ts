import { describe, expect, it } from 'vitest'
import { createPair, talk, type Pair, type Person, type World } from './testing/people'

type Talking = World & Pair & { readonly callId: string; readonly other: (who: Person) => Person }

async function talking(): Promise<Talking> {
  const world = await createPair()
  const callId = await talk(world)
  return { ...world, callId, other: (who) => (who === world.ana ? world.ben : world.ana) }
}

/** As many messages as a long call's pings are, in less time than those would take. */
async function sayMuch({ clock, callId, ana, ben }: Talking): Promise<void> {
  for (let second = 0; second < 30; second += 1) {
    for (let of = 1; of <= 45; of += 1) {
      for (const { controller } of [ana, ben]) controller.say(callId, { t: 'text-received', of })
    }
    await clock.advance(1_000)
  }
}

const end = ({ server }: World, who: 'caller' | 'callee') => {
  const [first] = server.links
  if (!first) throw new Error('no connection was made')
  return first[who]
}

describe('hanging up', () => {
  it.each([
    ['ana', 'open'],
    ['ben', 'open'],
    ['ana', 'away'],
    ['ben', 'away'],
  ] as const)(
    'is told at once in a call with thousands of messages: by %s, server %s',
    async (who, server) => {
      const world = await talking()
      await sayMuch(world)
      if (server === 'away') world.server.setUp(false)
      world[who].controller.commands.hangUp(world.callId)
      expect(world[who].phase()).toBe('ended: ended-by-me')
      await world.clock.advance(100)
      expect(world.other(world[who]).phase()).toBe('ended: ended-by-other')
    },
  )

  it('leaves the connection open until the other side, which has heard it, closes it', async () => {
    const world = await talking()
    world.server.setUp(false)
    await world.clock.advance(100)
    world.ana.controller.commands.hangUp(world.callId)
    expect(world.ana.media.allOpenLeases()).toBe(0)
    expect(end(world, 'caller').closedAtMs).toBeNull()
    await world.clock.advance(100)
    const [heard, closed] = [end(world, 'callee').closedAtMs, end(world, 'caller').closedAtMs]
    expect(heard).not.toBeNull()
    expect(closed).toBeGreaterThan(heard ?? Infinity)
  })

  it('closes the connection after 2 s where the other side never hears it', async () => {
    const world = await talking()
    end(world, 'callee')
    world.server.links[0]?.setRoute('outage')
    world.server.setUp(false)
    world.ana.controller.commands.hangUp(world.callId)
    await world.clock.advance(1_900)
    expect(end(world, 'caller').closedAtMs).toBeNull()
    await world.clock.advance(200)
    expect(end(world, 'caller').closedAtMs).not.toBeNull()
  })
})

describe('a connection that the other side closed without a word', () => {
  it('is waited for as long as a page takes that is loaded again, and not for 40 s', async () => {
    const world = await talking()
    end(world, 'caller').close()
    await world.clock.advance(100)
    expect(world.ben.phase()).toBe('reconnecting')
    await world.clock.advance(10_000)
    expect(world.ben.phase()).toBe('ended: ended-by-other')
  })

  it('ends as soon as the word comes by the server', async () => {
    const world = await talking()
    end(world, 'caller').close()
    await world.clock.advance(1_000)
    world.ana.controller.commands.hangUp(world.callId)
    await world.clock.advance(100)
    expect(world.ben.phase()).toBe('ended: ended-by-other')
  })

  it('is a fault of the network where that has failed before', async () => {
    const world = await talking()
    world.server.links[0]?.setRoute('outage')
    await world.clock.advance(16_000)
    end(world, 'callee').emit({ type: 'ctlClosed' })
    await world.clock.advance(20_000)
    expect(world.ben.phase()).toBe('reconnecting')
  })
})
