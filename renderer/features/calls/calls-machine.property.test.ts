// Two machines and a hostile network: whatever happens, both sides end up in the same call, or in none.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveCall } from './calls-list'
import { TwoMachines } from './testing/two-machines'
import { checkAtRest, other, type SideName } from './testing/two-sides'

/** Generous: a busy machine is slow, and a hang shows all the same. */
const PATIENCE = { timeout: 60_000 }
const RUNS = 1_000

const side = fc.constantFrom<SideName>('lower', 'higher')
const index = fc.nat({ max: 5 })

type Action = (world: TwoMachines) => void
const named = (name: string, run: Action): Action => Object.assign(run, { toString: () => name })

const users: readonly fc.Arbitrary<Action>[] = [
  side.map((who) => named(`${who} calls`, (world) => world.place(who))),
  side.map((who) =>
    named(`${who} accepts`, (world) => world.press(who, { type: 'acceptPressed', video: true })),
  ),
  side.map((who) => named(`${who} declines`, (world) => world.press(who, { type: 'declinePressed' }))),
  side.map((who) => named(`${who} hangs up`, (world) => world.press(who, { type: 'hangUpPressed' }))),
]
const network: readonly fc.Arbitrary<Action>[] = [
  index.map((i) => named(`letter ${i} arrives`, (world) => world.deliver(i))),
  index.map((i) => named(`letter ${i} arrives and again`, (world) => world.deliver(i, true))),
  index.map((i) => named(`${i} happens`, (world) => world.happen(i))),
]
const faults: readonly fc.Arbitrary<Action>[] = [
  index.map((i) => named(`letter ${i} is lost`, (world) => world.lose(i))),
  side.map((who) => named(`nobody there for ${who}`, (world) => world.failDial(who))),
  fc.constant(named('time passes', (world) => world.fireNextTimer())),
  fc.constant(named('the way breaks', (world) => world.cut())),
  fc.constant(
    named('the way is gone for good', (world) => {
      world.isApart = true
      world.cut()
    }),
  ),
]

const story = (parts: readonly fc.Arbitrary<Action>[], maxLength: number) =>
  fc.array(fc.oneof(...parts), { maxLength })
const play = (actions: readonly Action[]): TwoMachines => {
  const world = new TwoMachines()
  for (const act of actions) act(world)
  return world
}

describe('two machines', () => {
  it('end in the same call or in none, whatever users and the network do', PATIENCE, () => {
    fc.assert(
      fc.property(story([...users, ...network, ...network, ...faults], 60), (actions) => {
        const world = play(actions)
        world.settle()
        checkAtRest(world.lower, world.higher)
      }),
      { numRuns: RUNS },
    )
  })

  it(
    'end in the same call or in none where messages come late and twice but nothing is lost',
    PATIENCE,
    () => {
      fc.assert(
        fc.property(story([...users, ...network, ...network], 60), (actions) => {
          const world = play(actions)
          world.settle()
          checkAtRest(world.lower, world.higher)
        }),
        { numRuns: RUNS },
      )
    },
  )

  it('that talk go on talking or end together, whatever happens on the way', PATIENCE, () => {
    fc.assert(
      fc.property(story([...users, ...network, ...faults], 40), side, (actions, caller) => {
        const world = new TwoMachines()
        world.place(caller)
        world.settleNow()
        world.press(other(caller), { type: 'acceptPressed', video: true })
        world.settleNow()
        expect(liveCall(world[caller].machine)?.stage.name).toBe('connected')
        for (const act of actions) act(world)
        world.settle()
        checkAtRest(world.lower, world.higher)
      }),
      { numRuns: RUNS },
    )
  })

  it(
    'that call each other are connected without anybody answering, in the call of the lower id',
    PATIENCE,
    () => {
      fc.assert(
        fc.property(story(network, 40), fc.boolean(), fc.nat({ max: 10 }), (actions, lowerFirst, apart) => {
          const world = new TwoMachines()
          world.place(lowerFirst ? 'lower' : 'higher')
          // As long as nobody's phone rang, both may still call.
          const before = actions.slice(0, apart)
          for (const act of before) if (!liveCall(world[lowerFirst ? 'higher' : 'lower'].machine)) act(world)
          world.place(lowerFirst ? 'higher' : 'lower')
          for (const act of actions.slice(apart)) act(world)
          const bothCalled = world.lower.placed.size === 1 && world.higher.placed.size === 1
          fc.pre(bothCalled)
          world.settleNow()
          checkAtRest(world.lower, world.higher)
          const live = liveCall(world.lower.machine)
          expect(live?.stage.name).toBe('connected')
          expect(live?.facts.direction).toBe('outgoing')
          expect(world.lower.records).toEqual([])
          expect(world.higher.records).toEqual([])
        }),
        { numRuns: RUNS },
      )
    },
  )
})
