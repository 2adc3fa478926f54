import { expect, it } from 'vitest'
import { createBarReturns } from './bar-returns'

it('comes back three times within a minute, then sharing is stopped', () => {
  const lost = createBarReturns(() => 0)
  expect([lost(), lost(), lost(), lost()]).toEqual([
    'comes-back',
    'comes-back',
    'comes-back',
    'stops-sharing',
  ])
})

it('comes back as often as it is lost once in a while', () => {
  let now = 0
  const lost = createBarReturns(() => now)
  for (let times = 0; times < 20; times += 1) {
    expect(lost()).toBe('comes-back')
    now += 20_001
  }
})
