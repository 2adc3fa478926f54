import { describe, expect, it } from 'vitest'
import { createPair, ring, talk } from './testing/people'

describe('the microphone', () => {
  it('is muted by its track, stays open, and the other side is told', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const { ana, ben, server } = world
    const track = server.links[0]?.caller.sending('microphone')
    ana.controller.commands.setMicrophone(callId, false)
    expect(ana.view().local.microphone).toEqual({ is: 'off' })
    expect(track?.enabled).toBe(false)
    expect(ana.media.openLeases('microphone')).toBe(1)
    await world.clock.advance(50)
    expect(ben.view().remote?.microphone).toBe('off')
    ana.controller.commands.setMicrophone(callId, true)
    await world.clock.advance(50)
    expect(track?.enabled).toBe(true)
    expect(ben.view().remote?.microphone).toBe('on')
  })

  it('muted while it rings is muted when they talk', async () => {
    const world = await createPair()
    const callId = await ring(world)
    world.ana.controller.commands.setMicrophone(callId, false)
    world.ben.controller.commands.accept(callId, false)
    await world.clock.advance(200)
    expect(world.server.links[0]?.caller.sending('microphone')?.enabled).toBe(false)
    expect(world.ben.view().remote?.microphone).toBe('off')
  })

  it('that is missing doesn’t keep anybody from calling, and can be tried again', async () => {
    const world = await createPair()
    world.ana.media.refuse('microphone', 'device-missing')
    const callId = await talk(world)
    expect(world.ana.phase()).toBe('connected')
    expect(world.ana.view().local.microphone).toEqual({ is: 'none', code: 'device-missing' })
    expect(world.ben.view().remote?.microphone).toBe('none')
    world.ana.media.refuse('microphone', null)
    world.ana.controller.commands.setMicrophone(callId, true)
    await world.clock.advance(50)
    expect(world.ana.view().local.microphone).toEqual({ is: 'on' })
    expect(world.ben.view().remote?.microphone).toBe('on')
    expect(world.server.links[0]?.caller.sending('microphone')).not.toBeNull()
  })

  it('that works again is taken by the call that wanted it', async () => {
    const world = await createPair()
    world.ana.media.refuse('microphone', 'permission-denied')
    await talk(world)
    world.ana.media.refuse('microphone', null)
    world.ana.controller.deviceRecovered('microphone')
    await world.clock.advance(50)
    expect(world.ana.view().local.microphone).toEqual({ is: 'on' })
  })
})

describe('the camera', () => {
  it('that is switched off is closed, and opened again when it is switched on', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const { ana, ben, server } = world
    ana.controller.commands.setCamera(callId, false)
    expect(ana.media.openLeases('camera')).toBe(0)
    expect(server.links[0]?.caller.sending('camera')).toBeNull()
    await world.clock.advance(50)
    expect(ben.view().remote?.camera).toBe('off')
    ana.controller.commands.setCamera(callId, true)
    await world.clock.advance(50)
    expect(ana.media.openLeases('camera')).toBe(1)
    expect(server.links[0]?.caller.sending('camera')).not.toBeNull()
    expect(ben.view().remote?.camera).toBe('on')
  })

  it('is added to a call with sound only, without a negotiation', async () => {
    const world = await createPair()
    const callId = await talk(world, false)
    expect(world.ana.media.openings('camera')).toBe(0)
    world.ben.controller.commands.setCamera(callId, true)
    await world.clock.advance(50)
    expect(world.server.links[0]?.callee.sending('camera')).not.toBeNull()
    expect(world.ana.view().remote?.camera).toBe('on')
    expect(world.server.passed.filter(({ envelope }) => envelope.body.includes('"t":"description"'))).toEqual(
      [],
    )
  })

  it('switched on and off faster than it opens ends as it was last asked', async () => {
    const world = await createPair()
    const callId = await talk(world, false)
    const { ana } = world
    ana.media.hold()
    ana.controller.commands.setCamera(callId, true)
    expect(ana.view().local.camera).toEqual({ is: 'starting' })
    ana.controller.commands.setCamera(callId, false)
    ana.controller.commands.setCamera(callId, true)
    ana.controller.commands.setCamera(callId, false)
    ana.media.release()
    await world.clock.advance(50)
    expect(ana.view().local.camera).toEqual({ is: 'off' })
    expect(ana.media.openLeases('camera')).toBe(0)
  })

  it('that is still opening when the call ends is closed once it is open', async () => {
    const world = await createPair()
    world.ana.media.hold()
    const callId = await ring(world)
    world.ana.controller.commands.hangUp(callId)
    world.ana.media.release()
    await world.clock.advance(50)
    expect(world.ana.media.allOpenLeases()).toBe(0)
  })

  it('that is in use elsewhere is said, and the call goes on', async () => {
    const world = await createPair()
    world.ben.media.refuse('camera', 'device-in-use')
    await talk(world)
    expect(world.ben.view().local.camera).toEqual({ is: 'none', code: 'device-in-use' })
    expect(world.ana.view().remote?.camera).toBe('none')
  })

  it('that was changed is sent in its place', async () => {
    const world = await createPair()
    await talk(world)
    const before = world.server.links[0]?.caller.sending('camera')
    world.ana.media.change('camera', null)
    const after = world.server.links[0]?.caller.sending('camera')
    expect(after).not.toBeNull()
    expect(after).not.toBe(before)
    expect(world.ana.store.getState().media?.localCamera).toBe(after)
  })

  it('that was changed is nothing to tell the other side', async () => {
    const world = await createPair()
    await talk(world)
    const told: string[] = []
    world.server.links[0]?.callee.onEvent((event) => {
      if (event.type === 'ctlMessage' && event.text.includes('"t":"state"')) told.push(event.text)
    })
    world.ana.media.change('camera', null)
    await world.clock.advance(200)
    expect(told).toEqual([])
    world.ana.controller.commands.setMicrophone(world.ana.view().callId, false)
    await world.clock.advance(200)
    expect(told).toHaveLength(1)
  })

  it('that was unplugged is said with its reason', async () => {
    const world = await createPair()
    await talk(world)
    world.ana.media.change('camera', 'device-missing')
    await world.clock.advance(50)
    expect(world.ana.view().local.camera).toEqual({ is: 'none', code: 'device-missing' })
    expect(world.ben.view().remote?.camera).toBe('none')
    expect(world.server.links[0]?.caller.sending('camera')).toBeNull()
  })
})
