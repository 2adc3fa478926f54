import { describe, expect, it } from 'vitest'
import { lookAt, lookPlanFor, pauseBefore, type SourceKind } from './look-plan'

const both: readonly SourceKind[] = ['screen', 'window']

describe.each(['linux', 'win32'])('on %s', (platform) => {
  const plan = lookPlanFor(platform)

  it('names come first, then pictures, then both again and again', () => {
    expect([0, 1, 2, 3].map((index) => lookAt(plan, index))).toEqual([
      { kinds: both, pictures: false },
      { kinds: both, pictures: true },
      { kinds: both, pictures: true },
      { kinds: both, pictures: true },
    ])
  })

  it.each([
    [0, 0],
    [1, 0],
    [2, 2_000],
    [9, 2_000],
  ])('before look %i it waits %i ms, whenever the last one was', (index, pauseMs) => {
    const lastAtMs = new Map(both.map((kind) => [kind, 1_000] as const))
    expect(pauseBefore(plan, index, { lastAtMs, nowMs: 1_000 })).toBe(pauseMs)
  })
})

describe('on macOS', () => {
  const plan = lookPlanFor('darwin')

  it('looks at one kind at a time, in turn, names and pictures together', () => {
    expect([0, 1, 2, 3, 4].map((index) => lookAt(plan, index))).toEqual(
      ['window', 'screen', 'window', 'screen', 'window'].map((kind) => ({ kinds: [kind], pictures: true })),
    )
  })

  it.each([
    ['the first look of all', 0, null, 0],
    ['the other kind right after the first', 1, { window: 1_000 }, 0],
    ['the picker opened again at once', 0, { window: 1_000 }, 4_000],
    ['the picker opened again a little later', 0, { window: -2_000 }, 1_000],
    ['the picker opened again much later', 0, { window: -60_000 }, 0],
    ['a look again', 2, { window: -60_000, screen: 1_000 }, 4_000],
    ['a look again at a kind that was just seen', 2, { window: 900 }, 4_000],
  ] as const)('%s waits as long as it must', (_name, index, last, pauseMs) => {
    const lastAtMs = new Map(Object.entries(last ?? {}) as [SourceKind, number][])
    expect(pauseBefore(plan, index, { lastAtMs, nowMs: 1_000 })).toBe(pauseMs)
  })
})
