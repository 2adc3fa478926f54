import { describe, expect, it } from 'vitest'
import { createWorld, HIGHER, LOWER } from './testing/people'

async function twoPeople() {
  const world = createWorld()
  const ana = world.person('Ana', LOWER)
  const ben = world.person('Ben', HIGHER)
  await world.clock.advance(100)
  return { ...world, ana, ben }
}

describe('a call', () => {
  it('rings, is accepted, connects, and ends on both sides when one hangs up', async () => {
    const { clock, ana, ben, server } = await twoPeople()
    ana.call(ben)
    await clock.advance(200)
    expect(ana.phase()).toBe('ringing')
    expect(ben.phase()).toBe('ringing')
    expect(ben.view().person).toEqual({ id: ana.id, name: 'Ana', isContact: false })
    expect(ben.media.openLeases('camera')).toBe(0)

    ben.controller.commands.accept(ben.view().callId, true)
    await clock.advance(200)
    expect(ana.phase()).toBe('connected')
    expect(ben.phase()).toBe('connected')
    const [link] = server.links
    for (const end of [link?.caller, link?.callee]) {
      expect(end?.sending('microphone')).not.toBeNull()
      expect(end?.sending('camera')).not.toBeNull()
    }
    expect(ana.view().remote).toEqual({ microphone: 'on', camera: 'on' })
    expect(ben.view().remote).toEqual({ microphone: 'on', camera: 'on' })

    await clock.advance(5_000)
    ana.controller.commands.hangUp(ana.view().callId)
    await clock.advance(500)
    expect(ana.phase()).toBe('ended: ended-by-me')
    expect(ben.phase()).toBe('ended: ended-by-other')
    for (const { media, store } of [ana, ben]) {
      expect(media.openLeases('microphone') + media.openLeases('camera')).toBe(0)
      expect(store.getState().media).toBeNull()
    }
    expect(ana.records).toMatchObject([{ direction: 'outgoing', reason: 'ended-by-me', name: 'Ben' }])
    expect(ben.records).toMatchObject([{ direction: 'incoming', reason: 'ended-by-other', name: 'Ana' }])
  })
})
