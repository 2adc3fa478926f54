import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../shared/model/settings'
import type { KeyPress } from '../../ui/keys'
import { readKeys, shownKeys } from './read-accelerator'

const press = (key: string, held: string, code = ''): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  metaKey: held.includes('m'),
})

describe('pressed keys', () => {
  it.each([
    [press('a', 'ca'), 'Ctrl+Alt+A'],
    [press('A', 'cs'), 'Ctrl+Shift+A'],
    [press('5', 'c'), 'Ctrl+5'],
    [press('F9', 'c'), 'Ctrl+F9'],
    [press('F24', 'a'), 'Alt+F24'],
    [press(' ', 'ca'), 'Ctrl+Alt+Space'],
    [press('ArrowUp', 'ca'), 'Ctrl+Alt+Up'],
    [press('Enter', 'm'), 'Super+Return'],
    [press('Backspace', 'c'), 'Ctrl+Backspace'],
    [press('a', 'casm'), 'Ctrl+Alt+Shift+Super+A'],
    // By its place where it writes no letter: another script, Shift with a figure.
    [press('ф', 'ca', 'KeyA'), 'Ctrl+Alt+A'],
    [press('!', 'cs', 'Digit1'), 'Ctrl+Shift+1'],
    // By what it writes where that is a letter: the same key is Q elsewhere.
    [press('a', 'c', 'KeyQ'), 'Ctrl+A'],
  ])('%j are %s', (keys, accelerator) => {
    expect(readKeys(keys, 'other')).toEqual({ is: 'keys', accelerator })
    expect(settingsSchema.shape.globalKeys.shape.accept.safeParse(accelerator).success).toBe(true)
  })

  it('on macOS are named as there', () => {
    expect(readKeys(press('å', 'am', 'KeyA'), 'mac')).toEqual({ is: 'keys', accelerator: 'Alt+Cmd+A' })
  })

  it.each([
    [press('Control', 'c'), 'begun'],
    [press('Shift', 's'), 'begun'],
    [press('AltGraph', 'ca'), 'begun'],
    [press('Dead', 'c'), 'begun'],
    [press('a', ''), 'needs-modifier'],
    [press('A', 's'), 'needs-modifier'],
    [press('F9', ''), 'needs-modifier'],
    [press('ö', 'c', 'Semicolon'), 'unusable'],
    [press('/', 'c', 'Slash'), 'unusable'],
    [press('F25', 'c'), 'unusable'],
    [press('Escape', 'c', 'Escape'), 'unusable'],
    [press('MediaPlayPause', 'c', ''), 'unusable'],
    [press('constructor', 'c', ''), 'unusable'],
  ])('%j are none: %s', (keys, is) => {
    expect(readKeys(keys, 'other')).toEqual({ is })
  })

  it('are shown as the system writes them', () => {
    expect(shownKeys('Ctrl+Alt+Shift+A', 'other')).toBe('Ctrl Alt Shift A')
    expect(shownKeys('Ctrl+Alt+Shift+Cmd+A', 'mac')).toBe('⌃ ⌥ ⇧ ⌘ A')
  })
})
