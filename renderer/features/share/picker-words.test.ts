import { expect, test } from 'vitest'
import { DEFAULT_MANNER, type ShareAbilities } from '../../../shared/model/share'
import { pickerWords } from '../../../shared/text/en-picker'
import { needWords, noSoundWhy } from './picker-words'

const abilities: ShareAbilities = {
  picker: 'own',
  systemSound: { is: 'available' },
  bar: true,
  hidesOwnWindows: true,
  border: { screen: 'ours', window: 'ours' },
}

test("the system's sound never goes along with one window", () => {
  expect(noSoundWhy(abilities, 'window')).toBe(pickerWords.noSound.window)
  expect(noSoundWhy(abilities, 'screen')).toBeNull()
})

test('where the system has no sound to share, the reason is its own', () => {
  const echo = { ...abilities, systemSound: { is: 'unavailable', why: 'would-echo' } } as const
  expect(noSoundWhy(echo, 'window')).toBe(pickerWords.noSound['would-echo'])
})

test.each([
  [null, /^Needs about 1\sMb\/s\.$/],
  [6_000_000, /^Needs about 1\sMb\/s\. You have about 6\.$/],
  [700_000, /^Needs about 1\sMb\/s\. You have about 0\.7, so/],
])('with a line of %s it says what is needed', (availableBps, words) => {
  expect(needWords(DEFAULT_MANNER, { width: 1920, height: 1080 }, availableBps)).toMatch(words)
})
