import { expect, test } from 'vitest'
import { DEFAULT_MANNER, type ShareAbilities } from '../../../shared/model/share'
import { text } from '../../../shared/text/en'
import { needWords, noSoundWhy, shownTitle, spokenTitle } from './picker-words'

const abilities: ShareAbilities = {
  picker: 'own',
  systemSound: { is: 'available' },
  bar: true,
  hidesOwnWindows: true,
  border: { screen: 'ours', window: 'ours' },
}

test('a title is never empty, and never long inside a sentence', () => {
  expect(shownTitle('', 'window')).toBe(text.share.untitled.window)
  expect(spokenTitle('a'.repeat(300), 'window')).toBe(`${'a'.repeat(48)}…`)
})

test('a title written the other way does not turn its sentence', () => {
  expect(spokenTitle('ميزانية', 'window')).toBe('\u2068ميزانية\u2069')
})

test("the system's sound never goes along with one window", () => {
  expect(noSoundWhy(abilities, 'window')).toBe(text.picker.noSound.window)
  expect(noSoundWhy(abilities, 'screen')).toBeNull()
})

test('where the system has no sound to share, the reason is its own', () => {
  const echo = { ...abilities, systemSound: { is: 'unavailable', why: 'would-echo' } } as const
  expect(noSoundWhy(echo, 'window')).toBe(text.picker.noSound['would-echo'])
})

test.each([
  [null, /^Needs about 1\sMb\/s\.$/],
  [6_000_000, /^Needs about 1\sMb\/s\. You have about 6\.$/],
  [700_000, /^Needs about 1\sMb\/s\. You have about 0\.7, so/],
])('with a line of %s it says what is needed', (availableBps, words) => {
  expect(needWords(DEFAULT_MANNER, { width: 1920, height: 1080 }, availableBps)).toMatch(words)
})
