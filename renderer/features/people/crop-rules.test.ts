import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CENTRE, MAX_ZOOM, cropByKey, moved, squareOf, zoomed, type Crop } from './crop-rules'

const wide = { width: 400, height: 200 }

test('the middle is taken first, as large as it fits', () => {
  expect(squareOf(wide, CENTRE)).toEqual({ left: 100, top: 0, side: 200 })
  expect(squareOf({ width: 200, height: 400 }, CENTRE)).toEqual({ left: 0, top: 100, side: 200 })
})

test.each([
  ['ArrowLeft', { left: 90, top: 0 }],
  ['ArrowRight', { left: 110, top: 0 }],
  ['ArrowUp', { left: 100, top: 0 }],
])('%s moves as far as there is picture', (key, corner) => {
  const crop = cropByKey(wide, CENTRE, key)
  expect(crop && squareOf(wide, crop)).toMatchObject(corner)
})

test('at the edge it stops, and comes back at once', () => {
  let crop: Crop = CENTRE
  for (let press = 0; press < 50; press++) crop = moved(wide, crop, 1, 0)
  expect(squareOf(wide, crop).left).toBe(200)
  expect(squareOf(wide, moved(wide, crop, -0.05, 0)).left).toBeCloseTo(190)
})

test('+ and − zoom within their limits; other keys do nothing', () => {
  expect(cropByKey(wide, CENTRE, '+')?.zoom).toBeCloseTo(1.1)
  expect(cropByKey(wide, CENTRE, '-')?.zoom).toBe(1)
  expect(zoomed(wide, CENTRE, 99).zoom).toBe(MAX_ZOOM)
  expect(cropByKey(wide, CENTRE, 'a')).toBeNull()
})

test('whatever is done, the square lies in the picture', () => {
  const side = fc.integer({ min: 1, max: 16_384 })
  const step = fc.double({ min: -5, max: 5, noNaN: true })
  const property = fc.property(side, side, fc.array(fc.tuple(step, step, step)), (width, height, steps) => {
    let crop: Crop = CENTRE
    for (const [x, y, zoom] of steps)
      crop = zoomed({ width, height }, moved({ width, height }, crop, x, y), zoom)
    const square = squareOf({ width, height }, crop)
    expect(square.left).toBeGreaterThanOrEqual(0)
    expect(square.top).toBeGreaterThanOrEqual(0)
    expect(square.left + square.side).toBeLessThanOrEqual(width + 1e-6)
    expect(square.top + square.side).toBeLessThanOrEqual(height + 1e-6)
  })
  fc.assert(property)
})
