import { describe, expect, test } from 'vitest'
import { likeness, pgmOf, pictureOfPgm, type GreyPicture } from './picture-likeness'

const picture = (value: (at: number) => number): GreyPicture => ({
  width: 32,
  height: 16,
  grey: Uint8Array.from({ length: 512 }, (_, at) => value(at)),
})
const stripes = picture((at) => (at % 4 < 2 ? 20 : 230))

describe('likeness', () => {
  test('is 1 for the same picture', () => {
    expect(likeness(stripes, stripes)).toBe(1)
  })
  test('falls with what is smeared, and is negative for the opposite', () => {
    const softer = picture((at) => (at % 4 < 2 ? 60 : 190))
    const flat = picture(() => 125)
    expect(likeness(stripes, softer)).toBeLessThan(0.95)
    expect(likeness(stripes, flat)).toBeLessThan(0.1)
    expect(
      likeness(
        stripes,
        picture((at) => (at % 4 < 2 ? 230 : 20)),
      ),
    ).toBeLessThan(0)
  })
  test('compares only pictures of one size', () => {
    expect(() => likeness(stripes, { ...stripes, width: 16, height: 32 })).toThrow('two sizes')
  })
})

test('a grey map is written and read', () => {
  expect(pictureOfPgm(pgmOf(stripes))).toEqual(stripes)
})
