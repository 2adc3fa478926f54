// Owns the table of keys: which press asks for what, where, and how it is written. Listening is use-shortcut.ts.

export type Platform = 'mac' | 'other'

interface KeySpec {
  /** As in KeyboardEvent.key, lower case. */
  readonly key: string
  /** Ctrl, and Cmd on macOS. */
  readonly mod?: true
  readonly shift?: true
  readonly alt?: true
  /** The same key without Shift, on keyboards where the first needs it. */
  readonly also?: string
  readonly group: 'everywhere' | 'rung' | 'call' | 'sharing' | 'viewing'
}

export const KEYS = {
  pasteLink: { key: 'l', mod: true, group: 'everywhere' },
  copyLink: { key: 'c', mod: true, shift: true, group: 'everywhere' },
  searchPeople: { key: 'f', mod: true, group: 'everywhere' },
  settings: { key: ',', mod: true, group: 'everywhere' },
  allKeys: { key: '/', mod: true, group: 'everywhere' },
  /** Where one looks for help, as many programs have it. */
  allKeysSign: { key: '?', group: 'everywhere' },
  acceptVideo: { key: 'v', alt: true, group: 'rung' },
  acceptSound: { key: 's', alt: true, group: 'rung' },
  decline: { key: 'd', alt: true, group: 'rung' },
  declineMessage: { key: 'm', alt: true, group: 'rung' },
  silence: { key: 'escape', group: 'rung' },
  mute: { key: 'm', group: 'call' },
  camera: { key: 'v', group: 'call' },
  connection: { key: 'i', group: 'call' },
  fullScreen: { key: 'f', group: 'call' },
  devices: { key: 'd', group: 'call' },
  hangUp: { key: 'h', mod: true, shift: true, group: 'call' },
  share: { key: 's', group: 'call' },
  texts: { key: 't', group: 'call' },
  pauseShare: { key: 'p', mod: true, shift: true, group: 'sharing' },
  stopShare: { key: 'x', mod: true, shift: true, group: 'sharing' },
  zoomIn: { key: '+', also: '=', group: 'viewing' },
  zoomOut: { key: '-', group: 'viewing' },
  zoomFit: { key: '0', group: 'viewing' },
  zoomFull: { key: '1', group: 'viewing' },
  panLeft: { key: 'arrowleft', group: 'viewing' },
  panRight: { key: 'arrowright', group: 'viewing' },
  panUp: { key: 'arrowup', group: 'viewing' },
  panDown: { key: 'arrowdown', group: 'viewing' },
  copyStill: { key: 'c', mod: true, group: 'viewing' },
} as const satisfies Readonly<Record<string, KeySpec>>

export type KeyName = keyof typeof KEYS

export const KEY_NAMES: readonly KeyName[] = [
  'pasteLink',
  'copyLink',
  'searchPeople',
  'settings',
  'allKeys',
  'allKeysSign',
  'acceptVideo',
  'acceptSound',
  'decline',
  'declineMessage',
  'silence',
  'mute',
  'camera',
  'connection',
  'fullScreen',
  'devices',
  'share',
  'texts',
  'hangUp',
  'pauseShare',
  'stopShare',
  'zoomIn',
  'zoomOut',
  'zoomFit',
  'zoomFull',
  'panLeft',
  'panRight',
  'panUp',
  'panDown',
  'copyStill',
]

/** Written otherwise than in capitals; in aria-keyshortcuts a key has its full name. */
const NAMED: Readonly<Record<string, { readonly shown: string; readonly aria: string }>> = {
  escape: { shown: 'Esc', aria: 'Escape' },
  '+': { shown: '+', aria: 'Plus' },
  '-': { shown: '−', aria: '-' },
  arrowleft: { shown: '←', aria: 'ArrowLeft' },
  arrowright: { shown: '→', aria: 'ArrowRight' },
  arrowup: { shown: '↑', aria: 'ArrowUp' },
  arrowdown: { shown: '↓', aria: 'ArrowDown' },
}

/** `shown` for a tooltip, `aria` for aria-keyshortcuts. */
export interface KeyText {
  readonly shown: string
  readonly aria: string
}

export function keyText(name: KeyName, platform: Platform): KeyText {
  const spec: KeySpec = KEYS[name]
  const mac = platform === 'mac'
  const capital = spec.key.toUpperCase()
  const last = NAMED[spec.key] ?? { shown: capital, aria: capital }
  const shown = [
    spec.mod ? (mac ? '⌘' : 'Ctrl') : '',
    spec.alt ? (mac ? '⌥' : 'Alt') : '',
    spec.shift ? (mac ? '⇧' : 'Shift') : '',
    last.shown,
  ]
  const aria = [
    spec.mod ? (mac ? 'Meta' : 'Control') : '',
    spec.alt ? 'Alt' : '',
    spec.shift ? 'Shift' : '',
    last.aria,
  ]
  return { shown: shown.filter(Boolean).join(' '), aria: aria.filter(Boolean).join('+') }
}

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export function isPress(name: KeyName, press: KeyPress, platform: Platform): boolean {
  const spec: KeySpec = KEYS[name]
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey
  const otherMod = platform === 'mac' ? press.ctrlKey : press.metaKey
  if (otherMod || mod !== (spec.mod ?? false) || press.altKey !== (spec.alt ?? false)) return false
  // Where "/" or "," needs Shift (German, French layouts) its Shift says nothing.
  const isLetter = /^[a-z]$/.test(spec.key)
  if (isLetter && press.shiftKey !== (spec.shift ?? false)) return false
  if (press.key.toLowerCase() === spec.key || press.key === spec.also) return true
  // Option writes another character on macOS, so there the key's place counts.
  return spec.alt === true && press.code === `Key${spec.key.toUpperCase()}`
}

/** Single letters, signs and arrows, which a field, a list or an open menu takes for itself. */
export function isBareKey(name: KeyName): boolean {
  const spec: KeySpec = KEYS[name]
  return !spec.mod && !spec.alt && (spec.key.length === 1 || isArrow(spec.key))
}

/** A letter, a figure or a sign alone, which can be switched off (WCAG 2.1.4). Arrows and Escape stay. */
export const isLetterKey = (name: KeyName): boolean => isBareKey(name) && KEYS[name].key.length === 1

/** As in KeyboardEvent.key, in any case. */
export const isArrow = (key: string): boolean => key.toLowerCase().startsWith('arrow')

/** Held down, it goes on. */
export const mayRepeat = (name: KeyName): boolean =>
  name === 'zoomIn' || name === 'zoomOut' || isArrow(KEYS[name].key)

/** Where words are selected, they are what is copied. */
export const copiesWords = (name: KeyName): boolean => name === 'copyStill'
