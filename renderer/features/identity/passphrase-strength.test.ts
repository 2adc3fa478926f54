import { expect, test } from 'vitest'
import { passphraseBits, passphraseStrength } from './passphrase-strength'

test.each([
  ['aaaaaaaaaaaa', 'weak'],
  ['123456789012', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['password1234', 'weak'],
  ['Passwort2024!', 'weak'],
  ['qwertzuiop12', 'weak'],
  ['cheese cheese cheese', 'weak'],
  ['', 'weak'],
  ['three blind mice', 'fair'],
  ['correct horse battery staple', 'good'],
  ['kT9#vQ2$Lx7!', 'good'],
  ['six cheeses in 14 baskets at noon', 'strong'],
  ['пять сыров в шести корзинах', 'good'],
])('“%s” is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength)
})

test('more is never weaker', () => {
  const whole = 'six cheeses in 14 baskets'
  const bits = Array.from(whole, (_char, at) => passphraseBits(whole.slice(0, at + 1)))
  expect(bits.filter((value, at) => value < (bits[at - 1] ?? 0) - 0.001)).toEqual([])
})

test('a very long one is measured at once', () => {
  expect(passphraseStrength('ab1 '.repeat(64))).toBe('weak')
})
