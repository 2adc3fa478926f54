import { afterEach, describe, expect, it } from 'vitest'
import { startDesktopBus, type DesktopBusOptions } from '../../e2e/desktop/desktop-bus'
import { deferred, settled } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import { systemQuiet, type SystemQuiet } from './system-quiet'

const CALM = Promise.resolve()

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const end of undo.splice(0).reverse()) await end()
})

/** A desktop whose setting is changed by hand. */
function gnome(first: string | null, calm = CALM) {
  const state: { output: string | null | Promise<string>; asked: string[] } = { output: first, asked: [] }
  const timers = createManualTimers()
  const quiet = systemQuiet({
    platform: 'linux',
    env: { XDG_CURRENT_DESKTOP: 'GNOME' },
    ...{ timers, calm },
    run: (program, args) => {
      state.asked.push([program, ...args].join(' '))
      return state.output === 'never' ? new Promise(() => undefined) : Promise.resolve(state.output)
    },
  })
  undo.push(() => quiet.end())
  return { state, timers, quiet }
}

async function onBus(options: DesktopBusOptions): Promise<SystemQuiet> {
  const bus = await startDesktopBus({ tray: false, ...options })
  const quiet = systemQuiet({ platform: 'linux', env: bus.env, calm: CALM })
  undo.push(
    () => bus.stop(),
    () => quiet.end(),
  )
  return quiet
}

describe('the desktop’s do-not-disturb', () => {
  it('is read from its settings', async () => {
    const { quiet, state } = gnome('false\n')
    expect(await quiet.read()).toBe('quiet')
    expect(state.asked[0]).toBe('gsettings get org.gnome.desktop.notifications show-banners')
  })

  it('is known at once as it was read last, and asked anew', async () => {
    const { quiet, state } = gnome('false')
    expect(quiet.isQuiet()).toBe(false)
    await settled()
    state.output = 'true'
    expect(quiet.isQuiet()).toBe(true)
    await settled()
    expect(quiet.isQuiet()).toBe(false)
  })

  it('is not asked before what the window waits for is done, unless somebody wants to know', async () => {
    const { promise, resolve } = deferred<undefined>()
    const { quiet, state } = gnome('false', promise)
    await settled()
    expect(state.asked).toHaveLength(0)
    resolve(undefined)
    await settled()
    expect(state.asked).toHaveLength(1)
    expect(quiet.isQuiet()).toBe(true)
  })

  it('is read again every 30 s, until the end', async () => {
    const { quiet, state, timers } = gnome('true')
    await settled()
    state.output = 'false'
    timers.advance(30_000)
    await settled()
    expect(quiet.isQuiet()).toBe(true)
    await settled()
    const asked = state.asked.length
    quiet.end()
    timers.advance(90_000)
    expect(state.asked).toHaveLength(asked)
  })

  it('is unknown, and not quiet, when it isn’t told in time', async () => {
    const { quiet, timers } = gnome('never')
    const answer = quiet.read()
    timers.advance(2_000)
    expect(await answer).toBe('unknown')
    expect(quiet.isQuiet()).toBe(false)
  })

  it('is waited for where the machine is busy, also by who asks while a ring has just asked', async () => {
    const { quiet, state, timers } = gnome('false')
    await settled()
    const late = deferred<string>()
    state.output = late.promise
    quiet.isQuiet()
    const answer = quiet.read()
    timers.advance(1_500)
    late.resolve('true')
    expect(await answer).toBe('not-quiet')
  })

  it('is unknown without its program', async () => {
    const quiet = systemQuiet({
      platform: 'linux',
      env: { XDG_CURRENT_DESKTOP: 'GNOME', PATH: '/nonexistent' },
      calm: CALM,
    })
    undo.push(() => quiet.end())
    expect(await quiet.read()).toBe('unknown')
  })

  it.each([
    [{ daemon: { inhibited: true } }, 'quiet'],
    [{ daemon: { inhibited: false } }, 'not-quiet'],
    [{ daemon: null }, 'unknown'],
    [{ daemon: { holds: ['Get'] } }, 'unknown'],
  ] as const)('is read from its notification service %#', async (options, answer) => {
    expect(await (await onBus(options)).read()).toBe(answer)
  })

  it('is unknown without a bus, and on other systems', async () => {
    expect(await systemQuiet({ platform: 'linux', env: {}, calm: CALM }).read()).toBe('unknown')
    for (const platform of ['win32', 'darwin'] as const) {
      const quiet = systemQuiet({ platform, env: {}, calm: CALM })
      expect(await quiet.read()).toBe('unknown')
      expect(quiet.isQuiet()).toBe(false)
    }
  })
})
