import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { takenBySquirrel } from './taken-by-squirrel'

it('is ready only once the system’s own updater has it', async () => {
  const native = new EventEmitter()
  let isReady = false
  const taken = takenBySquirrel(native).then(() => (isReady = true))
  native.emit('update-available')
  await Promise.resolve()
  expect(isReady).toBe(false)
  native.emit('update-downloaded')
  await taken
  expect(native.listenerCount('error')).toBe(0)
})

it('is none where that refuses it, as without a signature', async () => {
  const native = new EventEmitter()
  const taken = takenBySquirrel(native)
  native.emit('error', new Error('Could not get code signature for running application'))
  await expect(taken).rejects.toThrow('code signature')
  expect(native.listenerCount('update-downloaded')).toBe(0)
})
