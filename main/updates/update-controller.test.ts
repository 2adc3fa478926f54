import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { UpdateState } from '../../shared/model/update'
import { silentLog } from '../log/log'
import { CHECK_EVERY_MS, UpdateController, type UpdateDeps } from './update-controller'
import type { Updater, UpdaterNews } from './updater-kind'

interface World {
  readonly controller: UpdateController
  readonly updater: { [K in keyof Updater]: ReturnType<typeof vi.fn<Updater[K]>> }
  readonly told: UpdateState[]
  readonly quit: ReturnType<typeof vi.fn<() => void>>
  readonly relaunch: ReturnType<typeof vi.fn<() => void>>
  busy: boolean
  hear: (news: UpdaterNews) => void
  tick: () => void
  everyMs: number
}

function build(change: Partial<UpdateDeps> = {}): World {
  const updater = {
    check: vi.fn<Updater['check']>(),
    load: vi.fn<Updater['load']>(),
    install: vi.fn<Updater['install']>(() => 'done'),
  }
  const told: UpdateState[] = []
  const world: Omit<World, 'controller'> = {
    ...{ updater, told, quit: vi.fn<() => void>(), relaunch: vi.fn<() => void>(), busy: false, everyMs: 0 },
    hear: () => undefined,
    tick: () => undefined,
  }
  const controller = new UpdateController({
    off: null,
    createUpdater: (hear) => {
      world.hear = hear
      return Promise.resolve(updater)
    },
    isBusy: () => world.busy,
    every: (ms, run) => {
      world.everyMs = ms
      world.tick = run
      return () => (world.tick = () => undefined)
    },
    changed: (state) => told.push(state),
    quit: world.quit,
    relaunch: world.relaunch,
    log: silentLog,
    ...change,
  })
  return Object.assign(world, { controller })
}

/** The updater is loaded in a later turn. */
const settle = () => new Promise((resolve) => setImmediate(resolve))
const found = { is: 'found', version: '0.2.0', notes: 'New' } as const

async function makeReady(world: World): Promise<void> {
  world.controller.begin()
  await settle()
  world.hear(found)
  await settle()
  world.hear({ is: 'loaded' })
}

let world: World
beforeEach(() => (world = build()))

it('asks at the start and every four hours', async () => {
  world.controller.begin()
  await settle()
  expect(world.updater.check).toHaveBeenCalledTimes(1)
  expect(world.everyMs).toBe(CHECK_EVERY_MS)
  world.hear({ is: 'none' })
  world.tick()
  await settle()
  expect(world.updater.check).toHaveBeenCalledTimes(2)
})

it('loads what is found in the background and says how far it is', async () => {
  await makeReady(world)
  expect(world.updater.load).toHaveBeenCalledTimes(1)
  expect(world.told.map(({ is }) => is)).toEqual(['checking', 'loading', 'ready'])
  // Nothing more to look for in this run.
  world.tick()
  await settle()
  expect(world.updater.check).toHaveBeenCalledTimes(1)
})

it('a check that is asked for while one runs is that one', async () => {
  world.controller.begin()
  world.controller.check()
  await settle()
  expect(world.updater.check).toHaveBeenCalledTimes(1)
})

describe('during a call', () => {
  it('nothing is asked, and it is made up for after', async () => {
    world.busy = true
    world.controller.begin()
    world.controller.look()
    await settle()
    expect(world.updater.check).not.toHaveBeenCalled()
    world.busy = false
    world.controller.look()
    await settle()
    expect(world.updater.check).toHaveBeenCalledTimes(1)
  })

  it('nothing is loaded, and it is made up for after', async () => {
    world.controller.begin()
    await settle()
    world.busy = true
    world.hear(found)
    await settle()
    expect(world.updater.load).not.toHaveBeenCalled()
    world.busy = false
    world.controller.look()
    world.controller.look()
    await settle()
    expect(world.updater.load).toHaveBeenCalledTimes(1)
  })

  it('nothing is started anew', async () => {
    await makeReady(world)
    world.busy = true
    expect(world.controller.restart()).toBe(false)
    expect(world.quit).not.toHaveBeenCalled()
  })
})

it('a restart ends the app, and the new one is put in place and started', async () => {
  await makeReady(world)
  expect(world.controller.restart()).toBe(true)
  expect(world.quit).toHaveBeenCalledTimes(1)
  expect(world.controller.end()).toBe('done')
  expect(world.updater.install).toHaveBeenCalledWith(true)
})

it('quitting puts it in place and starts nothing', async () => {
  await makeReady(world)
  world.controller.end()
  expect(world.updater.install).toHaveBeenCalledWith(false)
})

it.each<[string, (world: World) => void]>([
  ['nothing was found', ({ hear }) => hear({ is: 'none' })],
  ['it is half loaded', ({ hear }) => hear(found)],
  ['it failed', ({ hear }) => hear({ is: 'failed', error: new Error('sha512') })],
])('nothing is put in place where %s', async (_, happen) => {
  world.controller.begin()
  await settle()
  happen(world)
  await settle()
  expect(world.controller.restart()).toBe(false)
  world.controller.end()
  expect(world.updater.install).not.toHaveBeenCalled()
})

it('after a failure it can be asked again', async () => {
  world.controller.begin()
  await settle()
  world.hear({ is: 'failed', error: new Error('net::ERR_TIMED_OUT') })
  expect(world.controller.read()).toEqual({ is: 'failed', problem: 'unreachable', version: null })
  world.controller.check()
  await settle()
  expect(world.updater.check).toHaveBeenCalledTimes(2)
})

it('a check that fails does not name what an earlier one found', async () => {
  world.controller.begin()
  await settle()
  world.hear(found)
  world.hear({ is: 'failed', error: new Error('sha512') })
  world.controller.check()
  await settle()
  world.hear({ is: 'failed', error: new Error('net::ERR_TIMED_OUT') })
  expect(world.controller.read()).toEqual({ is: 'failed', problem: 'unreachable', version: null })
})

it('an updater that does not load is a failure, and tried again', async () => {
  const createUpdater = vi.fn(() => Promise.reject(new Error('no module')))
  world = build({ createUpdater })
  world.controller.begin()
  await settle()
  expect(world.controller.read()).toMatchObject({ is: 'failed', problem: 'failed' })
  world.controller.check()
  await settle()
  expect(createUpdater).toHaveBeenCalledTimes(2)
})

it('where updates are off nothing is ever asked', async () => {
  world = build({ off: 'system-package' })
  world.controller.begin()
  world.controller.check()
  await settle()
  expect(world.updater.check).not.toHaveBeenCalled()
  expect(world.controller.read()).toEqual({ is: 'off', why: 'system-package' })
})

it('what the system put in place is used after a restart, which it starts itself', () => {
  world = build({ off: 'system-package' })
  world.controller.replaced('0.2.0')
  expect(world.told).toEqual([{ is: 'replaced', version: '0.2.0' }])
  expect(world.controller.restart()).toBe(true)
  expect(world.relaunch).toHaveBeenCalledTimes(1)
  expect(world.quit).toHaveBeenCalledTimes(1)
  world.controller.end()
  expect(world.updater.install).not.toHaveBeenCalled()
})
