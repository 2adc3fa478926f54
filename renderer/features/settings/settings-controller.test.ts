import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings'
import { fail, ok } from '../../../shared/result'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { silentLog } from '../../platform/log'
import { createSettingsController } from './settings-controller'
import { createSettingsStore } from './settings-store'

function bench(broken = false) {
  const desktop = createFakeDesktop({
    'settings.read': () => (broken ? fail('disk-failed') : ok({ ...DEFAULT_SETTINGS, name: 'Ana' })),
    'settings.change': (change) =>
      broken ? fail('disk-full') : ok({ ...DEFAULT_SETTINGS, name: change.name ?? '' }),
  })
  const store = createSettingsStore()
  const controller = createSettingsController({ store, desktop, log: silentLog })
  return { clock: createFakeClock(), desktop, store, controller }
}

describe('settings', () => {
  it('are read at the start', async () => {
    const { clock, store } = bench()
    expect(store.getState().loaded).toBe(false)
    await clock.settle()
    expect(store.getState()).toMatchObject({ loaded: true, settings: { name: 'Ana' } })
  })

  it('are the defaults where they can’t be read', async () => {
    const { clock, store } = bench(true)
    await clock.settle()
    expect(store.getState()).toEqual({ loaded: true, settings: DEFAULT_SETTINGS })
  })

  it('are changed where they are kept', async () => {
    const { clock, store, controller } = bench()
    await clock.settle()
    expect((await controller.change({ name: 'Anna' })).ok).toBe(true)
    expect(store.getState().settings.name).toBe('Anna')
  })

  it('stay as they were when that fails, and the asker is told', async () => {
    const { clock, store, controller } = bench(true)
    await clock.settle()
    expect(await controller.change({ name: 'Anna' })).toMatchObject({ ok: false, code: 'disk-full' })
    expect(store.getState().settings.name).toBe('')
  })

  it('follow changes from another window until the end', async () => {
    const { clock, desktop, store, controller } = bench()
    await clock.settle()
    desktop.emit('settings.changed', { ...DEFAULT_SETTINGS, theme: 'dark' })
    expect(store.getState().settings.theme).toBe('dark')
    controller.end()
    desktop.emit('settings.changed', DEFAULT_SETTINGS)
    expect(store.getState().settings.theme).toBe('dark')
  })
})
