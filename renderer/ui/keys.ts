// Owns the table of keys: which press asks for what, where, and how it is written. Listening is use-shortcut.ts.

export type Platform = 'mac' | 'other'

interface KeySpec {
  /** As in KeyboardEvent.key, lower case. */
  readonly key: string
  /** Ctrl, and Cmd on macOS. */
  readonly mod?: true
  readonly shift?: true
  readonly alt?: true
  readonly group: 'everywhere' | 'rung' | 'call'
}

export const KEYS = {
  pasteLink: { key: 'l', mod: true, group: 'everywhere' },
  copyLink: { key: 'c', mod: true, shift: true, group: 'everywhere' },
  searchPeople: { key: 'f', mod: true, group: 'everywhere' },
  settings: { key: ',', mod: true, group: 'everywhere' },
  allKeys: { key: '/', mod: true, group: 'everywhere' },
  acceptVideo: { key: 'v', alt: true, group: 'rung' },
  acceptSound: { key: 's', alt: true, group: 'rung' },
  decline: { key: 'd', alt: true, group: 'rung' },
  silence: { key: 'escape', group: 'rung' },
  mute: { key: 'm', group: 'call' },
  camera: { key: 'v', group: 'call' },
  connection: { key: 'i', group: 'call' },
  fullScreen: { key: 'f', group: 'call' },
  devices: { key: 'd', group: 'call' },
  hangUp: { key: 'h', mod: true, shift: true, group: 'call' },
} as const satisfies Readonly<Record<string, KeySpec>>

export type KeyName = keyof typeof KEYS

export const KEY_NAMES: readonly KeyName[] = [
  'pasteLink',
  'copyLink',
  'searchPeople',
  'settings',
  'allKeys',
  'acceptVideo',
  'acceptSound',
  'decline',
  'silence',
  'mute',
  'camera',
  'connection',
  'fullScreen',
  'devices',
  'hangUp',
]

const NAMED: Readonly<Record<string, string>> = { escape: 'Esc' }

/** `shown` for a tooltip, `aria` for aria-keyshortcuts. */
export function keyText(
  name: KeyName,
  platform: Platform,
): { readonly shown: string; readonly aria: string } {
  const spec: KeySpec = KEYS[name]
  const mac = platform === 'mac'
  const last = NAMED[spec.key] ?? spec.key.toUpperCase()
  const shown = [
    spec.mod ? (mac ? '⌘' : 'Ctrl') : '',
    spec.alt ? (mac ? '⌥' : 'Alt') : '',
    spec.shift ? (mac ? '⇧' : 'Shift') : '',
    last,
  ]
  const aria = [
    spec.mod ? (mac ? 'Meta' : 'Control') : '',
    spec.alt ? 'Alt' : '',
    spec.shift ? 'Shift' : '',
    spec.key === 'escape' ? 'Escape' : last,
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
  if (press.key.toLowerCase() === spec.key) return true
  // Option writes another character on macOS, so there the key's place counts.
  return spec.alt === true && press.code === `Key${spec.key.toUpperCase()}`
}

/** Single letters, which a field, a list or an open menu takes for itself. */
export function isBareKey(name: KeyName): boolean {
  const spec: KeySpec = KEYS[name]
  return !spec.mod && !spec.alt && spec.key.length === 1
}
