import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import type { IdentityState } from '../../../shared/model/identity'
import type { HomeServer, Reach } from '../../../shared/model/reach'
import { ok } from '../../../shared/result'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { silentLog } from '../../platform/log'
import { createFakeServer } from '../../rtc/fakes/fake-server'
import type { Signalling } from '../../rtc/signalling'
import { createConnectionController } from './connection-controller'
import { createConnectionStore } from './connection-store'

const ME = '0123456789abcdef0123456789abcdef'
const KEY = `B${'A'.repeat(86)}`
const ready = (id: string): IdentityState => ({ status: 'ready', id, key: KEY, kept: 'keyring' })

function url(text: string): BaseUrl {
  const base = normaliseBaseUrl(text)
  if (!base.ok) throw new Error(base.code)
  return base.value
}
const reachOf = (home: HomeServer): Reach => ({ mode: 'anywhere', home })
const at = (dial: string, advertised = dial): Reach =>
  reachOf({ status: 'ready', dial, advertised, embedded: false, oldLinksBreak: false })

function bench(reach: Reach = at('https://one.example/')) {
  const clock = createFakeClock()
  const desktop = createFakeDesktop({ 'reach.read': () => ok(reach) })
  const servers = new Map<string, ReturnType<typeof createFakeServer>>()
  const opened: Signalling[] = []
  const serverAt = (server: BaseUrl) => {
    const known = servers.get(server) ?? createFakeServer({ clock, url: server })
    servers.set(server, known)
    return known
  }
  const store = createConnectionStore()
  const controller = createConnectionController({
    store,
    desktop,
    log: silentLog,
    openSignalling({ server, peerId }) {
      const signalling = serverAt(server).connect(peerId)
      opened.push(signalling)
      return signalling
    },
  })
  const homes: (Signalling | null)[] = []
  controller.onHome((home) => homes.push(home))
  return { clock, desktop, serverAt, opened, store, controller, homes }
}

describe('home', () => {
  it('is dialled under the plain id once identity and server are known, in either order', async () => {
    const { clock, opened, store, controller, homes } = bench()
    await clock.settle()
    expect(opened).toEqual([])
    expect(store.getState().home).toEqual({ status: 'off' })
    controller.setIdentity({ status: 'locked' })
    expect(opened).toEqual([])
    controller.setIdentity(ready(ME))
    expect(opened.map((signalling) => [signalling.server, signalling.peerId])).toEqual([
      ['https://one.example/', ME],
    ])
    expect(store.getState().home).toEqual({ status: 'connecting', failed: null })
    await clock.advance(1000)
    expect(store.getState()).toMatchObject({ home: { status: 'open' }, serverKind: 'own' })
    expect(homes).toEqual([controller.home()])
  })

  it('is left alone while nothing about it changes', async () => {
    const { clock, desktop, opened, controller } = bench()
    controller.setIdentity(ready(ME))
    await clock.advance(1000)
    desktop.emit('reach.changed', at('https://one.example/', 'https://alias.example/'))
    controller.setIdentity(ready(ME))
    expect(opened).toHaveLength(1)
  })

  it('is made anew when the server changes, and closed when there is none', async () => {
    const { clock, desktop, opened, store, controller, homes } = bench()
    controller.setIdentity(ready(ME))
    await clock.settle()
    desktop.emit('reach.changed', at('https://two.example/'))
    expect(opened.map((signalling) => signalling.state().status)).toEqual(['closed', 'connecting'])
    desktop.emit('reach.changed', reachOf({ status: 'failed', code: 'port-taken', port: 4100 }))
    expect(opened[1]?.state().status).toBe('closed')
    expect(store.getState()).toMatchObject({ home: { status: 'off' }, serverKind: 'unknown', appLink: null })
    expect(homes.at(-1)).toBeNull()
  })

  it('is kept while the server inside this app restarts, so that a running call finds it again', async () => {
    const { clock, desktop, opened, controller } = bench()
    controller.setIdentity(ready(ME))
    await clock.settle()
    desktop.emit('reach.changed', reachOf({ status: 'starting' }))
    desktop.emit('reach.changed', at('https://one.example/'))
    expect(opened).toHaveLength(1)
    expect(controller.home()).toBe(opened[0])
    expect(opened[0]?.state().status).not.toBe('closed')
  })

  it('is made anew with a new identity', async () => {
    const { clock, opened, controller } = bench()
    controller.setIdentity(ready(ME))
    await clock.settle()
    controller.setIdentity(ready('f'.repeat(32)))
    expect(opened.map((signalling) => signalling.peerId)).toEqual([ME, 'f'.repeat(32)])
    expect(opened[0]?.state().status).toBe('closed')
  })

  it('that is down waits, says until when, and is dialled now by a retry', async () => {
    const { clock, serverAt, store, controller } = bench()
    serverAt(url('https://one.example/')).setUp(false)
    controller.setIdentity(ready(ME))
    await clock.advance(1000)
    const { home } = store.getState()
    expect(home).toMatchObject({ status: 'waiting', code: 'server-unreachable' })
    if (home.status === 'waiting') expect(home.retryAtMs).toBeGreaterThan(clock.now())
    controller.retryHome()
    expect(store.getState().home).toEqual({ status: 'connecting', failed: 'server-unreachable' })
  })

  it('that waits is dialled when the machine wakes up', async () => {
    const { clock, desktop, serverAt, store, controller } = bench()
    serverAt(url('https://one.example/')).setUp(false)
    controller.setIdentity(ready(ME))
    await clock.advance(1000)
    desktop.emit('system.woke', { why: 'network' })
    expect(store.getState().home).toEqual({ status: 'connecting', failed: 'server-unreachable' })
  })

  it('that was superseded stays so when the machine wakes up, until the user takes it back', async () => {
    const { clock, desktop, opened, serverAt, store, controller } = bench()
    controller.setIdentity(ready(ME))
    await clock.advance(1000)
    serverAt(url('https://one.example/')).connect(ME)
    await clock.advance(1000)
    expect(store.getState().home).toEqual({ status: 'stopped', code: 'superseded' })
    desktop.emit('system.woke', { why: 'resume' })
    expect(opened[0]?.state().status).toBe('stopped')
    controller.retryHome()
    await clock.advance(1000)
    expect(store.getState().home).toEqual({ status: 'open' })
  })

  it('is closed at the end, and nothing is heard after it', async () => {
    const { clock, desktop, opened, controller } = bench()
    controller.setIdentity(ready(ME))
    await clock.advance(1000)
    controller.end()
    expect(opened[0]?.state().status).toBe('closed')
    desktop.emit('reach.changed', at('https://two.example/'))
    controller.setIdentity(ready(ME))
    expect(opened).toHaveLength(1)
  })
})

describe('our links', () => {
  it('name what is advertised, not what is dialled', async () => {
    const { clock, store, controller } = bench(at('http://127.0.0.1:4100/', 'http://192.168.1.20:4100/'))
    controller.setIdentity(ready(ME))
    await clock.advance(1000)
    expect(store.getState()).toMatchObject({
      appLink: `parley://call/${ME}?server=${encodeURIComponent('http://192.168.1.20:4100/')}`,
      webLink: null,
      webLinkMissing: 'not-secure',
    })
  })

  it('follow an address that changed without a new dial', async () => {
    const { clock, desktop, store, controller } = bench(
      at('http://127.0.0.1:4100/', 'http://192.168.1.20:4100/'),
    )
    controller.setIdentity(ready(ME))
    await clock.advance(1000)
    desktop.emit('reach.changed', at('http://127.0.0.1:4100/', 'http://192.168.1.99:4100/'))
    expect(store.getState().appLink).toContain('192.168.1.99')
    expect(store.getState().home).toEqual({ status: 'open' })
  })
})
