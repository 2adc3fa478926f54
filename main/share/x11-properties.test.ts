import { describe, expect, it } from 'vitest'
import {
  cardinal,
  cardinals,
  programName,
  sourceIdOf,
  visibleBounds,
  windowIs,
  windowTitle,
  xidOf,
} from './x11-properties'

const words = (...values: readonly number[]) => Buffer.from(new Uint32Array(values).buffer)
const HIDDEN = 77

describe('a window is', () => {
  const plain = { wmState: 1, netStates: [], hiddenState: HIDDEN, desktop: 0, currentDesktop: 0 }
  it.each([
    ['shown', 'shown', plain],
    ['minimised', 'by its state', { ...plain, netStates: [3, HIDDEN], wmState: 3 }],
    ['minimised', 'also on another desktop', { ...plain, netStates: [HIDDEN], desktop: 2 }],
    ['minimised', 'where the manager knows only the older state', { ...plain, wmState: 3 }],
    ['other-desktop', 'and iconic for its manager', { ...plain, desktop: 1, wmState: 3 }],
    ['shown', 'on all desktops', { ...plain, desktop: 0xffff_ffff, currentDesktop: 3 }],
    ['shown', 'without a manager', { ...plain, wmState: null, desktop: null, currentDesktop: null }],
    ['shown', 'where the manager has no desktops', { ...plain, currentDesktop: null, desktop: 4 }],
    ['shown', 'with many strange states', { ...plain, netStates: Array.from({ length: 500 }, () => 1) }],
    ['shown', 'where no atom is known for hidden', { ...plain, hiddenState: null, netStates: [0] }],
  ] as const)('%s: %s', (expected, _why, facts) => {
    expect(windowIs(facts)).toBe(expected)
  })
})

describe('a title', () => {
  it.each([
    ['is the newer property', Buffer.from('Budget – 2027'), Buffer.from('Budget'), 'Budget – 2027'],
    ['is the older one where there is no newer', null, Buffer.from('Gr\u00fc\u00dfe', 'latin1'), 'Grüße'],
    ['is the older one where the newer is empty', Buffer.alloc(0), Buffer.from('Term'), 'Term'],
    ['has no controls and nothing that turns it', Buffer.from('a\u202eb\u0007\nc'), null, 'a b c'],
    [
      'is cut, not in the middle of a letter',
      Buffer.from('é'.repeat(600)).subarray(0, 401),
      null,
      'é'.repeat(200),
    ],
    ['is empty where there is none', null, null, ''],
    ['is not a letter that the bound cut in two', Buffer.from('né').subarray(0, 2), null, 'n'],
  ])('%s', (_name, utf8, latin1, expected) => {
    expect(windowTitle(utf8, latin1)).toBe(expected)
  })
})

it.each([
  ['gedit\0Gedit\0', 'Gedit'],
  ['gedit\0\0', 'gedit'],
  ['gedit', 'gedit'],
  ['', ''],
  ['\0\0\0', ''],
  ['a\0X\u001b[31mterm', 'X [31mterm'],
  [`a\0${'x'.repeat(900)}`, 'x'.repeat(200)],
])('the program of WM_CLASS %j is %j', (wmClass, name) => {
  expect(programName(Buffer.from(wmClass, 'latin1'))).toBe(name)
})

describe('numbers', () => {
  it.each([
    ['of a whole list', words(1, 2, 0xffff_ffff), [1, 2, 0xffff_ffff]],
    ['without the rest of a broken one', words(1, 2).subarray(0, 7), [1]],
    ['of none', null, []],
  ])('%s', (_name, data, expected) => {
    expect(cardinals(data)).toEqual(expected)
    expect(cardinal(data)).toBe(expected[0] ?? null)
  })

  it('are no more than anybody needs', () => {
    expect(cardinals(Buffer.alloc(1_000_000))).toHaveLength(2_048)
  })
})

describe('what is seen of a window', () => {
  const content = { x: 101, y: 120, width: 300, height: 200 }
  it.each([
    ['its frame', [1, 1, 20, 5], [], { x: 100, y: 100, width: 302, height: 225 }],
    ['not the shadow that it draws', [], [10, 10, 8, 12], { x: 111, y: 128, width: 280, height: 180 }],
    ['no nonsense', [5000, 0, 0, 0], [1, 2], content],
  ])('%s', (_name, frame, shadow, expected) => {
    expect(visibleBounds(content, frame, shadow)).toEqual(expected)
  })
})

it.each([
  ['window:4194307:0', 4_194_307],
  ['window:4194307:1', 4_194_307],
  ['screen:356:0', null],
  ['window:0:0', null],
  ['window:99999999999999999999:0', null],
  ['window:abc:0', null],
  ['', null],
])('the X window of %j is %j', (id, xid) => {
  expect(xidOf(id)).toBe(xid)
})

it('a window is named as Electron does', () => {
  expect(xidOf(sourceIdOf(5))).toBe(5)
})
