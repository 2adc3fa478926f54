import { expect, it } from 'vitest'
import { nearestPlace, topCentre } from './bar-place'

const BAR = { width: 420, height: 44 }
const LEFT = { x: 0, y: 0, width: 1600, height: 900 }
const RIGHT = { x: 1600, y: 200, width: 1280, height: 720 }

it.each([
  ['the first display', LEFT, { x: 590, y: 8 }],
  ['one beside it', RIGHT, { x: 2030, y: 208 }],
  [
    'one left of it, below a bar of the system',
    { x: -1280, y: 25, width: 1280, height: 775 },
    { x: -850, y: 33 },
  ],
  ['one narrower than the bar', { x: 0, y: 0, width: 400, height: 300 }, { x: -10, y: 8 }],
])('stands at the top centre of %s', (_name, area, place) => {
  expect(topCentre(area, BAR)).toEqual(place)
})

it.each([
  ['where it is dragged to', { x: 300, y: 500 }, { x: 300, y: 500 }],
  ['half over the left edge', { x: -200, y: 500 }, { x: -200, y: 500 }],
  ['far over the left edge', { x: -2000, y: 500 }, { x: -356, y: 500 }],
  ['over the top edge', { x: 300, y: -30 }, { x: 300, y: 0 }],
  ['below the bottom edge', { x: 300, y: 2000 }, { x: 300, y: 856 }],
  ['on the other display', { x: 2000, y: 400 }, { x: 2000, y: 400 }],
  ['over the other display, where there is none', { x: 2000, y: 0 }, { x: 2000, y: 200 }],
  ['between two pixels', { x: 300.4, y: 10.6 }, { x: 300, y: 11 }],
])('stays within reach: %s', (_name, wanted, place) => {
  expect(nearestPlace(wanted, BAR, [LEFT, RIGHT])).toEqual(place)
})

it('stays where it is while there is no display at all', () => {
  expect(nearestPlace({ x: 5, y: 6 }, BAR, [])).toEqual({ x: 5, y: 6 })
})
