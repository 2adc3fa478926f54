import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName } from './clean-name'

describe('a name from elsewhere', () => {
  it.each([
    ['stays as it is', 'Žofia O’Brien 李雷', 'Žofia O’Brien 李雷'],
    ['loses controls', 'Ana\u0000\u0007\u001b[31m', 'Ana [31m'],
    ['loses line breaks', 'Ana\r\nBen\u2028\u2029Cy', 'Ana Ben Cy'],
    ['loses bidi overrides', 'Ana\u202enaB\u202c', 'Ana naB'],
    ['loses bidi isolates and marks', '\u2066Ana\u2069\u200f\u200e\u061c', 'Ana'],
    ['loses zero-width characters', 'A\u200bna\ufeff', 'A na'],
    ['keeps joined emoji', '👩‍👧 Ana', '👩‍👧 Ana'],
    ['keeps joiners inside a word', 'نام\u200cه', 'نام\u200cه'],
    ['loses a joiner that joins nothing', 'Ana \u200d', 'Ana'],
    ['loses lone surrogates', 'A\ud800na', 'A na'],
    ['keeps few marks and drops a tower of them', `a${'\u0316'.repeat(30)}b`, `a${'\u0316'.repeat(4)}b`],
    ['stays within the limit that composing would break', '\u0958'.repeat(100), '\u0915\u093c'.repeat(50)],
    ['is not cut through a letter', 'a' + '😀'.repeat(60), 'a' + '😀'.repeat(49)],
    ['is empty where nothing is left', '\u202e\u200b \n', ''],
  ])('%s', (_, given, shown) => {
    expect(cleanName(given)).toBe(shown)
  })

  it('never holds a control or bidi character, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const clean = cleanName(name)
        expect(clean).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect(cleanName(clean)).toBe(clean)
      }),
    )
  })
})
