import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { ok } from '../../../shared/result'
import type { SendTrouble } from '../../../shared/model/self-test'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { silentLog } from '../../platform/log'
import { createFakeServer } from '../../rtc/fakes/fake-server'
import type { Signalling } from '../../rtc/signalling'
import { createSelfTestController } from './self-test-controller'
import { createSelfTestStore } from './self-test-store'

const VALUE = 'a'.repeat(32)

function bench({ hasHome = true, trouble = null as SendTrouble | null } = {}) {
  const clock = createFakeClock()
  const url = normaliseBaseUrl('https://one.example/')
  if (!url.ok) throw new Error('not a base URL')
  const home = createFakeServer({ clock, url: url.value }).connect('b'.repeat(32))
  const desktop = createFakeDesktop({
    'selftest.read': () => ok({ is: 'counting', leftMs: 4_000 }),
    'selftest.begin': () => ok({ refused: 'in-call' }),
    'selftest.cancel': () => ok(undefined),
    'selftest.notSent': () => ok(undefined),
    'selftest.returned': () => ok(undefined),
  })
  const store = createSelfTestStore()
  const sent: string[] = []
  const heard = new Map<Signalling, (value: string) => void>()
  const controller = createSelfTestController({
    ...{ store, desktop, clock, log: silentLog, home: () => (hasHome ? home : null) },
    post: {
      send: (_, value) => {
        sent.push(value)
        return Promise.resolve(trouble)
      },
      listen(to, returned) {
        heard.set(to, returned)
        return () => void heard.delete(to)
      },
    },
  })
  return { clock, home, desktop, store, sent, heard, controller }
}

describe('the page’s part in the self-test', () => {
  it('sends what main has made, once', async () => {
    const { desktop, sent, clock } = bench()
    desktop.emit('selftest.send', { value: VALUE })
    await clock.settle()
    expect([sent, desktop.asked('selftest.notSent')]).toEqual([[VALUE], []])
  })

  it.each([
    [{ hasHome: false }, 'not-connected'],
    [{ trouble: 'not-taken' as const }, 'not-taken'],
  ])('says why it couldn’t: %o', async (options, why) => {
    const { desktop, clock } = bench(options)
    desktop.emit('selftest.send', { value: VALUE })
    await clock.settle()
    expect(desktop.asked('selftest.notSent')).toEqual([{ value: VALUE, why }])
  })

  it('tells main of what comes back, from the server that is home now', () => {
    const { controller, desktop, heard, home } = bench()
    controller.follow(home)
    heard.get(home)?.(VALUE)
    expect(desktop.asked('selftest.returned')).toEqual([{ value: VALUE }])
    controller.follow(null)
    expect(heard.size).toBe(0)
  })

  it('knows how far it is, also where the page came later', async () => {
    const { store, clock, desktop } = bench()
    await clock.settle()
    expect(store.getState()).toMatchObject({ test: { is: 'counting' }, ringsAtMs: 4_000 })
    desktop.emit('selftest.changed', { is: 'running', part: 'ringing' })
    expect(store.getState()).toMatchObject({ test: { is: 'running' }, ringsAtMs: null })
  })

  it('keeps why it didn’t begin until something changes', async () => {
    const { controller, store, clock, desktop } = bench()
    controller.begin()
    await clock.settle()
    expect(store.getState().refused).toBe('in-call')
    desktop.emit('selftest.changed', { is: 'idle' })
    expect(store.getState().refused).toBeNull()
    controller.cancel()
    expect(desktop.asked('selftest.cancel')).toHaveLength(1)
  })
})
