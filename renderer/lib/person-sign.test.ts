import { expect, test } from 'vitest'
import { initials, TINTS, tintOf } from './person-sign'

test.each([
  ['Ana Moreira', 'AM'],
  ['Maximiliane-Henriette von Oldenburg-Wassermann', 'MO'],
  ['ben', 'B'],
  ['👩‍🚀 Zoë', '👩‍🚀Z'],
  ['محمد عبد', 'مع'],
  ['!!', '?'],
  ['', '?'],
])('the initials of "%s" are "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('a tint follows from the id alone', () => {
  const tints = Array.from({ length: 60 }, (_, n) => tintOf(String(n).repeat(8)))
  expect(Math.min(...tints)).toBeGreaterThanOrEqual(1)
  expect(new Set(tints).size).toBe(TINTS)
  expect(tintOf('b41b')).toBe(tintOf('b41b'))
})
