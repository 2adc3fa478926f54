import { describe, expect, it } from 'vitest'
import { bodyOf, INVITE, sealedBy } from './testing/letters'
import { createPair, HIGHER, LOWER, ring, talk } from './testing/people'

const CALL = 'd'.repeat(32)

describe('a replayed invite', () => {
  it('does nothing while the app runs', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const [invite] = world.server.passed
    world.ana.controller.commands.hangUp(callId)
    world.ben.controller.commands.dismiss(callId)
    await world.clock.advance(500)
    if (invite) world.server.inject(invite.from, invite.to, invite.envelope)
    await world.clock.advance(500)
    expect(world.ben.store.getState().calls.filter(({ phase }) => phase.name !== 'ended')).toEqual([])
  })

  it('after a restart is called off by the caller, who knows nothing of it', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const [invite] = world.server.passed
    world.ana.controller.commands.hangUp(callId)
    await world.clock.advance(500)
    const again = world.person('Ben', HIGHER)
    await world.clock.advance(100)
    if (invite) world.server.inject(invite.from, invite.to, invite.envelope)
    await world.clock.advance(200)
    expect(again.phase()).toBe('ended: cancelled-by-other')
  })

  it('rings once more after a restart, and never gets media', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const [invite] = world.server.passed
    world.ana.controller.commands.hangUp(callId)
    await world.clock.advance(500)
    const again = world.person('Ben', HIGHER)
    world.ana.home.close()
    await world.clock.advance(100)
    const replay = () => invite && world.server.inject(invite.from, invite.to, invite.envelope)
    replay()
    await world.clock.advance(100)
    expect(again.phase()).toBe('ringing')
    again.controller.commands.accept(callId, true)
    await world.clock.advance(31_000)
    expect(again.phase()).toMatch(/^ended: (could-not-connect|no-route-without-relay)$/)
    expect(again.media.allOpenLeases()).toBe(0)
    again.controller.commands.dismiss(callId)
    replay()
    await world.clock.advance(500)
    expect(again.phase()).toBe('none')
  })
})

describe('messages that a server repeats', () => {
  it('are each taken once, however often they come', async () => {
    const world = await createPair()
    await talk(world)
    const kinds = ['"t":"accept"', '"t":"ringing"']
    const repeated = world.server.passed.filter(({ envelope }) =>
      kinds.some((kind) => envelope.body.includes(kind)),
    )
    expect(repeated).toHaveLength(2)
    for (let i = 0; i < 60; i += 1) {
      for (const { from, to, envelope } of repeated) world.server.inject(from, to, envelope)
      await world.clock.advance(50)
    }
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
  })
})

describe('another version', () => {
  it('of an invite is answered once with a refusal, which the caller understands', async () => {
    const world = await createPair()
    const head = { callId: CALL, from: LOWER, to: HIGHER, v: 2 }
    for (const seq of [1, 2, 3]) {
      world.server.inject(LOWER, HIGHER, await sealedBy(world.ana.signer, bodyOf({ ...head, seq }, INVITE)))
    }
    await world.clock.advance(500)
    const answers = world.server.passed.filter(({ from }) => from === HIGHER)
    expect(answers).toHaveLength(1)
    expect(answers[0]?.envelope.body).toContain('"reason":"refused"')
  })

  it('of an answer ends the call that nobody agreed to yet, and no other', async () => {
    const world = await createPair()
    const callId = await ring(world)
    const strange = await sealedBy(
      world.ben.signer,
      bodyOf({ callId, from: HIGHER, to: LOWER, v: 2 }, { t: 'ringing' }),
    )
    world.server.inject(HIGHER, LOWER, strange)
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ended: version-unsupported')

    const later = await createPair()
    const id = await talk(later)
    const body = bodyOf({ callId: id, from: HIGHER, to: LOWER, v: 2 }, { t: 'ringing' })
    later.server.inject(HIGHER, LOWER, await sealedBy(later.ben.signer, body))
    await later.clock.advance(200)
    expect(later.ana.phase()).toBe('connected')
  })
})
