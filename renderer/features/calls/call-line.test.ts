// How the lines are, said over the channel between two whole clients in memory.
import { expect, it } from 'vitest'
import type { SaidInCall } from './said'
import { createPair, ring, talk } from './testing/people'

const LINE = { t: 'line', lateMs: 120, beats: 6, lossPct: 4, jitterMs: null, busy: true } as const

it('each side hears how the other’s line is', async () => {
  const world = await createPair()
  const callId = await talk(world)
  const heard: SaidInCall[] = []
  world.ben.controller.onSaid((said) => heard.push(said))
  expect(world.ana.controller.say(callId, LINE)).not.toBeNull()
  await world.clock.advance(200)
  expect(heard).toMatchObject([{ callId, message: LINE }])
})

it('nothing of it is said before the call is accepted, nor after it', async () => {
  const world = await createPair()
  const callId = await ring(world)
  expect(world.ben.controller.say(callId, LINE)).toBeNull()
  world.ben.controller.commands.decline(callId)
  await world.clock.advance(200)
  expect(world.ana.controller.say(callId, LINE)).toBeNull()
})
