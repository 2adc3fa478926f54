import { describe, expect, it } from 'vitest'
import { bodyOf, INVITE, sealedBy } from './testing/letters'
import { createPair, HIGHER, LOWER, ring, THIRD, type Pair, type World } from './testing/people'

async function calling(): Promise<World & Pair & { readonly callId: string }> {
  const world = await createPair()
  return { ...world, callId: await ring(world) }
}

describe('an invite that only says it answers our call', () => {
  const NEW = 'f'.repeat(32)
  type Forged = readonly [
    what: string,
    signer: 'ben' | 'cy',
    from: 'ben' | 'cy',
    answers: 'it' | 'another' | 'none',
  ]
  const forged: readonly Forged[] = [
    ['from somebody else', 'cy', 'cy', 'it'],
    ['from somebody else under the called one’s name', 'cy', 'ben', 'it'],
    ['from the one who is called, for another call', 'ben', 'ben', 'another'],
    ['from the one who is called, for none', 'ben', 'ben', 'none'],
  ]
  it.each(forged)('%s accepts nothing', async (...[, signer, from, names]) => {
    const world = await calling()
    const cy = world.person('Cy', THIRD)
    await world.clock.advance(100)
    const people = { ben: world.ben, cy }
    const answers = { it: { answers: world.callId }, another: { answers: 'd'.repeat(32) }, none: {} }[names]
    const body = bodyOf({ callId: NEW, from: people[from].id, to: world.ana.id }, { ...INVITE, ...answers })
    void people[signer].home.send(world.ana.id, await sealedBy(people[signer].signer, body))
    await world.clock.advance(300)
    expect([world.ana.phase(), world.ana.view().callId]).toEqual(['ringing', world.callId])
    expect(world.ben.phase()).toBe('ringing')
  })

  it('isn’t read at all where it names no call id', async () => {
    const world = await calling()
    const body = bodyOf(
      { callId: NEW, from: HIGHER, to: LOWER },
      {
        ...INVITE,
        answers: `${world.callId}0`,
      },
    )
    void world.ben.home.send(LOWER, await sealedBy(world.ben.signer, body))
    await world.clock.advance(300)
    expect([world.ana.phase(), world.ana.view().callId]).toEqual(['ringing', world.callId])
  })
})
