// Two whole controllers on the in-memory network: whatever users, servers and connections do, when it is over both are in
// the same call or in none, and no device, connection or visit is left open.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createWorld, HIGHER, LOWER, type Pair, type World } from './testing/people'

type Rig = World & Pair
type Action = readonly [name: string, run: (world: Rig) => void]

const who = fc.constantFrom('ana', 'ben')
const live = (world: Rig, name: 'ana' | 'ben'): string | null =>
  world[name].store.getState().calls.find(({ phase }) => phase.name !== 'ended')?.callId ?? null

function inLive(verb: string, act: (world: Rig, name: 'ana' | 'ben', callId: string) => void) {
  return who.map((name): Action => {
    const run = (world: Rig) => {
      const callId = live(world, name)
      if (callId !== null) act(world, name, callId)
    }
    return [`${name} ${verb}`, run]
  })
}

const actions: readonly fc.Arbitrary<Action>[] = [
  fc.boolean().map((video): Action => ['ana calls', ({ ana, ben }) => void ana.call(ben, video)]),
  fc.boolean().map((video): Action => ['ben calls', ({ ana, ben }) => void ben.call(ana, video)]),
  inLive('accepts', (world, name, callId) => world[name].controller.commands.accept(callId, true)),
  inLive('accepts', (world, name, callId) => world[name].controller.commands.accept(callId, false)),
  inLive('declines', (world, name, callId) => world[name].controller.commands.decline(callId)),
  inLive('hangs up', (world, name, callId) => world[name].controller.commands.hangUp(callId)),
  inLive('shows', (world, name, callId) => world[name].controller.commands.setCamera(callId, true)),
  inLive('hides', (world, name, callId) => world[name].controller.commands.setCamera(callId, false)),
  fc.constant<Action>(['server down', ({ server }) => server.setUp(false)]),
  fc.constant<Action>(['server up', ({ server }) => server.setUp(true)]),
  fc
    .constantFrom('outage', 'moved', 'open')
    .map((route): Action => [`way ${route}`, ({ server }) => server.links.at(-1)?.setRoute(route)]),
  who.map((name): Action => [`${name}’s network`, (world) => world[name].controller.networkChanged()]),
]
const story = fc.array(fc.tuple(fc.oneof(...actions), fc.constantFrom(0, 5, 15, 40, 200, 3_000)), {
  maxLength: 15,
})

async function play(steps: readonly (readonly [Action, number])[], contacts: boolean): Promise<Rig> {
  const world = createWorld()
  const ana = world.person('Ana', LOWER)
  const ben = world.person('Ben', HIGHER)
  if (contacts) {
    ana.contacts.set(HIGHER, { name: 'Ben' })
    ben.contacts.set(LOWER, { name: 'Ana' })
  }
  const rig = { ...world, ana, ben }
  await world.clock.advance(100)
  for (const [[, run], gap] of steps) {
    run(rig)
    await world.clock.advance(gap)
    for (const name of ['ana', 'ben'] as const) {
      const { calls } = rig[name].store.getState()
      expect(calls.filter(({ phase }) => phase.name !== 'ended').length).toBeLessThanOrEqual(1)
    }
  }
  return rig
}

/** Long enough for every ring, deadline and attempt. */
async function rest({ clock, server }: Rig): Promise<void> {
  server.setUp(true)
  for (const link of server.links) link.setRoute('open')
  await clock.advance(50_000)
}

function checkAtRest(world: Rig): void {
  const [ana, ben] = [live(world, 'ana'), live(world, 'ben')]
  expect(ana).toBe(ben)
  for (const person of [world.ana, world.ben]) {
    if (ana === null) {
      expect(person.media.allOpenLeases()).toBe(0)
      expect(person.store.getState().media).toBeNull()
    } else {
      expect(person.store.getState().calls.at(-1)?.phase.name).toBe('connected')
      expect(person.media.openLeases('microphone')).toBe(1)
      expect(person.media.openLeases('camera')).toBeLessThanOrEqual(1)
    }
  }
  const open = world.server.links.filter(({ caller, callee }) => !caller.closedAtMs || !callee.closedAtMs)
  const used = open.filter(({ caller }) => caller.connectionState() === 'connected')
  expect(used.length).toBe(ana === null ? 0 : 1)
}

it(
  'two controllers end in the same call or in none, and leave nothing open',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.boolean(), async (steps, contacts) => {
        const world = await play(steps, contacts)
        await rest(world)
        checkAtRest(world)
      }),
      { numRuns: 60 },
    )
  },
)
