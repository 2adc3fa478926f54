import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { settled } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import { collectFacts, type FactSources } from './collect-facts'

const DESK = { id: 'desk', label: 'Desk' }

function bench(change: Partial<FactSources> = {}) {
  const timers = createManualTimers()
  const asked: (string | null)[] = []
  const sources: FactSources = {
    login: () => Promise.resolve({ is: 'on' }),
    tray: () => true,
    abilities: () => Promise.resolve({ server: 'Recording', actions: true, persistence: false }),
    quiet: () => 'by-hand',
    systemQuiet: () => Promise.resolve('not-quiet'),
    settings: () => ({ ...DEFAULT_SETTINGS, devices: { ...DEFAULT_SETTINGS.devices, ringer: DESK } }),
    devices: () => ({ choices: [DESK], wished: DESK }),
    mute(label) {
      asked.push(label)
      return Promise.resolve('muted')
    },
    after: (ms, run) => timers.after(ms, run),
    ...change,
  }
  return { timers, asked, facts: collectFacts(sources) }
}

it('are read of the chosen ringer and of the system', async () => {
  const { facts, asked, timers } = bench()
  expect(await facts).toMatchObject({
    ...{ login: { is: 'on' }, tray: true, quiet: 'by-hand', systemQuiet: 'not-quiet' },
    ringer: { wished: DESK, choices: [DESK], mute: 'muted' },
  })
  expect(asked).toEqual(['Desk'])
  expect(timers.pending).toBe(0)
})

it('are not waited for where a system hangs or fails: what isn’t known is said so', async () => {
  const never = new Promise<never>(() => undefined)
  const { facts, timers } = bench({
    login: () => never,
    abilities: () => never,
    systemQuiet: () => Promise.reject(new Error('gone')),
    mute: () => never,
  })
  await settled()
  timers.advance(4_000)
  expect(await facts).toMatchObject({
    login: { is: 'off', why: 'not-told' },
    notifications: { server: null },
    systemQuiet: 'unknown',
    ringer: { mute: 'unknown' },
  })
})
