import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, type TextLink } from './text-links'

const linksOf = (text: string) => partsOf(text).filter((part): part is TextLink => part.is === 'link')

test.each([
  ['https://example.org', 'https://example.org/', 'example.org'],
  ['see http://example.org:8080/a?b=c#d now', 'http://example.org:8080/a?b=c#d', 'example.org:8080'],
  ['www.example.org', 'https://www.example.org/', 'www.example.org'],
  ['(https://example.org/a_(b))', 'https://example.org/a_(b)', 'example.org'],
  ['Is it https://example.org/a?', 'https://example.org/a', 'example.org'],
  ['https://example.org/a, or not…', 'https://example.org/a', 'example.org'],
  ['“https://example.org/a”', 'https://example.org/a', 'example.org'],
  ['HTTPS://EXAMPLE.ORG/A', 'https://example.org/A', 'example.org'],
  // Cyrillic letters that look like others are told apart in the question.
  ['https://ехаmple.org', 'https://xn--mple-43d3a6i.org/', 'xn--mple-43d3a6i.org'],
  ['http://[::1]:9400/', 'http://[::1]:9400/', '[::1]:9400'],
  ['mailto:ana@example.org?subject=Hi', 'mailto:ana@example.org?subject=Hi', 'ana@example.org'],
])('in %s there is one', (text, href, target) => {
  expect(linksOf(text)).toMatchObject([{ href, target }])
})

test.each([
  'example.org',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'parley://call/0',
  'xhttps://example.org',
  'https://',
  'https://intranet',
  'www.',
  'https://user:secret@example.org',
  'https://example.org@evil.example',
  'mailto:',
  'mailto:nobody',
  `https://example.org/${'x'.repeat(3000)}`,
])('in %s there is none', (text) => {
  expect(linksOf(text)).toEqual([])
})

test('several stand among the words, all of which are there', () => {
  const text = 'a https://a.example, b www.b.example.'
  expect(partsOf(text).map((part) => (part.is === 'link' ? `[${part.shown}]` : part.words))).toEqual([
    'a ',
    '[https://a.example]',
    ', b ',
    '[www.b.example]',
    '.',
  ])
})

test('no text loses a character, or takes long', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('https://a.example/', '(((((', '))))', 'www.', 'mailto:a@b.c', '\n', '....'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const whole = partsOf(text).map((part) => (part.is === 'link' ? part.shown : part.words))
      expect(whole.join('')).toBe(text)
    }),
  )
  const start = performance.now()
  partsOf(`https://a.example/${')'.repeat(2000)}`)
  partsOf('https://'.repeat(512))
  expect(performance.now() - start).toBeLessThan(1000)
})
