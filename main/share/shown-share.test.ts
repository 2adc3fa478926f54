import { describe, expect, it } from 'vitest'
import type { ShareShown } from '../../shared/model/share'
import type { AfterLoss } from './bar-returns'
import { createShown, type ShownParts, type WatchHeard } from './shown-share'

const ASKER = 7
const ID = 'window:42:0'
const WINDOW: ShareShown = {
  ...{ sourceId: ID, kind: 'window', title: 'notes.txt', startedAt: 5 },
  ...{ held: null, seen: '', isTroubled: false },
}
const SCREEN: ShareShown = { ...WINDOW, sourceId: 'screen:1:0', kind: 'screen' }
const rect = (x: number, width: number) => ({ x, y: 0, width, height: 900 })
const LEFT = { bounds: rect(0, 1600), workArea: rect(0, 1500) }
const RIGHT = { bounds: rect(1600, 1600), workArea: rect(1600, 1500) }

type Changes = Partial<Pick<ShownParts, 'abilities' | 'afterLoss'>>

function setUp(changes: Changes = {}) {
  const told: unknown[] = []
  /** What was begun and isn't ended. */
  const open: string[] = []
  const seen: {
    heard: WatchHeard | null
    lost: () => void
    locked: (is: boolean) => void
    gone: () => void
  } = {
    heard: null,
    lost: () => undefined,
    locked: () => undefined,
    gone: () => undefined,
  }
  const begin = (what: string) => {
    open.push(what)
    return () => {
      if (open.includes(what)) open.splice(open.indexOf(what), 1)
    }
  }
  const shown = createShown({
    abilities: { bar: true, border: { screen: 'ours', window: 'ours' } },
    createBar: (lost) => {
      const end = begin('bar')
      seen.lost = () => {
        end()
        lost()
      }
      return {
        placeOn: (area) => void told.push(['bar on', area.x]),
        fit: (heightPx) => void told.push(['bar is tall', heightPx]),
        raise: () => void told.push('bar raised'),
        keepOnDisplay: () => undefined,
        end,
      }
    },
    createScreenBorder: () => ({
      placeOn: (display) => void told.push(['border', display.x]),
      end: begin('border'),
    }),
    displays: {
      ofScreen: () => RIGHT,
      of: () => RIGHT,
      current: () => LEFT,
      hear: () => begin('displays'),
    },
    watchWindow: (id, withBorder, heard) => {
      seen.heard = heard
      return begin(`${id} ${withBorder ? 'with' : 'without'} border`)
    },
    watchLock: (heard) => {
      seen.locked = heard
      return begin('lock')
    },
    afterLoss: () => 'comes-back',
    tellBar: ({ title }) => void told.push(['bar says', title]),
    tell: (asker, name, payload) => void told.push([asker, name, payload]),
    offerSuccessor: (_asker, { name }) => `offered ${name}`,
    bringApp: (asker) => void told.push(['app to the front', asker]),
    watchPage: (_asker, gone) => {
      seen.gone = gone
      return begin('page')
    },
    ...changes,
  })
  return { shown, told, open, seen }
}

describe('sharing a window', () => {
  it('has a bar, a watch with a border, and an ear for the lock', () => {
    const { shown, told, open } = setUp()
    expect(shown.show(WINDOW, ASKER)).toMatchObject({ ok: true })
    expect(open.sort()).toEqual(['bar', 'displays', 'lock', 'page', `${ID} with border`])
    expect(told).toEqual([
      ['bar on', 0],
      ['bar says', 'notes.txt'],
    ])
    expect(shown.read()).toEqual(WINDOW)
  })

  it('brings the bar to the window’s display once', () => {
    const { shown, told, seen } = setUp()
    shown.show(WINDOW, ASKER)
    seen.heard?.found(rect(1700, 300))
    seen.heard?.found(rect(1800, 300))
    expect(told.filter((one) => Array.isArray(one) && one[0] === 'bar on')).toEqual([
      ['bar on', 0],
      ['bar on', 1600],
    ])
  })

  it('tells the page that shares what becomes of the window and of the lock', () => {
    const { shown, told, seen } = setUp()
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
        { id: ID, is: 'gone', successor: { id: 'window:9:0', dialogue: 'offered notes.txt' } },
      ],
      [ASKER, 'share.locked', { locked: true }],
    ])
  })

  it('watches another one after a switch, and only that', () => {
    const { shown, open } = setUp()
    shown.show(WINDOW, ASKER)
    shown.show({ ...WINDOW, held: 'paused' }, ASKER)
    shown.show({ ...WINDOW, sourceId: 'window:43:0' }, ASKER)
    expect(open.sort()).toEqual(['bar', 'displays', 'lock', 'page', 'window:43:0 with border'])
  })
})

it('sharing a screen has a border on that screen', () => {
  const { shown, told, open } = setUp()
  shown.show(SCREEN, ASKER)
  expect(open).toContain('border')
  expect(told.slice(0, 2)).toEqual([
    ['border', 1600],
    ['bar on', 1600],
  ])
})

it('what the system’s own dialogue chose is not watched', () => {
  const { shown, open } = setUp()
  shown.show({ ...WINDOW, sourceId: null }, ASKER)
  expect(open.sort()).toEqual(['bar', 'displays', 'lock', 'page'])
})

it('there is neither bar nor border where the system has no place for them', () => {
  const { shown, open } = setUp({ abilities: { bar: false, border: { screen: 'none', window: 'none' } } })
  shown.show(SCREEN, ASKER)
  expect(open.sort()).toEqual(['displays', 'lock', 'page'])
  shown.show(WINDOW, ASKER)
  expect(open).toContain(`${ID} without border`)
})

it.each([
  ['nothing is shared any more', (it: ReturnType<typeof setUp>) => it.shown.show(null, ASKER)],
  ['the page is left', (it: ReturnType<typeof setUp>) => it.shown.left(ASKER)],
  ['its window is closed', (it: ReturnType<typeof setUp>) => it.seen.gone()],
])('everything ends when %s', (_name, end) => {
  const all = setUp()
  all.shown.show(WINDOW, ASKER)
  end(all)
  expect(all.open).toEqual([])
  expect(all.shown.read()).toBeNull()
  expect(all.shown.press('stop')).toMatchObject({ ok: false })
})

it('another page neither ends it nor is told of it', () => {
  const { shown, open } = setUp()
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
    const { shown, told } = setUp()
    shown.show(WINDOW, ASKER)
    told.length = 0
    shown.press(press)
    expect(told).toEqual([
      ...(brings ? [['app to the front', ASKER]] : []),
      [ASKER, 'bar.pressed', { press }],
    ])
  })

  it('is as tall as its page needs, while there is one', () => {
    const { shown, told } = setUp()
    shown.fit(60)
    shown.show(WINDOW, ASKER)
    shown.fit(140)
    shown.show(null, ASKER)
    shown.fit(60)
    expect(told).toContainEqual(['bar is tall', 140])
    expect(told).not.toContainEqual(['bar is tall', 60])
  })

  it('comes back where it is lost, at its place', () => {
    const { shown, told, open, seen } = setUp()
    shown.show(SCREEN, ASKER)
    told.length = 0
    seen.lost()
    expect(open).toContain('bar')
    expect(told).toEqual([['bar on', 1600]])
  })

  it('stops sharing where it is lost again and again', () => {
    const afterLoss = (): AfterLoss => 'stops-sharing'
    const { shown, told, open, seen } = setUp({ afterLoss })
    shown.show(WINDOW, ASKER)
    told.length = 0
    seen.lost()
    expect(open).not.toContain('bar')
    expect(told).toEqual([[ASKER, 'bar.pressed', { press: 'stop' }]])
  })
})
