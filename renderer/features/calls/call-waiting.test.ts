import { describe, expect, it } from 'vitest'
import { createPair, talk, THIRD } from './testing/people'

/** Ana and Ben talk, and Cy calls Ben. */
async function waiting() {
  const world = await createPair()
  const cy = world.person('Cy', THIRD)
  const talks = await talk(world)
  const callId = cy.call(world.ben)
  await world.clock.advance(200)
  const { ben } = world
  const benPhases = () =>
    ben.store.getState().calls.map(({ person, phase }) => `${person.name} ${phase.name}`)
  return { world, cy, talks, callId, benPhases }
}

describe('a call while another is on', () => {
  it('rings beside it, and disturbs nothing', async () => {
    const { world, cy, benPhases } = await waiting()
    expect(cy.phase()).toBe('ringing')
    expect(benPhases()).toEqual(['Ana connected', 'Cy ringing'])
    expect(world.ana.phase()).toBe('connected')
  })

  it('is answered by ending the one that is on', async () => {
    const { world, cy, callId } = await waiting()
    world.ben.controller.commands.accept(callId, true)
    await world.clock.advance(500)
    expect(world.ana.phase()).toBe('ended: ended-by-other')
    expect(cy.phase()).toBe('connected')
    expect(world.ben.view()).toMatchObject({ callId, phase: { name: 'connected' } })
    world.ben.controller.commands.hangUp(callId)
    await world.clock.advance(500)
    expect(world.ben.media.allOpenLeases()).toBe(0)
  })

  it('is declined with words, and the one that is on goes on', async () => {
    const { world, cy, callId } = await waiting()
    world.ben.controller.commands.decline(callId, 'Later')
    await world.clock.advance(200)
    expect(cy.phase()).toBe('ended: declined-by-other')
    expect(cy.view().phase).toMatchObject({ words: 'Later' })
    expect(world.ana.phase()).toBe('connected')
  })

  it('rings like any other once the one that was on has ended', async () => {
    const { world, cy, talks, callId } = await waiting()
    world.ana.controller.commands.hangUp(talks)
    await world.clock.advance(500)
    expect(cy.phase()).toBe('ringing')
    world.ben.controller.commands.accept(callId, false)
    await world.clock.advance(500)
    expect(cy.phase()).toBe('connected')
  })

  it('is missed when nobody answers it', async () => {
    const { world, cy, benPhases } = await waiting()
    await world.clock.advance(50_000)
    expect(cy.phase()).toBe('ended: no-answer')
    expect(benPhases()[0]).toBe('Ana connected')
    expect(world.ben.records.map(({ id }) => id)).toEqual([THIRD])
    expect(world.ben.records[0]?.reason).toMatch(/^(missed|cancelled-by-other)$/)
  })

  it('is the only one: a fourth person is told that it is busy', async () => {
    const { world, benPhases } = await waiting()
    const di = world.person('Di', 'e'.repeat(32))
    di.call(world.ben)
    await world.clock.advance(200)
    expect(di.phase()).toBe('ended: busy')
    expect(benPhases()).toEqual(['Ana connected', 'Cy ringing'])
  })

  it('is declined when the page goes, like the one that is on', async () => {
    const { world, cy } = await waiting()
    world.ben.controller.end()
    await world.clock.advance(500)
    expect([world.ana.phase(), cy.phase()]).toEqual(['ended: ended-by-other', 'ended: declined-by-other'])
  })

  it('called anew by the same person rings once', async () => {
    const { world, cy, callId, benPhases } = await waiting()
    cy.controller.commands.hangUp(callId)
    const again = cy.call(world.ben)
    await world.clock.advance(500)
    expect(cy.phase()).toBe('ringing')
    expect(benPhases().filter((each) => each === 'Cy ringing')).toHaveLength(1)
    world.ben.controller.commands.accept(again, true)
    await world.clock.advance(500)
    expect(cy.phase()).toBe('connected')
  })
})
