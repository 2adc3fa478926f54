import { expect, it } from 'vitest'
import { createScreenDisplays } from './screen-displays'

const LEFT = { id: 11 }
const RIGHT = { id: 12 }

it.each([
  ['it was seen on', '12', [LEFT, RIGHT], RIGHT],
  ['is gone, though one is left', '12', [LEFT], null],
  ['nothing tells of two', null, [LEFT, RIGHT], null],
  ['is the only one', null, [LEFT], LEFT],
  ['has a name that no display has', '0', [LEFT], LEFT],
] as const)('the display of a screen that %s', (_name, seenOn, now, expected) => {
  const displays = createScreenDisplays(() => [11, 12])
  if (seenOn !== null) displays.saw('screen:1:0', seenOn)
  expect(displays.find('screen:1:0', now)).toBe(expected)
})
