import { expect, test } from 'vitest'
import { chooseParts, measureParts, type Part } from './parts'
import { countRow } from './rows'

const part = (name: string): Part => ({
  name,
  measure: (pairs) => Promise.resolve([countRow({ name, unit: 'times', goal: 'none' }, pairs, pairs)]),
})
const PARTS = [part('one'), part('two')]

test('all parts are measured, in order', async () => {
  const rows = await measureParts(chooseParts(PARTS, null), 3)
  expect(rows.map(({ name, n }) => [name, n])).toEqual([
    ['one', 3],
    ['two', 3],
  ])
})

test('or the one that was asked for', () => {
  expect(chooseParts(PARTS, 'two').map(({ name }) => name)).toEqual(['two'])
})

test('a part that there isn’t is said with those that there are', () => {
  expect(() => chooseParts(PARTS, 'three')).toThrow('There is no part "three". There are: one, two.')
})
