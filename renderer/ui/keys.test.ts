import { expect, test } from 'vitest'
import { KEY_NAMES, KEYS, isPress, keyText, type KeyName, type KeyPress } from './keys'

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
})
const ctrl = { ctrlKey: true }

test('every key is in the sheet, once', () => {
  expect([...KEY_NAMES].sort()).toEqual(Object.keys(KEYS).sort())
})

test('no two keys of one place are the same', () => {
  const written = KEY_NAMES.map((name) => keyText(name, 'other').aria)
  expect(new Set(written).size).toBe(written.length)
})

test.each<[KeyName, KeyPress, boolean]>([
  ['mute', press('m'), true],
  ['mute', press('M', { shiftKey: true }), false],
  ['mute', press('m', ctrl), false],
  ['pasteLink', press('l', ctrl), true],
  ['pasteLink', press('l'), false],
  ['copyLink', press('C', { ...ctrl, shiftKey: true }), true],
  ['copyLink', press('c', ctrl), false],
  ['allKeys', press('/', ctrl), true],
  ['allKeys', press('/', { ...ctrl, shiftKey: true }), true], // German keyboards
  ['allKeysSign', press('?', { shiftKey: true }), true],
  ['allKeysSign', press('?', ctrl), false],
  ['acceptVideo', press('v', { altKey: true }), true],
  ['silence', press('Escape'), true],
  ['zoomIn', press('='), true], // without Shift on keyboards where plus needs it
  ['zoomIn', press('+', ctrl), false], // the page's own zoom
  ['zoomIn', press('+', { shiftKey: true }), true], // US keyboards
  ['zoomIn', press('+', ctrl), false],
  ['panUp', press('ArrowUp'), true],
  ['panUp', press('ArrowDown'), false],
])('%s by %o', (name, pressed, is) => {
  expect(isPress(name, pressed, 'other')).toBe(is)
})

test('on macOS it is Cmd, and Option writes another character', () => {
  expect(isPress('pasteLink', press('l', { metaKey: true }), 'mac')).toBe(true)
  expect(isPress('pasteLink', press('l', ctrl), 'mac')).toBe(false)
  expect(isPress('acceptVideo', press('√', { altKey: true, code: 'KeyV' }), 'mac')).toBe(true)
})

test.each<[KeyName, 'mac' | 'other', string, string]>([
  ['hangUp', 'other', 'Ctrl Shift H', 'Control+Shift+H'],
  ['hangUp', 'mac', '⌘ ⇧ H', 'Meta+Shift+H'],
  ['silence', 'other', 'Esc', 'Escape'],
  ['zoomIn', 'other', '+', 'Plus'],
  ['zoomOut', 'other', '−', '-'],
  ['panLeft', 'other', '←', 'ArrowLeft'],
])('%s on %s is written %s', (name, platform, shown, aria) => {
  expect(keyText(name, platform)).toEqual({ shown, aria })
})
