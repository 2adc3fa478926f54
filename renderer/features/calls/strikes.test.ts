import { expect, it } from 'vitest'
import { createStrikes, type Strike } from './strikes'

/** How many of them come, one after each pause, until the call ends. */
function until(strike: Strike, pauseMs: number, most: number): number {
  const strikes = createStrikes()
  for (let count = 1; count <= most; count += 1) if (strikes.add(strike, count * pauseMs)) return count
  return Infinity
}

it.each<[Strike, number, number]>([
  ['wrong-state', 0, 51],
  ['frame-malformed', 0, 51],
  // Every ten seconds one is forgotten.
  ['wrong-state', 5_000, 100],
  ['wrong-state', 10_000, Infinity],
  ['rate-limited', 0, 501],
  ['rate-limited', 1_000, Infinity],
  ['unknown-kind', 0, Infinity],
])('%s every %i ms ends the call with number %s', (strike, pauseMs, ending) => {
  expect(until(strike, pauseMs, 2_000)).toBe(ending)
})
