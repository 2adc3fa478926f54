import { expect, test } from 'vitest'
import { DECLINE_MESSAGES, DEFAULT_SETTINGS } from '../model/settings'
import { text } from './en'
import { declineWords } from './decline-words'

const [first, second, third] = text.incoming.messages

test('there are as many as settings can hold', () => {
  expect(declineWords(DEFAULT_SETTINGS.declineMessages)).toEqual([first, second, third])
  expect(text.incoming.messages).toHaveLength(DECLINE_MESSAGES)
})

test('own words come instead of the table’s, each by itself', () => {
  expect(declineWords(['', 'In a meeting', ' \u200b'])).toEqual([first, 'In a meeting', third])
})
