import { expect, it } from 'vitest'
import { FIRST_PORT, LAST_PORT, choosePort } from './choose-port'

const sequence = (values: readonly number[]) => {
  let at = 0
  return () => values[at++ % values.length] ?? 0
}

it('stays in its range at both ends', async () => {
  const all = { isFree: () => Promise.resolve(true), except: 0 }
  expect(await choosePort({ ...all, random: () => 0 })).toBe(FIRST_PORT)
  expect(await choosePort({ ...all, random: () => 0.999999999 })).toBe(LAST_PORT)
})

it('passes over ports that are taken, and the one to leave', async () => {
  const port = await choosePort({
    random: sequence([0, 0.0001, 0.0002]),
    isFree: (tried) => Promise.resolve(tried !== FIRST_PORT + 1),
    except: FIRST_PORT,
  })
  expect(port).toBe(FIRST_PORT + 2)
})

it('gives up after a while', async () => {
  let tries = 0
  const isFree = (): Promise<boolean> => {
    tries += 1
    return Promise.resolve(false)
  }
  expect(await choosePort({ random: Math.random, isFree, except: 0 })).toBeNull()
  expect(tries).toBeLessThanOrEqual(20)
})
