import { expect, test } from 'vitest'
import { cellAfter, moveOf, type Move } from './picker-moves'

// lately: 0 1        open: 2 3 4
//                          5 6
const grid = { counts: [2, 5], columns: 3 }

test.each<[number | null, Move, number | 'out']>([
  [null, 'down', 0],
  [null, 'last', 6],
  [0, 'right', 1],
  [1, 'right', 2],
  [2, 'left', 1],
  [0, 'left', 0],
  [6, 'right', 6],
  [0, 'up', 'out'],
  [0, 'down', 2],
  [1, 'down', 3],
  [4, 'down', 6],
  [5, 'up', 2],
  [4, 'up', 1],
  [6, 'down', 6],
  [3, 'first', 0],
  [3, 'last', 6],
])('from %s %s leads to %s', (from, move, to) => {
  expect(cellAfter(grid, from, move)).toBe(to)
})

test('a cell that is gone leads to the first', () => {
  expect(cellAfter(grid, 40, 'down')).toBe(0)
})

test('other keys move nothing', () => {
  expect(moveOf('a')).toBeNull()
  expect(moveOf('ArrowUp')).toBe('up')
})
