import { expect, test } from 'vitest'
import { shortId, shownName, spokenName } from './names'

test.each([
  ['Ben Okafor', 'Ben'],
  ['J Smith', 'J Smith'],
  ['', 'The other side'],
  ['\u202eneB', 'neB'],
])('inside a sentence "%s" is "%s"', (name, spoken) => {
  expect(spokenName(name)).toBe(spoken)
})

test('a long word is cut inside a sentence', () => {
  expect(spokenName('x'.repeat(100))).toBe(`${'x'.repeat(24)}…`)
})

test('a name written from right to left does not turn the sentence around', () => {
  expect(spokenName('محمد')).toBe('\u2068محمد\u2069')
})

test('a heading is never empty', () => {
  expect(shownName('\u200b')).toBe('Not in your contacts')
})

test('an id is shortened to what an eye compares', () => {
  expect(shortId('7f3a9c51d2e84b06a1c3f5d75e2de41b')).toBe('7f3a9c51…5e2de41b')
})
