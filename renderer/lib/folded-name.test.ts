import { expect, test } from 'vitest'
import { foldedName } from './folded-name'

test.each([
  ['case', 'ANA MOREIRA', 'Ana Moreira'],
  ['accents', 'Zoë Brónte', 'Zoe Bronte'],
  ['accents made of two characters', 'Zoe\u0308', 'Zoë'],
  ['full width', 'Ａｎａ', 'Ana'],
  ['mathematical letters', '𝐀𝓷𝒂', 'Ana'],
  ['ligatures', 'Stefﬁ', 'Steffi'],
  ['zero-width characters', 'A\u200bn\u200da\u2060', 'Ana'],
  ['soft hyphens', 'A\u00adna', 'Ana'],
  ['bidi overrides', '\u202eAna\u202c', 'Ana'],
  ['spaces', '  Ana \u00a0 Moreira ', 'Ana Moreira'],
  ['full stops and dashes', 'Ana. Moreira-', 'Ana Moreira'],
  ['Cyrillic letters', 'Аnа', 'Ana'],
  ['Greek letters', 'Βοb', 'Bob'],
  ['one stroke', 'PauI', 'Paul'],
  ['digits for letters', 'B0b', 'Bob'],
  ['dotless i', 'Dılan', 'Dilan'],
])('%s makes no other name', (_, one, other) => {
  expect(foldedName(one)).toBe(foldedName(other))
})

test.each([
  ['Ana', 'Anna'],
  ['Ana', 'Ana Moreira'],
  ['Ben', 'Bea'],
  ['Мария', 'Марина'],
  ['محمد', 'احمد'],
  ['Ana 2', 'Ana 3'],
])('%s and %s are two', (one, other) => {
  expect(foldedName(one)).not.toBe(foldedName(other))
})

test.each(['', ' ', '\u200b', '...'])('nothing is left of %j', (name) => {
  expect(foldedName(name)).toBe('')
})
