import { expect, it } from 'vitest'
import { FADE_MS, fadeIn } from './fade-in'

it('begins softly, but is heard', () => {
  expect(fadeIn(0)).toBe(0.25)
  expect(fadeIn(50)).toBeLessThan(0.27)
})

it('only ever gets louder, and is as loud as it was made in the end', () => {
  const over = Array.from({ length: 40 }, (_, step) => fadeIn(step * 100))
  expect(over).toEqual([...over].sort((one, other) => one - other))
  expect([fadeIn(FADE_MS), fadeIn(FADE_MS * 10)]).toEqual([1, 1])
})
