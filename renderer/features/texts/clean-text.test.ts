import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_TEXT_CHARS } from '../../../shared/protocol/call-messages'
import { cleanText, firstWords } from './clean-text'

test.each([
  ['plain words', 'See you at 8', 'See you at 8'],
  ['line breaks of every kind', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
  ['a tab', 'a\tb', 'a  b'],
  ['controls', 'a\u0000b\u001b[31mc\u007f', 'ab[31mc'],
  ['an override', 'photo\u202egnp.exe', 'photognp.exe'],
  ['isolates and marks', '\u2067a\u2069\u200e\u200fb\u061c', 'ab'],
  ['what nobody sees', 'a\u200b\u2060\ufeffb', 'ab'],
  ['half a pair', 'a\ud83db', 'ab'],
  ['a hole of empty lines', 'a\n\n\n\n\n\nb', 'a\n\n\nb'],
  ['spaces around', ' \n a \n ', 'a'],
  ['nothing', '\u200b \n', ''],
])('%s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

test.each(['👩‍🚀', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '❤️', '🇵🇹', 'می‌خواهم', 'क्‍ष', 'שלום, world', 'مرحبا'])(
  '%s stays whole',
  (text) => {
    expect(cleanText(text)).toBe(text)
  },
)

test('marks cannot climb over other lines', () => {
  expect(cleanText(`a${'\u0301'.repeat(200)}`)).toHaveLength(5)
})

test('whatever comes is bounded, and clean the second time too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), (text) => {
      const clean = cleanText(text)
      expect(clean.length).toBeLessThanOrEqual(MAX_TEXT_CHARS)
      expect(clean).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      expect(cleanText(clean)).toBe(clean)
    }),
  )
})

test('a text is cut where a message would not take more', () => {
  expect(cleanText('x'.repeat(5000))).toHaveLength(MAX_TEXT_CHARS)
  expect(cleanText('👍'.repeat(2100))).toHaveLength(MAX_TEXT_CHARS)
  expect(cleanText(`x${'👍'.repeat(2100)}`)).toHaveLength(MAX_TEXT_CHARS - 1)
})

test.each([
  ['short', 'Hello', 'Hello'],
  ['of two lines', 'Hello\nthere', 'Hello…'],
  ['long', 'x'.repeat(200), `${'x'.repeat(80)}…`],
])('the first words of a text that is %s', (_, text, first) => {
  expect(firstWords(text)).toBe(first)
})
