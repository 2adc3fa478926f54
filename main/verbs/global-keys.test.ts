import { describe, expect, it } from 'vitest'
import type { GlobalKeysState } from '../../shared/model/global-keys'
import type { Verb } from '../../shared/model/verbs'
import { silentLog } from '../log/log'
import { planKeys } from './global-key-rules'
import { createGlobalKeys } from './global-keys'

const [A, D, M] = ['Ctrl+Alt+A', 'Ctrl+Alt+D', 'Ctrl+Alt+M']
const none = { accept: null, decline: null, mute: null }

describe('which keys are asked for', () => {
  const register = (accelerator: string) => ({ is: 'register', accelerator })
  it.each([
    [none, true, ['none', 'none', 'none']],
    [{ ...none, decline: D }, true, ['none', register(D), 'none']],
    [{ accept: A, decline: D, mute: M }, true, [register(A), register(D), register(M)]],
    [{ accept: A, decline: A, mute: A }, true, [register(A), 'twice', 'twice']],
    [{ ...none, accept: A }, false, ['not-here', 'none', 'none']],
  ])('%j, possible: %s: %j', (wanted, possible, plans) => {
    const { accept, decline, mute } = planKeys(wanted, possible)
    const short = [accept, decline, mute].map((plan) => (plan.is === 'register' ? plan : plan.is))
    expect(short).toEqual(plans)
  })
})

function bench(taken: readonly string[] = [], possible = true) {
  const held = new Map<string, () => void>()
  const done: Verb[] = []
  const told: GlobalKeysState[] = []
  const keys = createGlobalKeys({
    shortcuts: {
      register(accelerator, pressed) {
        if (accelerator === 'X+X') throw new TypeError('no accelerator')
        if (taken.includes(accelerator) || held.has(accelerator)) return false
        held.set(accelerator, pressed)
        return true
      },
      unregister: (accelerator) => void held.delete(accelerator),
    },
    possible,
    doVerb: (verb) => done.push(verb),
    changed: (state) => told.push(state),
    log: silentLog,
  })
  return { keys, done, told, held, press: (accelerator: string) => held.get(accelerator)?.() }
}

describe('global keys', () => {
  it('do what they stand for', () => {
    const { keys, done, press } = bench()
    keys.follow({ accept: A, decline: D, mute: M })
    expect(keys.read()).toEqual({ accept: 'works', decline: 'works', mute: 'works' })
    press(A)
    press(D)
    press(M)
    expect(done).toEqual([
      { verb: 'accept', video: null },
      { verb: 'decline' },
      { verb: 'toggle-microphone' },
    ])
  })

  it('follow the settings, and nothing is kept that isn’t wanted', () => {
    const { keys, held } = bench()
    keys.follow({ ...none, accept: A, decline: D })
    keys.follow({ ...none, accept: D })
    expect([...held.keys()]).toEqual([D])
    keys.follow(none)
    expect(held.size).toBe(0)
  })

  it('say what became of each, only where something changed', () => {
    const { keys, told } = bench([D])
    keys.follow(none)
    keys.follow({ accept: A, decline: D, mute: A })
    keys.follow({ accept: A, decline: D, mute: A })
    expect(told).toEqual([{ accept: 'works', decline: 'taken', mute: 'twice' }])
  })

  it('that the system doesn’t know are not possible, and the others work', () => {
    const { keys } = bench()
    keys.follow({ accept: 'X+X', decline: D, mute: null })
    expect(keys.read()).toEqual({ accept: 'not-here', decline: 'works', mute: 'none' })
  })

  it('are not even tried where no program gets them', () => {
    const { keys, held } = bench([], false)
    keys.follow({ ...none, mute: M })
    expect(keys.read().mute).toBe('not-here')
    expect(held.size).toBe(0)
  })

  it('rest while others are chosen', () => {
    const { keys, held } = bench()
    keys.follow({ ...none, mute: M })
    keys.pause(true)
    expect(held.size).toBe(0)
    keys.follow({ ...none, mute: A })
    expect(held.size).toBe(0)
    keys.pause(false)
    expect([...held.keys()]).toEqual([A])
  })

  it('are given back at the end', () => {
    const { keys, held } = bench()
    keys.follow({ accept: A, decline: D, mute: M })
    keys.end()
    expect(held.size).toBe(0)
  })
})
