import { expect, it, vi } from 'vitest'
import { beginAfterWindow } from './after-window'
import { deferred, settled } from './testing/deferred'

function world() {
  const [identity, calm] = [deferred<Promise<void> | undefined>(), deferred<undefined>()]
  const parts = { beginUpdates: vi.fn<() => void>(), takeLinks: vi.fn<() => void>() }
  const begun = beginAfterWindow({ ...parts, identity: identity.promise, calm: calm.promise })
  return { identity, calm, begun, ...parts }
}

it('looks for updates once the key is there; links come when the window has what it needs', async () => {
  const { identity, calm, begun, beginUpdates, takeLinks } = world()
  await settled()
  expect(beginUpdates).not.toHaveBeenCalled()
  identity.resolve(undefined)
  await settled()
  expect(beginUpdates).toHaveBeenCalledOnce()
  expect(takeLinks).not.toHaveBeenCalled()
  calm.resolve(undefined)
  await begun
  expect(takeLinks).toHaveBeenCalledOnce()
})

it('doesn’t wait for a keyring that waits for its user', async () => {
  const { calm, beginUpdates, takeLinks } = world()
  calm.resolve(undefined)
  await settled()
  expect(beginUpdates).toHaveBeenCalledOnce()
  expect(takeLinks).toHaveBeenCalledOnce()
})

it('hands on what went wrong with the key, also late', async () => {
  const { identity, calm, begun } = world()
  calm.resolve(undefined)
  await settled()
  identity.resolve(Promise.reject(new Error('no random numbers')))
  await expect(begun).rejects.toThrow('no random numbers')
})
