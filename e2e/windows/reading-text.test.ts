import { describe, expect, test } from 'vitest'
import { shareReadRight, smallText } from './reading-text'

describe('a page of small text', () => {
  test('is the same each time, and fits', () => {
    const wanted = { sizesPx: [9, 10, 11, 12], widthPx: 1920, heightPx: 900 }
    const page = smallText(wanted)
    expect(page).toEqual(smallText(wanted))
    expect(page.map(({ px, width }) => [px, width])).toEqual([
      [9, 480],
      [10, 480],
      [11, 480],
      [12, 480],
    ])
    for (const { px, lines } of page) expect(lines.length * px * 1.5).toBeLessThan(900)
  })
})

describe('the share that was read right', () => {
  test.each([
    ['abcd efgh', 'abcd efgh', 1],
    ['abcd efgh', 'abcdefgh\n', 1],
    ['abcdefgh', 'abcdefgx', 0.875],
    ['abcdefgh', 'abcdefg', 0.875],
    ['abcdefgh', '', 0],
    ['ab', 'something much longer', 0],
    ['', 'x', 1],
  ])('of "%s" as "%s" is %d', (truth, read, share) => {
    expect(shareReadRight(truth, read)).toBe(share)
  })
})
