import { describe, expect, it } from 'vitest'
import type { HomeServer, Reach } from '../../shared/model/reach'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model/settings'
import { fail, ok, type Result } from '../../shared/result'
import { silentLog } from '../log/log'
import { settled } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import type { NetworkAddresses } from './choose-address'
import type { EmbeddedServer, ListenAt } from './embedded-server'
import { ReachController } from './reach-controller'

const network = (address: string): NetworkAddresses => ({
  wlan0: [{ address, family: 'IPv4', internal: false }],
})

function fakeServer() {
  const starts: ListenAt[] = []
  const server = {
    starts,
    answer: ok(undefined) as Result<undefined>,
    runningAt: null as ListenAt | null,
    start(at: ListenAt): Promise<Result<undefined>> {
      starts.push(at)
      server.runningAt = server.answer.ok ? at : null
      return Promise.resolve(server.answer)
    },
    stop(): Promise<void> {
      server.runningAt = null
      return Promise.resolve()
    },
  }
  return server satisfies EmbeddedServer
}

/** One start of the app; `before` is what an earlier one left behind. */
function setUp(before: { reach?: Partial<Settings['reach']>; advertised?: string } = {}) {
  let settings: Settings = { ...DEFAULT_SETTINGS, reach: { ...DEFAULT_SETTINGS.reach, ...before.reach } }
  let advertised = before.advertised ?? null
  const world = { addresses: network('192.168.1.20'), ports: [20_001, 20_002, 20_003] }
  const told: HomeServer[] = []
  const homes: (string | null)[] = []
  const timers = createManualTimers()
  const server = fakeServer()
  const controller = new ReachController({
    settings: {
      read: () => settings,
      change: () => Promise.resolve(fail('internal', 'not in this test')),
      changeReach: (reach) => {
        settings = { ...settings, reach }
        return Promise.resolve(ok(settings))
      },
    },
    server,
    advertised: { read: () => advertised, remember: (base) => (advertised = base) },
    choosePort: () => Promise.resolve(world.ports.shift() ?? null),
    readAddresses: () => world.addresses,
    after: (ms, run) => timers.after(ms, run),
    homeMoved: (base) => homes.push(base),
    changed: (reach: Reach) => told.push(reach.home),
    log: silentLog,
  })
  return { controller, server, timers, told, homes, world, reach: () => settings.reach }
}

const ready = (dial: string, advertised: string, embedded: boolean, oldLinksBreak = false) => ({
  status: 'ready',
  dial,
  advertised,
  embedded,
  oldLinksBreak,
})

describe('where one can be reached', () => {
  it('is nowhere until it was chosen', async () => {
    const { controller, server } = setUp()
    expect(await controller.begin()).toEqual({ mode: 'unset', home: { status: 'none' } })
    expect(server.starts).toEqual([])
  })

  it('on this computer: a server on loopback, on a port that is kept', async () => {
    const { controller, server, told, homes, reach } = setUp()
    const base = 'http://127.0.0.1:20001/'
    expect(await controller.choose({ mode: 'this-computer' })).toEqual(
      ok({ mode: 'this-computer', home: ready(base, base, true) }),
    )
    expect(server.starts).toEqual([{ host: '127.0.0.1', port: 20_001 }])
    expect(told.map((home) => home.status)).toEqual(['starting', 'ready'])
    expect(homes).toEqual([base])
    expect(reach()).toMatchObject({ mode: 'this-computer', port: 20_001 })
  })

  it('in this network: dialled by loopback, named by its address, on the same port', async () => {
    const { controller, server } = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    await controller.begin()
    expect(await controller.choose({ mode: 'this-network' })).toMatchObject({
      value: { home: ready('http://127.0.0.1:20500/', 'http://192.168.1.20:20500/', true) },
    })
    expect(server.starts.at(-1)).toEqual({ host: '0.0.0.0', port: 20_500 })
  })

  it('anywhere: another server, and none inside the app', async () => {
    const { controller, server, homes } = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    await controller.begin()
    const base = 'https://call.example.org/'
    expect(await controller.choose({ mode: 'anywhere', server: 'call.example.org' })).toMatchObject({
      value: { mode: 'anywhere', home: { status: 'ready', dial: base, advertised: base, embedded: false } },
    })
    expect(server.runningAt).toBeNull()
    expect(homes.at(-1)).toBe(base)
  })

  it('stays as it is where the server named is no server', async () => {
    const { controller, server } = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    const before = await controller.begin()
    expect(await controller.choose({ mode: 'anywhere', server: 'ftp://x' })).toMatchObject({
      ok: false,
      code: 'bad-input',
    })
    expect(controller.read()).toEqual(before)
    expect(server.runningAt).not.toBeNull()
  })
})

describe('a port that is taken', () => {
  it('is told with its number, and never replaced by itself', async () => {
    const { controller, server, homes, reach } = setUp({ reach: { mode: 'this-network', port: 20_500 } })
    server.answer = fail('port-taken')
    expect((await controller.begin()).home).toEqual({ status: 'failed', code: 'port-taken', port: 20_500 })
    expect(homes).toEqual([null])
    expect(reach().port).toBe(20_500)
    controller.networkChanged()
    await settled()
    expect(server.starts).toHaveLength(1)
  })

  it('is tried again on retry', async () => {
    const { controller, server } = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    server.answer = fail('port-taken')
    await controller.begin()
    server.answer = ok(undefined)
    expect(await controller.retry()).toMatchObject({
      value: { home: { status: 'ready', oldLinksBreak: false } },
    })
  })

  it('is left for another where that was chosen, and old links break', async () => {
    const { controller, server, reach } = setUp({
      reach: { mode: 'this-computer', port: 20_500 },
      advertised: 'http://127.0.0.1:20500/',
    })
    server.answer = fail('port-taken')
    await controller.begin()
    server.answer = ok(undefined)
    expect(await controller.newPort()).toMatchObject({
      value: { home: { status: 'ready', dial: 'http://127.0.0.1:20001/', oldLinksBreak: true } },
    })
    expect(reach().port).toBe(20_001)
  })

  it('stays where there is no other', async () => {
    const { controller, world, reach } = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    world.ports = []
    expect(await controller.newPort()).toMatchObject({ ok: false, code: 'port-taken' })
    expect(reach().port).toBe(20_500)
  })
})

describe("the network's address", () => {
  it('is followed by links without a restart, and old links break', async () => {
    const { controller, server, world, told } = setUp({ reach: { mode: 'this-network', port: 20_500 } })
    await controller.begin()
    world.addresses = network('10.0.0.7')
    controller.networkChanged()
    await settled()
    expect(told.at(-1)).toEqual(ready('http://127.0.0.1:20500/', 'http://10.0.0.7:20500/', true, true))
    expect(server.starts).toHaveLength(1)
  })

  it('that changed between two starts breaks old links too', async () => {
    const { controller } = setUp({
      reach: { mode: 'this-network', port: 20_500 },
      advertised: 'http://10.0.0.7:20500/',
    })
    expect((await controller.begin()).home).toMatchObject({ status: 'ready', oldLinksBreak: true })
  })

  it('that is missing at start is told, and taken up when it comes', async () => {
    const { controller, world, told } = setUp({ reach: { mode: 'this-network', port: 20_500 } })
    world.addresses = {}
    expect((await controller.begin()).home).toEqual({
      status: 'failed',
      code: 'no-network-address',
      port: 20_500,
    })
    world.addresses = network('192.168.1.20')
    controller.networkChanged()
    await settled()
    expect(told.at(-1)).toMatchObject({ status: 'ready', advertised: 'http://192.168.1.20:20500/' })
  })

  it('that is away for a moment ends nothing', async () => {
    const { controller, server, world } = setUp({ reach: { mode: 'this-network', port: 20_500 } })
    const before = await controller.begin()
    world.addresses = {}
    controller.networkChanged()
    await settled()
    expect(controller.read()).toEqual(before)
    expect(server.runningAt).not.toBeNull()
  })

  it('is nothing to one who is reached elsewhere', async () => {
    const { controller, server, world } = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    await controller.begin()
    world.addresses = {}
    controller.networkChanged()
    await settled()
    expect(server.starts).toHaveLength(1)
  })
})

describe('a server that crashes', () => {
  const crash = async ({ controller, server }: ReturnType<typeof setUp>): Promise<void> => {
    server.runningAt = null
    controller.serverCrashed()
    await settled()
  }

  it('is started again on its port, ever later, and not forever', async () => {
    const all = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    await all.controller.begin()
    for (const delayMs of [1_000, 2_000, 4_000, 8_000, 16_000]) {
      await crash(all)
      expect(all.controller.read().home.status).toBe('starting')
      all.timers.advance(delayMs - 1)
      await settled()
      expect(all.controller.read().home.status).toBe('starting')
      all.timers.advance(1)
      await settled()
      expect(all.controller.read().home).toMatchObject({ status: 'ready', oldLinksBreak: false })
    }
    await crash(all)
    expect(all.controller.read().home).toEqual({ status: 'failed', code: 'internal', port: 20_500 })
    expect(await all.controller.retry()).toMatchObject({ value: { home: { status: 'ready' } } })
  })

  it('that ran well for a while counts from the beginning', async () => {
    const all = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    await all.controller.begin()
    await crash(all)
    all.timers.advance(1_000)
    await settled()
    all.timers.advance(60_000)
    await crash(all)
    all.timers.advance(1_000)
    await settled()
    expect(all.controller.read().home.status).toBe('ready')
  })

  it('is not started again once somebody is reached elsewhere, or the app ends', async () => {
    const all = setUp({ reach: { mode: 'this-computer', port: 20_500 } })
    await all.controller.begin()
    await crash(all)
    await all.controller.choose({ mode: 'anywhere', server: 'call.example.org' })
    expect(all.timers.pending).toBe(0)
    all.timers.advance(60_000)
    await settled()
    expect(all.server.starts).toHaveLength(1)
    await all.controller.choose({ mode: 'this-computer' })
    await all.controller.end()
    await all.controller.begin()
    expect(all.server.runningAt).toBeNull()
  })
})
