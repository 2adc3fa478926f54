import { expect, it } from 'vitest'
import { keepSuccess } from './keep-success'

function reader(...outcomes: readonly (string | Error)[]) {
  let reads = 0
  const kept = keepSuccess(() => {
    const outcome = outcomes[reads++]
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
  })
  return { kept, reads: () => reads }
}

it('reads once, for everybody', async () => {
  const { kept, reads } = reader('first', 'second')
  expect(await Promise.all([kept(), kept()])).toEqual(['first', 'first'])
  expect(await kept()).toBe('first')
  expect(reads()).toBe(1)
})

it('tries again after a failure', async () => {
  const { kept } = reader(new Error('busy'), 'second')
  await expect(kept()).rejects.toThrow('busy')
  expect(await kept()).toBe('second')
})

it('reads anew when told to forget', async () => {
  const { kept } = reader('first', 'second')
  await kept()
  kept.forget()
  expect(await kept()).toBe('second')
})
