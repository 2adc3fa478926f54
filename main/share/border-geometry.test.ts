import { describe, expect, it } from 'vitest'
import { aroundWindow, inPixels, withinScreen } from './border-geometry'

const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })
const LEFT = rect(0, 0, 1600, 900)
const RIGHT = rect(1600, 0, 1280, 1024)

describe('the border of a window', () => {
  it.each([
    [
      'lies outside of it',
      rect(100, 200, 400, 300),
      [rect(97, 197, 406, 3), rect(500, 200, 3, 300), rect(97, 500, 406, 3), rect(97, 200, 3, 300)],
    ],
    [
      'lies over the edges of one that fills its screen',
      LEFT,
      [rect(0, 0, 1600, 3), rect(1597, 3, 3, 894), rect(0, 897, 1600, 3), rect(0, 3, 3, 894)],
    ],
    [
      'lies over only those edges that are at the screen’s',
      rect(0, 0, 800, 900),
      [rect(0, 0, 803, 3), rect(800, 3, 3, 894), rect(0, 897, 803, 3), rect(0, 3, 3, 894)],
    ],
    [
      'stays on the screen where the window is partly off it',
      rect(-100, 700, 400, 400),
      [rect(0, 697, 303, 3), rect(300, 700, 3, 197), rect(0, 897, 303, 3), rect(0, 700, 3, 197)],
    ],
    [
      'goes over two screens with its window',
      rect(1500, 100, 300, 300),
      [rect(1497, 97, 306, 3), rect(1800, 100, 3, 300), rect(1497, 400, 306, 3), rect(1497, 100, 3, 300)],
    ],
    [
      'is there for the smallest window',
      rect(50, 60, 1, 1),
      [rect(47, 57, 7, 3), rect(51, 60, 3, 1), rect(47, 61, 7, 3), rect(47, 60, 3, 1)],
    ],
  ])('%s', (_name, window, strips) => {
    expect(aroundWindow(window, [LEFT, RIGHT], 3)).toEqual(strips)
  })

  it.each([
    ['that is off every screen', rect(-500, 0, 400, 300)],
    ['of which too little is on one', rect(-398, 100, 400, 300)],
    ['without a size', rect(100, 100, 0, 0)],
  ])('is none for a window %s', (_name, window) => {
    expect(aroundWindow(window, [LEFT, RIGHT], 3)).toBeNull()
  })
})

it('the border of a screen lies within its edges', () => {
  expect(withinScreen(RIGHT, 3)).toEqual([
    rect(1600, 0, 1280, 3),
    rect(2877, 3, 3, 1018),
    rect(1600, 1021, 1280, 3),
    rect(1600, 3, 3, 1018),
  ])
})

it.each([
  [1, rect(0, 0, 1600, 900), rect(0, 0, 1600, 900)],
  [2, rect(1920, 0, 1280, 720), rect(3840, 0, 2560, 1440)],
  [1.5, rect(0, 0, 1281, 721), rect(0, 0, 1922, 1082)],
])('a display at %f × is that much larger in pixels, without gaps', (factor, dip, pixels) => {
  expect(inPixels(dip, factor)).toEqual(pixels)
})
