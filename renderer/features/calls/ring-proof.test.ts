import { describe, expect, it } from 'vitest'
import { createPair, ring } from './testing/people'

/** Ana calls Ben, who knows her or doesn't. */
async function rung({ isContact = true, allowed = true, prewarm = true } = {}) {
  const world = await createPair()
  const { ana, ben, clock } = world
  if (isContact) ben.contacts.set(ana.id, { name: 'Ana' })
  ben.wishes.ringProof = allowed
  ben.prewarm = prewarm
  const callId = await ring(world)
  const prove = async (step: 'shown' | 'sounding') => {
    ben.controller.ringProven(callId, step)
    await clock.advance(200)
  }
  return { world, callId, prove, phase: () => ana.view().phase }
}

describe('what a caller is told of the ring', () => {
  it.each([true, false])(
    'is each step as it was observed, in its order (connected ahead: %s)',
    async (prewarm) => {
      const { prove, phase } = await rung({ prewarm })
      expect(phase()).toEqual({ name: 'ringing' })
      await prove('shown')
      expect(phase()).toEqual({ name: 'ringing', rung: ['shown'] })
      await prove('shown')
      await prove('sounding')
      expect(phase()).toEqual({ name: 'ringing', rung: ['shown', 'sounding'] })
    },
  )

  it('is nothing but that it rings, for somebody who isn’t a contact', async () => {
    const { prove, phase } = await rung({ isContact: false })
    await prove('shown')
    expect(phase()).toEqual({ name: 'ringing' })
  })

  it('is nothing more where the user doesn’t want it', async () => {
    const { prove, phase } = await rung({ allowed: false })
    await prove('sounding')
    expect(phase()).toEqual({ name: 'ringing' })
  })

  it('changes nothing about a call that was answered meanwhile', async () => {
    const { world, callId, prove } = await rung()
    world.ben.controller.commands.accept(callId, true)
    await prove('sounding')
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
  })

  it('is nothing of a call that isn’t there', async () => {
    const { world } = await rung()
    world.ben.controller.ringProven('f'.repeat(32), 'shown')
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ringing')
  })
})
