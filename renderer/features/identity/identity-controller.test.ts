import { describe, expect, it } from 'vitest'
import type { IdentityState } from '../../../shared/model/identity'
import { fail, ok, type Result } from '../../../shared/result'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { silentLog } from '../../platform/log'
import { createIdentityController } from './identity-controller'
import { createIdentityStore } from './identity-store'

const ready: IdentityState = {
  status: 'ready',
  id: 'a'.repeat(32),
  key: `B${'A'.repeat(86)}`,
  kept: 'keyring',
}
const unreadable: IdentityState = { status: 'unreadable', detail: 'cut off' }

function bench(first: Result<IdentityState>, then: Result<IdentityState> = ok(ready)) {
  const desktop = createFakeDesktop({
    'identity.read': () => first,
    'identity.retry': () => then,
    'identity.startOver': () => then,
  })
  const store = createIdentityStore()
  const controller = createIdentityController({ store, desktop, log: silentLog })
  return { clock: createFakeClock(), desktop, store, controller }
}

describe('our identity', () => {
  it('is loading until main has said', async () => {
    const { clock, store } = bench(ok(ready))
    expect(store.getState()).toEqual({ status: 'loading' })
    await clock.settle()
    expect(store.getState()).toEqual(ready)
  })

  it('leaves nothing of one state in the next', async () => {
    const { clock, desktop, store } = bench(ok(unreadable))
    await clock.settle()
    desktop.emit('identity.changed', { status: 'locked' })
    expect(store.getState()).toEqual({ status: 'locked' })
  })

  it('that main can’t tell is unreadable, never a new one', async () => {
    const { clock, store } = bench(fail('internal'))
    await clock.settle()
    expect(store.getState()).toEqual({ status: 'unreadable', detail: 'internal' })
  })

  it.each(['retry', 'startOver'] as const)('is what main answers to %s', async (command) => {
    const { clock, store, controller } = bench(ok(unreadable))
    await clock.settle()
    expect(await controller[command]()).toEqual(ok(ready))
    expect(store.getState()).toEqual(ready)
  })

  it('stays as it is when that fails', async () => {
    const { clock, store, controller } = bench(ok(unreadable), fail('identity-unreadable'))
    await clock.settle()
    expect((await controller.retry()).ok).toBe(false)
    expect(store.getState()).toEqual(unreadable)
  })
})
