import { expect, test } from 'vitest'
import { cornerByKey, nearestCorner, type Corner } from './choose-corner'

test.each<[number, number, Corner]>([
  [10, 10, 'top-left'],
  [900, 10, 'top-right'],
  [10, 600, 'bottom-left'],
  [900, 600, 'bottom-right'],
])('a picture dropped at %i, %i snaps to %s', (x, y, corner) => {
  expect(nearestCorner({ x, y }, { width: 1000, height: 700 })).toBe(corner)
})

test.each<[Corner, string, Corner | null]>([
  ['bottom-right', 'ArrowLeft', 'bottom-left'],
  ['bottom-right', 'ArrowUp', 'top-right'],
  ['top-left', 'ArrowRight', 'top-right'],
  ['top-left', 'ArrowDown', 'bottom-left'],
  ['top-left', 'ArrowUp', null],
  ['bottom-right', 'ArrowRight', null],
  ['top-right', 'Enter', null],
])('from %s, %s leads to %s', (from, key, to) => {
  expect(cornerByKey(from, key)).toBe(to)
})
