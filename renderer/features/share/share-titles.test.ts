import { expect, test } from 'vitest'
import { text } from '../../../shared/text/en'
import { shownTitle, spokenTitle } from './share-titles'

test('a title is never empty, and never long inside a sentence', () => {
  expect(shownTitle('', 'window')).toBe(text.share.untitled.window)
  expect(spokenTitle('a'.repeat(300), 'window')).toBe(`${'a'.repeat(48)}…`)
})

test('a title written the other way does not turn its sentence', () => {
  expect(spokenTitle('ميزانية', 'window')).toBe('\u2068ميزانية\u2069')
})
