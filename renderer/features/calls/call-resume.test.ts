import { describe, expect, it } from 'vitest'
import type { KeptCall } from '../../../shared/model/kept-call'
import {
  createPair,
  createWorld,
  HIGHER,
  LOWER,
  talk,
  type Pair,
  type Person,
  type World,
} from './testing/people'

type Talking = World & Pair & { readonly callId: string }
const WHO = ['ana', 'ben'] as const
type Who = (typeof WHO)[number]

async function talking(): Promise<Talking> {
  const world = await createPair()
  const callId = await talk(world)
  await world.clock.advance(10_000)
  return { ...world, callId }
}

/** Its renderer is gone without a word; what its host kept is there. */
function crash(world: World, person: Person): KeptCall {
  world.server.links[0]?.setRoute('outage')
  if (!person.kept) throw new Error('nothing was kept')
  return person.kept
}

/** A new renderer on the same profile. */
async function comeBack(world: World, who: Person, kept: KeptCall): Promise<Person> {
  const again = world.person(who.name, who.id)
  await world.clock.advance(100)
  again.controller.resume(kept)
  await world.clock.advance(300)
  return again
}

describe.each(WHO)('a renderer that crashed in a call: %s’s', (who: Who) => {
  const other = (world: Talking): Person => (who === 'ana' ? world.ben : world.ana)

  it('is back in it without a press on either side, and rings nowhere', async () => {
    const world = await talking()
    const left = other(world)
    const seen: string[] = []
    left.store.subscribe(() => seen.push(left.phase()))
    const kept = crash(world, world[who])
    await world.clock.advance(1_500)
    const again = await comeBack(world, world[who], kept)
    expect([again.phase(), left.phase()]).toEqual(['connected', 'connected'])
    expect(seen.filter((phase) => phase !== 'connected' && phase !== 'reconnecting')).toEqual([])
    for (const { media } of [again, left]) {
      expect([media.openLeases('microphone'), media.openLeases('camera')]).toEqual([1, 1])
    }
    const link = world.server.links[1]
    for (const end of [link?.caller, link?.callee]) {
      expect(end?.sending('microphone')).not.toBeNull()
      expect(end?.sending('camera')).not.toBeNull()
    }
  })

  it('also after the other side has noticed the loss', async () => {
    const world = await talking()
    const kept = crash(world, world[who])
    await world.clock.advance(10_000)
    expect(other(world).phase()).toBe('reconnecting')
    const again = await comeBack(world, world[who], kept)
    expect([again.phase(), other(world).phase()]).toEqual(['connected', 'connected'])
  })

  it('keeps its devices as they were, its time, and one line of history on each side', async () => {
    const world = await talking()
    const left = other(world)
    const { startedAt } = world[who].kept ?? { startedAt: null }
    world[who].controller.commands.setMicrophone(world.callId, false)
    left.controller.commands.setCamera(world.callId, false)
    await world.clock.advance(100)
    const kept = crash(world, world[who])
    await world.clock.advance(2_000)
    const again = await comeBack(world, world[who], kept)
    expect(again.view().local).toEqual({ microphone: { is: 'off' }, camera: { is: 'on' } })
    expect(left.view().local).toEqual({ microphone: { is: 'on' }, camera: { is: 'off' } })
    expect(again.view().remote).toMatchObject({ camera: 'off', microphone: 'on' })
    expect(again.view().direction).toBe(who === 'ana' ? 'outgoing' : 'incoming')
    await world.clock.advance(5_000)
    again.controller.commands.hangUp(again.view().callId)
    await world.clock.advance(500)
    expect(left.phase()).toBe('ended: ended-by-other')
    for (const { records } of [again, left]) {
      expect(records).toHaveLength(1)
      expect(records[0]?.callId).toBe(world.callId)
      expect(Math.abs((records[0]?.startedAt ?? 0) - (startedAt ?? 0))).toBeLessThan(1_000)
      expect(records[0]?.talkedMs).toBeGreaterThan(16_000)
    }
    expect(left.records[0]?.direction).toBe(who === 'ana' ? 'incoming' : 'outgoing')
  })

  it('twice is back twice', async () => {
    const world = await talking()
    const first = await comeBack(world, world[who], crash(world, world[who]))
    await world.clock.advance(3_000)
    world.server.links[1]?.setRoute('outage')
    if (!first.kept) throw new Error('nothing was kept')
    expect(first.kept.firstCallId).toBe(world.callId)
    const second = await comeBack(world, first, first.kept)
    expect([second.phase(), other(world).phase()]).toEqual(['connected', 'connected'])
  })

  it('where the other side hung up meanwhile just ends, and rings nobody', async () => {
    const world = await talking()
    const kept = crash(world, world[who])
    const left = other(world)
    left.controller.commands.hangUp(world.callId)
    left.controller.commands.dismiss(world.callId)
    const again = await comeBack(world, world[who], kept)
    expect(again.phase()).toBe('ended: ended-by-other')
    expect(left.phase()).toBe('none')
    expect(again.media.allOpenLeases() + left.media.allOpenLeases()).toBe(0)
  })

  it('where the other side is gone too says that the connection was lost', async () => {
    const world = await talking()
    const kept = crash(world, world[who])
    other(world).home.close()
    const again = await comeBack(world, world[who], kept)
    expect(again.phase()).toBe('ended: connection-lost')
    expect(again.records).toMatchObject([{ callId: world.callId, reason: 'connection-lost' }])
    expect(again.kept).toBeNull()
  })
})

describe('both renderers that crashed', () => {
  it('are back in one call', async () => {
    const world = await talking()
    const kept = [crash(world, world.ana), crash(world, world.ben)] as const
    const [ana, ben] = [world.person('Ana', LOWER), world.person('Ben', HIGHER)]
    await world.clock.advance(100)
    ana.controller.resume(kept[0])
    ben.controller.resume(kept[1])
    await world.clock.advance(500)
    expect([ana.phase(), ben.phase()]).toEqual(['connected', 'connected'])
    expect(ana.view().callId).toBe(ben.view().callId)
  })
})

describe('a call over a visit', () => {
  it.each(WHO)('is taken up over that server after a crash of %s’s renderer', async (who) => {
    const world = createWorld()
    const two = world.addServer('https://two.example/')
    const pair = {
      ana: world.person('Ana', LOWER),
      ben: world.person('Ben', HIGHER, { server: two }),
    }
    await world.clock.advance(100)
    await talk({ ...world, ...pair })
    two.links[0]?.setRoute('outage')
    const { kept } = pair[who]
    if (!kept) throw new Error('nothing was kept')
    const again = who === 'ana' ? world.person('Ana', LOWER) : world.person('Ben', HIGHER, { server: two })
    await world.clock.advance(100)
    again.controller.resume(kept)
    await world.clock.advance(5_000)
    const left = who === 'ana' ? pair.ben : pair.ana
    expect([again.phase(), left.phase()]).toEqual(['connected', 'connected'])
    // The way over the server is still there for what the channel can't carry.
    two.links[1]?.setRoute('moved')
    await world.clock.advance(10_000)
    expect([again.phase(), left.phase()]).toEqual(['connected', 'connected'])
  })
})

describe('a page that goes away and may be loaded again', () => {
  it('is waited for, and takes its call up', async () => {
    const world = await talking()
    const { kept } = world.ana
    world.ana.controller.end(true)
    await world.clock.advance(100)
    expect(world.ben.phase()).toBe('reconnecting')
    expect(world.ana.kept).toEqual(kept)
    if (!kept) throw new Error('nothing was kept')
    await world.clock.advance(3_000)
    const again = await comeBack(world, world.ana, kept)
    expect([again.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    world.ben.controller.commands.hangUp(world.ben.view().callId)
    await world.clock.advance(200)
    // The host replaces the line of the page that went by this one.
    expect([world.ana.records[0]?.callId, again.records[0]?.callId]).toEqual([world.callId, world.callId])
  })

  it('and is shown again as it was takes its call up itself, and keeps that one too', async () => {
    const world = await talking()
    const { kept } = world.ana
    if (!kept) throw new Error('nothing was kept')
    world.ana.controller.end(true)
    await world.clock.advance(3_000)
    world.ana.controller.resume(kept)
    await world.clock.advance(300)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    expect(world.ana.kept?.callId).toBe(world.ana.view().callId)
    world.ana.controller.commands.hangUp(world.ana.view().callId)
    expect(world.ana.kept).toBeNull()
  })

  it('and doesn’t come had hung up', async () => {
    const world = await talking()
    world.ana.controller.end(true)
    await world.clock.advance(9_000)
    expect(world.ben.phase()).toBe('reconnecting')
    await world.clock.advance(1_500)
    expect(world.ben.phase()).toBe('ended: ended-by-other')
    expect(world.ben.media.allOpenLeases()).toBe(0)
  })

  it('keeps nobody waiting who hangs up', async () => {
    const world = await talking()
    world.ana.controller.end(true)
    await world.clock.advance(100)
    world.ben.controller.commands.hangUp(world.callId)
    expect(world.ben.phase()).toBe('ended: ended-by-me')
  })
})

describe('the same person who calls anew in a call', () => {
  it('because their app died rings once the old call shows that it is dead', async () => {
    const world = await talking()
    crash(world, world.ana)
    const again = world.person('Ana', LOWER)
    await world.clock.advance(100)
    again.call(world.ben)
    await world.clock.advance(5_000)
    expect([again.phase(), world.ben.phase()]).toEqual(['ringing', 'ringing'])
    world.ben.controller.commands.accept(again.view().callId, true)
    await world.clock.advance(300)
    expect([again.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    expect(world.ben.records).toMatchObject([{ callId: world.callId, reason: 'connection-lost' }])
  })

  it('doesn’t end a call that lives: an old invite may come late', async () => {
    const world = await talking()
    const again = world.person('Ana', LOWER)
    await world.clock.advance(100)
    again.call(world.ben)
    await world.clock.advance(7_000)
    expect(again.phase()).toBe('ended: busy')
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    expect(world.ben.records).toEqual([])
  })
})
