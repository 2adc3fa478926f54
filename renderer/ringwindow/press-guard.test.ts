import { expect, it } from 'vitest'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { createPressGuard, GUARD_MS } from './press-guard'

it('takes no press before what is pressed has been there for long enough to be meant', async () => {
  const clock = createFakeClock()
  const guard = createPressGuard(clock)
  expect([guard.mayPress(), guard.isThere]).toEqual([false, false])
  guard.appeared()
  expect([guard.mayPress(), guard.isThere]).toEqual([false, true])
  await clock.advance(GUARD_MS - 1)
  expect(guard.mayPress()).toBe(false)
  await clock.advance(1)
  expect(guard.mayPress()).toBe(true)
})

it('begins anew where something else is there, and ends where nothing is', async () => {
  const clock = createFakeClock()
  const guard = createPressGuard(clock)
  guard.appeared()
  await clock.advance(GUARD_MS)
  guard.appeared()
  expect(guard.mayPress()).toBe(false)
  await clock.advance(GUARD_MS)
  guard.gone()
  expect(guard.mayPress()).toBe(false)
})
