import type { Rectangle } from 'electron'
import { expect, it } from 'vitest'
import { ringPlace } from './ring-place'

const AREA: Rectangle = { x: 0, y: 25, width: 1600, height: 875 }
const RING = { width: 360, height: 220 }

it.each<[name: string, area: Rectangle, platform: string, place: Rectangle]>([
  ['Linux, top right', AREA, 'linux', { x: 1224, y: 41, ...RING }],
  ['macOS, top right below the menu bar', AREA, 'darwin', { x: 1224, y: 41, ...RING }],
  ['Windows, bottom right above the task bar', AREA, 'win32', { x: 1224, y: 664, ...RING }],
  [
    'a display left of the first',
    { x: -1280, y: -200, width: 1280, height: 720 },
    'win32',
    { x: -376, y: 284, ...RING },
  ],
])('%s', (_name, area, platform, place) => {
  expect(ringPlace(area, RING, platform)).toEqual(place)
})

it.each(['linux', 'win32'])('stays on the display with what needs more than there is (%s)', (platform) => {
  const place = ringPlace(AREA, { width: 360, height: 2_000 }, platform)
  expect(place).toMatchObject({ y: 41, height: 843 })
})

it('is as wide as a display that is narrower, and begins at its edge', () => {
  const place = ringPlace({ x: 100, y: 0, width: 300, height: 20 }, RING, 'linux')
  expect(place).toEqual({ x: 100, y: 16, width: 300, height: 1 })
})
