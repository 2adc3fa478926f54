import { describe, expect, it } from 'vitest'
import type { AfterLoss } from './bar-returns'
import { ASKER, ID, LEFT, RIGHT, SCREEN, WINDOW, rect, shownBench } from './testing/shown-bench'

describe('sharing a window', () => {
  it('has a bar, a watch with a border, and an ear for the lock', () => {
    const { shown, told, open } = shownBench()
    expect(shown.show(WINDOW, ASKER)).toMatchObject({ ok: true })
    expect(open.sort()).toEqual(['bar', 'displays', 'lock', 'page', `${ID} with border`])
    expect(told).toEqual([
      ['bar on', 0],
      ['bar says', 'notes.txt'],
    ])
    expect(shown.read()).toEqual({ ...WINDOW, icon: 'icon' })
  })

  it('brings the bar to the window’s display once', () => {
    const { shown, told, seen } = shownBench()
    shown.show(WINDOW, ASKER)
    seen.heard?.found(rect(1700, 300))
    seen.heard?.found(rect(1800, 300))
    expect(told.filter((one) => Array.isArray(one) && one[0] === 'bar on')).toEqual([
      ['bar on', 0],
      ['bar on', 1600],
    ])
  })

  it('tells the page that shares what becomes of the window and of the lock', () => {
    const { shown, told, seen } = shownBench()
    shown.show(WINDOW, ASKER)
    told.length = 0
    seen.heard?.facts({ is: 'minimised', successor: null })
    seen.heard?.facts({ is: 'gone', successor: { id: 'window:9:0', title: 'notes.txt' } })
    seen.locked(true)
    expect(told).toEqual([
      [ASKER, 'share.facts', { id: ID, is: 'minimised', successor: null }],
      [
        ASKER,
        'share.facts',
        {
          ...{ id: ID, is: 'gone' },
          successor: { id: 'window:9:0', title: 'notes.txt', dialogue: 'offered notes.txt' },
        },
      ],
      [ASKER, 'share.locked', { locked: true }],
    ])
  })

  it('watches anew what came back, also under the same number', () => {
    const { shown, open, seen } = shownBench()
    shown.show(WINDOW, ASKER)
    const first = seen.heard
    shown.show({ ...WINDOW, held: 'lost' }, ASKER)
    shown.show({ ...WINDOW, held: 'came-back' }, ASKER)
    expect(seen.heard).toBe(first)
    shown.show(WINDOW, ASKER)
    expect(seen.heard).not.toBe(first)
    expect(open.filter((one) => one.startsWith(ID))).toHaveLength(1)
  })

  it('watches another one after a switch, and only that', () => {
    const { shown, open } = shownBench()
    shown.show(WINDOW, ASKER)
    shown.show({ ...WINDOW, held: 'paused' }, ASKER)
    shown.show({ ...WINDOW, sourceId: 'window:43:0' }, ASKER)
    expect(open.sort()).toEqual(['bar', 'displays', 'lock', 'page', 'window:43:0 with border'])
  })
})

it('a page that heard of the lock hears of its end, also where nobody listens to it any more', () => {
  const { shown, told, seen } = shownBench()
  shown.show(WINDOW, ASKER)
  seen.locked(true)
  shown.show(null, ASKER)
  expect(told.at(-1)).toEqual([ASKER, 'share.locked', { locked: false }])
  const length = told.length
  shown.show(WINDOW, ASKER)
  seen.locked(true)
  seen.locked(false)
  shown.show(null, ASKER)
  expect(told.slice(length).filter((one) => Array.isArray(one) && one[1] === 'share.locked')).toHaveLength(2)
})

it('a successor has its program’s icon, another window its own or none, and is offered no longer', () => {
  const { shown, open, seen } = shownBench()
  shown.show(WINDOW, ASKER)
  seen.heard?.facts({ is: 'gone', successor: { id: 'window:9:0', title: 'notes.txt' } })
  expect(open).toContain('offer')
  shown.show({ ...WINDOW, sourceId: 'window:9:0' }, ASKER)
  expect(shown.read()?.icon).toBe('icon')
  expect(open).not.toContain('offer')
  shown.show({ ...WINDOW, sourceId: 'window:10:0' }, ASKER)
  expect(shown.read()?.icon).toBeNull()
})

it('sharing a screen has a border on that screen', () => {
  const { shown, told, open } = shownBench()
  shown.show(SCREEN, ASKER)
  expect(open).toContain('border')
  expect(told.slice(0, 2)).toEqual([
    ['border', 1600],
    ['bar on', 1600],
  ])
})

it('no other display has the border of one that is gone, or that nobody can tell', () => {
  const there: { display: typeof RIGHT | null; changed: () => void } = {
    display: RIGHT,
    changed: () => undefined,
  }
  const { shown, told } = shownBench({
    displays: {
      ofScreen: () => there.display,
      of: () => RIGHT,
      current: () => LEFT,
      hear(changed) {
        there.changed = changed
        return () => undefined
      },
    },
  })
  shown.show(SCREEN, ASKER)
  there.display = null
  there.changed()
  expect(told.at(-1)).toEqual(['border', null])
  shown.show(null, ASKER)
  told.length = 0
  shown.show(SCREEN, ASKER)
  expect(told.slice(0, 2)).toEqual([
    ['border', null],
    ['bar on', 0],
  ])
})

it('what the system’s own dialogue chose is not watched', () => {
  const { shown, open } = shownBench()
  shown.show({ ...WINDOW, sourceId: null }, ASKER)
  expect(open.sort()).toEqual(['bar', 'displays', 'lock', 'page'])
})

it('there is neither bar nor border where the system has no place for them', () => {
  const { shown, open } = shownBench({
    abilities: { bar: false, border: { screen: 'none', window: 'none' } },
  })
  shown.show(SCREEN, ASKER)
  expect(open.sort()).toEqual(['displays', 'lock', 'page'])
  shown.show(WINDOW, ASKER)
  expect(open).toContain(`${ID} without border`)
})

it.each([
  ['nothing is shared any more', (it: ReturnType<typeof shownBench>) => it.shown.show(null, ASKER)],
  ['the page is left', (it: ReturnType<typeof shownBench>) => it.shown.left(ASKER)],
  ['its window is closed', (it: ReturnType<typeof shownBench>) => it.seen.gone()],
])('everything ends when %s', (_name, end) => {
  const all = shownBench()
  all.shown.show(WINDOW, ASKER)
  end(all)
  expect(all.open).toEqual([])
  expect(all.shown.read()).toBeNull()
  expect(all.shown.press('stop')).toMatchObject({ ok: false })
})

it('another page neither ends it nor is told of it', () => {
  const { shown, open } = shownBench()
  shown.show(WINDOW, ASKER)
  shown.show(null, 8)
  shown.left(8)
  expect(open).toContain('bar')
})

describe('the bar', () => {
  it.each([
    ['open', true],
    ['switch', true],
    ['pause', false],
    ['resume', false],
    ['stop', false],
  ] as const)('passes %s on; brings the app to the front: %s', (press, brings) => {
    const { shown, told } = shownBench()
    shown.show(WINDOW, ASKER)
    told.length = 0
    shown.press(press)
    expect(told).toEqual([
      ...(brings ? [['app to the front', ASKER]] : []),
      [ASKER, 'bar.pressed', { press }],
    ])
  })

  it('is as tall as its page needs, while there is one', () => {
    const { shown, told } = shownBench()
    shown.fit(60)
    shown.show(WINDOW, ASKER)
    shown.fit(140)
    shown.show(null, ASKER)
    shown.fit(60)
    expect(told).toContainEqual(['bar is tall', 140])
    expect(told).not.toContainEqual(['bar is tall', 60])
  })

  it('comes back where it is lost, at its place', () => {
    const { shown, told, open, seen } = shownBench()
    shown.show(SCREEN, ASKER)
    told.length = 0
    seen.lost()
    expect(open).toContain('bar')
    expect(told).toEqual([['bar on', 1600]])
  })

  it('stops sharing where it is lost again and again', () => {
    const afterLoss = (): AfterLoss => 'stops-sharing'
    const { shown, told, open, seen } = shownBench({ afterLoss })
    shown.show(WINDOW, ASKER)
    told.length = 0
    seen.lost()
    expect(open).not.toContain('bar')
    expect(told).toEqual([[ASKER, 'bar.pressed', { press: 'stop' }]])
  })
})
