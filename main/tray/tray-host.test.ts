import { describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { startBusProcess } from '../../e2e/desktop/bus-process'
import { fail, ok } from '../../shared/result'
import { silentLog } from '../log/log'
import { openBus, type Bus, type BusOptions } from '../system/session-bus'
import { after } from '../system/timers'
import { createManualTimers } from '../testing/manual-timers'
import { FakeWatcher, type Answer } from './testing/fake-watcher'
import { watchTrayHost, type TrayHostOptions } from './tray-host'
import { concernsHost, HOST_RULES, isHostThere, WATCHER, WATCHER_PATH } from './tray-host-rules'

describe('a tray that can show us', () => {
  test.each([
    ['a watcher with a panel', { owner: ':1.7', registered: true }, true],
    ['a watcher without a panel', { owner: ':1.7', registered: false }, false],
    ['a watcher that doesn’t say', { owner: ':1.7', registered: null }, false],
    ['a watcher that says something else', { owner: ':1.7', registered: 'true' }, false],
    ['no watcher', { owner: null, registered: true }, false],
  ])('with %s', (_, facts, there) => {
    expect(isHostThere(facts)).toBe(there)
  })

  test.each([
    [WATCHER, 'StatusNotifierHostRegistered', [], true],
    [WATCHER, 'StatusNotifierHostUnregistered', [], true],
    [WATCHER, 'StatusNotifierItemRegistered', [':1.9'], false],
    ['org.freedesktop.DBus', 'NameOwnerChanged', [WATCHER, '', ':1.7'], true],
    ['org.freedesktop.DBus', 'NameOwnerChanged', ['org.example', '', ':1.7'], false],
    ['org.freedesktop.DBus', 'NameAcquired', [':1.4'], false],
  ])('%s %s %j is a reason to ask again: %s', (from, member, body, concerns) => {
    expect(concernsHost({ interface: from, member, body })).toBe(concerns)
  })

  it.each(['win32', 'darwin'])('is always there on %s, and no bus is looked for', async (platform) => {
    const host = watchTrayHost({ platform, openBus: () => expect.fail(), after, log: silentLog })
    await host.asked
    expect(host.isThere()).toBe(true)
  })
})

type Listener = Pick<BusOptions, 'heard' | 'lost'>
const said = (...body: readonly unknown[]) => ({ sender: ':1.7', body })

/** A bus whose watcher says what it is told to. */
function fakeBus(answers: { owned: boolean; registered: unknown; silent?: boolean }) {
  const asked: string[] = []
  let options: Listener | null = null
  const bus: Bus = {
    ask: async ({ member, destination }) => {
      asked.push(`${member} of ${destination}`)
      if (member === 'GetNameOwner') return answers.owned ? ok(said(':1.7')) : fail('nobody')
      return answers.silent ? fail('no-answer') : ok(said(answers.registered))
    },
    listen: async (rule) => {
      asked.push(rule)
      return ok(said())
    },
    end: () => void asked.push('end'),
  }
  return {
    asked,
    openBus: async (given: Listener) => {
      options = given
      return bus
    },
    signal: () =>
      options?.heard({
        ...said(),
        path: WATCHER_PATH,
        interface: WATCHER,
        member: 'StatusNotifierHostRegistered',
      }),
    lose: () => options?.lost('ended'),
  }
}

describe('watching for a tray', () => {
  const watch = (bus: Pick<TrayHostOptions, 'openBus'>, timers = createManualTimers()) => {
    const host = watchTrayHost({
      platform: 'linux',
      openBus: bus.openBus,
      after: (ms, run) => timers.after(ms, run),
      log: silentLog,
    })
    const heard: boolean[] = []
    host.onChange((there) => heard.push(there))
    return { host, heard, timers }
  }

  it('listens before it asks, and asks nobody who would be started for it', async () => {
    const bus = fakeBus({ owned: true, registered: true })
    const { host, heard } = watch(bus)
    await host.asked
    expect(bus.asked).toEqual([...HOST_RULES, 'GetNameOwner of org.freedesktop.DBus', 'Get of :1.7'])
    expect([host.isThere(), heard]).toEqual([true, [true]])
  })

  it('without a bus there is none', async () => {
    const { host, heard } = watch({ openBus: async () => null })
    await host.asked
    expect([host.isThere(), heard]).toEqual([false, []])
  })

  it('a bus that is lost has none any more', async () => {
    const bus = fakeBus({ owned: true, registered: true })
    const { host, heard } = watch(bus)
    await host.asked
    bus.lose()
    expect([host.isThere(), heard]).toEqual([false, [true, false]])
  })

  it('a watcher that is too busy to answer is asked again later', async () => {
    const answers = { owned: true, registered: true, silent: true }
    const bus = fakeBus(answers)
    const { host, heard, timers } = watch(bus)
    await host.asked
    expect(host.isThere()).toBe(false)
    answers.silent = false
    timers.advance(10_000)
    await vi.waitFor(() => expect(heard).toEqual([true]))
    expect(timers.pending).toBe(0)
  })

  it('a burst of signals is asked about once more, not once each', async () => {
    const bus = fakeBus({ owned: true, registered: true })
    const { host } = watch(bus)
    await host.asked
    const before = bus.asked.length
    for (let n = 0; n < 50; n += 1) bus.signal()
    await vi.waitFor(() => expect(bus.asked.length).toBeGreaterThanOrEqual(before + 4))
    expect(bus.asked.length).toBe(before + 4)
  })

  it('after its end nothing is told, and the bus is left', async () => {
    const bus = fakeBus({ owned: true, registered: true })
    const { host, heard } = watch(bus)
    await host.asked
    host.end()
    host.end()
    bus.signal()
    bus.lose()
    expect(heard).toEqual([true])
    expect(bus.asked.filter((line) => line === 'end')).toHaveLength(1)
  })
})

const sessionBusOf =
  (env: Readonly<Record<string, string>>): TrayHostOptions['openBus'] =>
  (options) =>
    openBus({ kind: 'session', env, ...options })

describe('on a real bus', () => {
  async function begin(answer: Answer | null) {
    const bus = await startBusProcess()
    onTestFinished(() => bus.stop())
    const watcher = answer === null ? null : await FakeWatcher.start(bus.address, answer)
    onTestFinished(() => watcher?.end())
    const env = { DBUS_SESSION_BUS_ADDRESS: bus.address }
    const host = watchTrayHost({ platform: 'linux', openBus: sessionBusOf(env), after, log: silentLog })
    onTestFinished(host.end)
    await host.asked
    return { bus, watcher, host }
  }

  test.each<[Answer | null, boolean]>([
    [null, false],
    [true, true],
    [false, false],
    ['unknown-property', false],
  ])('a watcher that answers %s', async (answer, there) => {
    const { host } = await begin(answer)
    expect(host.isThere()).toBe(there)
  })

  it('a panel that comes and goes is heard', async () => {
    const { host, watcher } = await begin(false)
    watcher?.panel(true)
    await vi.waitFor(() => expect(host.isThere()).toBe(true), 10_000)
    watcher?.panel(false)
    await vi.waitFor(() => expect(host.isThere()).toBe(false), 10_000)
  })

  it('a watcher that comes after the start, and goes, is heard', async () => {
    const { host, bus } = await begin(null)
    const watcher = await FakeWatcher.start(bus.address, true)
    await vi.waitFor(() => expect(host.isThere()).toBe(true), 10_000)
    watcher.end()
    await vi.waitFor(() => expect(host.isThere()).toBe(false), 10_000)
  })

  it('without an address, or with one where nothing listens, there is none', async () => {
    for (const env of [{}, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }]) {
      const host = watchTrayHost({ platform: 'linux', openBus: sessionBusOf(env), after, log: silentLog })
      await host.asked
      expect(host.isThere()).toBe(false)
      host.end()
    }
  })
})
