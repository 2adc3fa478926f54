import { describe, expect, it } from 'vitest'
import type { FromEmbedded, ToEmbedded } from '../../server/embedded-messages'
import { silentLog } from '../log/log'
import { settled } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import { ProcessServer, type ServerProcess } from './embedded-server'

type FakeProcess = ServerProcess & {
  readonly posted: readonly ToEmbedded[]
  say(message: FromEmbedded | object): void
  exit(): void
  readonly killed: boolean
}

function createFakeProcess(): FakeProcess {
  const posted: ToEmbedded[] = []
  let heard: (message: unknown) => void = () => undefined
  let left: () => void = () => undefined
  let killed = false
  return {
    posted,
    post: (message) => posted.push(message),
    onMessage: (listener) => (heard = listener),
    onExit: (listener) => (left = listener),
    kill() {
      killed = true
      left()
    },
    get killed() {
      return killed
    },
    say: (message) => heard(message),
    exit: () => left(),
  }
}

function setUp() {
  const timers = createManualTimers()
  const processes: FakeProcess[] = []
  const seen = { crashes: 0 }
  const server = new ProcessServer({
    launch: () => {
      const process = createFakeProcess()
      processes.push(process)
      return process
    },
    after: (ms, run) => timers.after(ms, run),
    pageFolder: '/page',
    crashed: () => (seen.crashes += 1),
    log: silentLog,
  })
  const nth = (n: number): FakeProcess => {
    const process = processes[n]
    if (!process) throw new Error(`no process ${n} was launched`)
    return process
  }
  return { server, timers, nth, seen, launched: () => processes.length }
}

const AT = { host: '127.0.0.1', port: 9000 }
const STARTED = { type: 'started', port: 9000, addresses: [] }

describe('the server inside the app', () => {
  it('is started with its place and the guest page, and says when it is there', async () => {
    const { server, nth } = setUp()
    const starting = server.start(AT)
    await settled()
    expect(nth(0).posted).toEqual([
      { type: 'start', config: { ...AT, origins: [], pageFolder: '/page', stun: [] } },
    ])
    nth(0).say(STARTED)
    expect(await starting).toMatchObject({ ok: true })
    expect(server.runningAt).toEqual(AT)
  })

  it('says why it could not start, and is gone then', async () => {
    const { server, nth, seen } = setUp()
    const starting = server.start(AT)
    await settled()
    nth(0).say({ type: 'failed', code: 'port-taken', port: 9000 })
    nth(0).exit()
    expect(await starting).toMatchObject({ ok: false, code: 'port-taken' })
    expect(server.runningAt).toBeNull()
    expect(seen.crashes).toBe(0)
  })

  it('fails where its process ends before it said anything', async () => {
    const { server, nth, seen } = setUp()
    const starting = server.start(AT)
    await settled()
    nth(0).exit()
    expect(await starting).toMatchObject({ ok: false, code: 'internal' })
    expect(seen.crashes).toBe(0)
  })

  it('fails where it says nothing in time, and is ended by force', async () => {
    const { server, nth, timers } = setUp()
    const starting = server.start(AT)
    await settled()
    nth(0).say({ type: 'nonsense' })
    timers.advance(15_000)
    await settled()
    timers.advance(2_000)
    expect(await starting).toMatchObject({ ok: false, code: 'internal' })
    expect(nth(0).killed).toBe(true)
  })

  it('tells a crash once it had started', async () => {
    const { server, nth, seen } = setUp()
    const starting = server.start(AT)
    await settled()
    nth(0).say(STARTED)
    await starting
    nth(0).exit()
    await settled()
    expect(seen.crashes).toBe(1)
    expect(server.runningAt).toBeNull()
  })

  it('is stopped by asking, without a crash', async () => {
    const { server, nth, seen, timers } = setUp()
    const starting = server.start(AT)
    await settled()
    nth(0).say(STARTED)
    await starting
    const stopping = server.stop()
    expect(nth(0).posted.at(-1)).toEqual({ type: 'stop' })
    nth(0).say({ type: 'stopped' })
    nth(0).exit()
    await stopping
    timers.advance(60_000)
    expect([seen.crashes, nth(0).killed, timers.pending]).toEqual([0, false, 0])
    await server.stop()
  })

  it('ends the old one before a new one starts', async () => {
    const { server, nth, launched } = setUp()
    const first = server.start(AT)
    await settled()
    nth(0).say(STARTED)
    await first
    const second = server.start({ ...AT, port: 9001 })
    await settled()
    expect(launched()).toBe(1)
    nth(0).exit()
    await settled()
    nth(1).say(STARTED)
    expect(await second).toMatchObject({ ok: true })
    expect(server.runningAt?.port).toBe(9001)
  })
})
