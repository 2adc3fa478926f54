// Owns reading pressed keys as Electron writes them, and writing those for people. Pure.
// https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts
import type { KeyPress, Platform } from '../../ui/keys'

export type ReadKeys =
  /** Only modifiers so far. */
  | { readonly is: 'begun' }
  | { readonly is: 'needs-modifier' }
  | { readonly is: 'unusable' }
  | { readonly is: 'keys'; readonly accelerator: string }

const MODIFIERS: ReadonlySet<string> = new Set([
  ...['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'OS', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn'],
  // A dead key or a composed one says nothing yet.
  ...['Dead', 'Process', 'Compose'],
])

const NAMED: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Enter: 'Return',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ...{ Home: 'Home', End: 'End', PageUp: 'PageUp', PageDown: 'PageDown' },
  ...{ Insert: 'Insert', Delete: 'Delete', Tab: 'Tab', Backspace: 'Backspace' },
}

export function readKeys(press: KeyPress, platform: Platform): ReadKeys {
  if (MODIFIERS.has(press.key)) return { is: 'begun' }
  const key = nameOf(press)
  if (key === null) return { is: 'unusable' }
  const modifiers = [
    press.ctrlKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey ? 'Shift' : '',
    press.metaKey ? (platform === 'mac' ? 'Cmd' : 'Super') : '',
  ].filter(Boolean)
  // With Shift alone it would be taken from everybody's typing.
  if (modifiers.every((name) => name === 'Shift')) return { is: 'needs-modifier' }
  return { is: 'keys', accelerator: [...modifiers, key].join('+') }
}

/** By what the key writes; by its place where that is no letter, with Alt on macOS or in another script. */
function nameOf({ key, code }: KeyPress): string | null {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase()
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key
  const named = Object.hasOwn(NAMED, key) ? NAMED[key] : undefined
  return named ?? /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? null
}

const MAC: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Cmd: '⌘' }

export const shownKeys = (accelerator: string, platform: Platform): string =>
  accelerator
    .split('+')
    .map((part) => (platform === 'mac' ? (MAC[part] ?? part) : part))
    .join(' ')
