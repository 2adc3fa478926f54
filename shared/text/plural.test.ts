import { ar, cs, ja } from 'make-plural/cardinals'
import { expect, test } from 'vitest'
import { counted, countedNoun, pluralsOf } from './plural'

const windows = countedNoun('window', 'windows')

test.each([
  [0, '0 windows'],
  [1, '1 window'],
  [2, '2 windows'],
  [1_204, '1,204 windows'],
])('%i is said as %s', (n, words) => {
  expect(windows(n).replaceAll('\u00a0', ' ')).toBe(words)
})

test('a number stays on the line of its noun', () => {
  expect(windows(3)).not.toContain(' ')
})

test('a form may leave the number out', () => {
  expect(counted({ one: () => 'One found', other: (n) => `${n} found` })(1)).toBe('One found')
})

test('a language with more forms than English has all of them', () => {
  const days = pluralsOf(
    cs,
    'cs',
  )({
    one: (n) => `${n} den`,
    few: (n) => `${n} dny`,
    many: (n) => `${n} dne`,
    other: (n) => `${n} dnů`,
  })
  expect([1, 2, 1.5, 5].map(days)).toEqual(['1 den', '2 dny', '1,5 dne', '5 dnů'])
})

test('a language with one form has one, and its own digits', () => {
  expect(pluralsOf(ja, 'ja')({ other: (n) => `${n}日` })(1)).toBe('1日')
  const six = { zero: '0', one: '1', two: '2', few: 'few', many: 'many', other: 'other' }
  const forms = Object.fromEntries(Object.entries(six).map(([form, word]) => [form, () => word]))
  expect([0, 1, 2, 3, 11, 100].map((n) => forms[ar(n)]?.())).toEqual(['0', '1', '2', 'few', 'many', 'other'])
})

test('a sentence that lacks a form, or has one too many, does not compile', () => {
  // @ts-expect-error -- English needs `other`
  counted({ one: () => '' })
  // @ts-expect-error -- Czech has `few`
  pluralsOf(cs, 'cs')({ one: () => '', many: () => '', other: () => '' })
  // @ts-expect-error -- English has no `few`
  counted({ one: () => '', few: () => '', other: () => '' })
})
