import { expect, it } from 'vitest'
import { deferred, settled } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import { createPaced } from './paced'

function setUp() {
  const timers = createManualTimers()
  const seen = { runs: 0 }
  let work = deferred<undefined>()
  const paced = createPaced(
    async () => {
      seen.runs += 1
      await work.promise
    },
    16,
    (ms, run) => timers.after(ms, run),
  )
  const finish = async (): Promise<void> => {
    const done = work
    work = deferred()
    done.resolve(undefined)
    await settled()
  }
  return { paced, timers, seen, finish }
}

it('does at once what is asked for the first time', () => {
  const { paced, seen } = setUp()
  paced.ask()
  expect(seen.runs).toBe(1)
})

it('does once more what was asked for often meanwhile, after a pause', async () => {
  const { paced, timers, seen, finish } = setUp()
  for (let times = 0; times < 50; times += 1) paced.ask()
  await finish()
  paced.ask()
  timers.advance(15)
  expect(seen.runs).toBe(1)
  timers.advance(1)
  expect(seen.runs).toBe(2)
  await finish()
  timers.advance(16)
  expect(seen.runs).toBe(2)
  paced.ask()
  expect(seen.runs).toBe(3)
})

it('does nothing after its end, and leaves no timer', async () => {
  const { paced, timers, seen, finish } = setUp()
  paced.ask()
  paced.ask()
  await finish()
  paced.end()
  paced.ask()
  timers.advance(100)
  expect([seen.runs, timers.pending]).toEqual([1, 0])
})
