import { describe, expect, it } from 'vitest'
import { DEFAULT_MANNER } from '../../../shared/model/share'
import { chooseRemedies, lowerLimit, troubleOf, type SharedAndSeen } from './choose-remedies'

const size = { width: 1920, height: 1080 }
const good: SharedAndSeen = {
  kind: 'window',
  manner: { ...DEFAULT_MANNER, mode: 'motion' },
  size,
  seen: { ...size, fps: 28, freezes: 0, frozenMs: 0 },
  stoodMs: 0,
  frames: { given: 30, sent: 29 },
  stuckLooks: 0,
}
const seen = { width: 1920, height: 1080, fps: 28, freezes: 0, frozenMs: 0 }
const text = { manner: DEFAULT_MANNER, frames: { given: 15, sent: 15 }, seen: { ...seen, fps: 14 } }

describe('remedies', () => {
  it.each<[string, Partial<SharedAndSeen>, readonly string[]]>([
    ['everything arrives', {}, []],
    ['nothing is known of the viewer', { seen: null }, []],
    ['nothing is known of the source', { size: null }, []],
    ['motion arrives smaller', { seen: { ...seen, width: 960, height: 540 } }, ['text-mode']],
    ['an encoder rounded the size', { seen: { ...seen, width: 1912 } }, []],
    ['motion stands still', { stoodMs: 2_000 }, ['text-mode', 'lower-resolution']],
    ['few of its frames arrive', { seen: { ...seen, fps: 6 } }, ['text-mode', 'lower-resolution']],
    ['few of its frames leave', { frames: { given: 30, sent: 4 } }, ['text-mode', 'lower-resolution']],
    [
      'a whole screen is slow',
      { ...text, kind: 'screen', frames: { given: 15, sent: 3 } },
      ['lower-resolution', 'choose-window'],
    ],
    [
      'an encoder that fails, of which nothing arrives',
      { seen: null, stuckLooks: 3 },
      ['text-mode', 'lower-resolution'],
    ],
    ['an encoder that was idle for a look', { seen: null, stuckLooks: 2 }, []],
    ['text is read', text, []],
    ['text stands still, as it may', { ...text, stoodMs: 9_000 }, []],
    [
      'a still window gives few frames',
      { ...text, frames: { given: 1, sent: 0 }, seen: { ...seen, fps: 0 } },
      [],
    ],
    [
      'a busy computer, for which the source is slowed down',
      { ...text, frames: { given: 2, sent: 2, isBusy: true }, seen: { ...seen, fps: 2 } },
      ['lower-resolution'],
    ],
    [
      'a busy computer and motion',
      { frames: { given: 8, sent: 8, isBusy: true }, seen: { ...seen, fps: 8 } },
      ['text-mode', 'lower-resolution'],
    ],
    [
      'a busy computer, and a window that stands still',
      { ...text, frames: { given: 0, sent: 0, isBusy: true }, seen: { ...seen, fps: 0 } },
      [],
    ],
    ['slow text', { ...text, frames: { given: 15, sent: 3 } }, ['lower-resolution']],
    [
      'a small window that is slow: nothing is left to lower',
      { ...text, size: { width: 640, height: 480 }, frames: { given: 15, sent: 3 } },
      [],
    ],
    ['the viewer says it got a window without a picture', { seen: { ...seen, width: 2, height: 2 } }, []],
  ])('%s', (_, change, remedies) => {
    expect(chooseRemedies({ ...good, ...change })).toEqual(remedies)
  })
})

it.each<[string, Partial<SharedAndSeen>, ReturnType<typeof troubleOf>]>([
  ['everything arrives', {}, null],
  ['it arrives smaller', { seen: { ...seen, width: 960, height: 540 } }, 'blurred'],
  ['it arrives a little smaller and stands', { seen: { ...seen, width: 1912 }, stoodMs: 2_000 }, 'stutters'],
  ['few frames arrive', { seen: { ...seen, fps: 2 } }, 'slow'],
  ['nothing leaves', { seen: null, stuckLooks: 3 }, 'stuck'],
  [
    'nothing leaves of a small window',
    { ...text, size: { width: 320, height: 200 }, stuckLooks: 3 },
    'stuck',
  ],
])('what is wrong where %s', (_, change, trouble) => {
  expect(troubleOf({ ...good, ...change })).toBe(trouble)
})

it.each([
  [3840, 2160, '1440p'],
  [2560, 1440, '1080p'],
  [1920, 1080, '720p'],
  [1000, 2000, '720p'],
] as const)('%i × %i becomes lower by %s', (width, height, limit) => {
  expect(lowerLimit({ width, height })).toBe(limit)
})
