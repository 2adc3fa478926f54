import { expect, it } from 'vitest'
import { deferred, settled } from '../testing/deferred'
import { createTurns } from './turns'

it('runs one after the other, and goes on after an error', async () => {
  const inTurn = createTurns()
  const order: string[] = []
  const first = deferred<undefined>()
  const one = inTurn(async () => {
    await first.promise
    order.push('one')
    throw new Error('mishap')
  })
  const two = inTurn(() => {
    order.push('two')
    return Promise.resolve(2)
  })
  await settled()
  expect(order).toEqual([])
  first.resolve(undefined)
  await expect(one).rejects.toThrow('mishap')
  expect(await two).toBe(2)
  expect(order).toEqual(['one', 'two'])
})
