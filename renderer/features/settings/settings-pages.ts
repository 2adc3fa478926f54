// Owns which pages settings have, what stands on each, and setting a page back. Pure.
import {
  DEFAULT_SETTINGS,
  settingsChangeSchema,
  type Settings,
  type SettingsChange,
} from '../../../shared/model/settings'
import type { settingsWords } from '../../../shared/text/en-settings'

export const PAGES = [
  'general',
  'me',
  'reach',
  'devices',
  'calls',
  'ringing',
  'keys',
  'privacy',
  'about',
] as const
export type PageId = (typeof PAGES)[number]
export type RowId = keyof typeof settingsWords.rows

interface PageSpec {
  readonly rows: readonly RowId[]
  /** What setting it back changes. One's name, server and key are never taken away by it. */
  readonly fields: readonly (keyof SettingsChange)[]
  /** What a guest doesn't have at all; what it has in another way says so in its place. */
  readonly appOnly: readonly RowId[]
}

const SPECS: Readonly<Record<PageId, PageSpec>> = {
  general: { rows: ['look', 'login'], fields: ['theme'], appOnly: ['login'] },
  me: {
    rows: ['name', 'picture', 'messages', 'save', 'restore', 'key'],
    fields: ['picture', 'declineMessages'],
    appOnly: [],
  },
  reach: { rows: ['home', 'operator', 'stun'], fields: ['stunServers'], appOnly: ['stun'] },
  devices: { rows: ['microphone', 'speaker', 'ringer', 'camera'], fields: ['devices'], appOnly: [] },
  calls: {
    rows: ['unknown', 'ring', 'prewarm', 'blocked'],
    fields: ['unknownCallers', 'ringSeconds', 'prewarm'],
    appOnly: [],
  },
  ringing: {
    rows: ['tone', 'volume', 'quiet', 'proof', 'selftest'],
    fields: ['ringTone', 'ringVolume', 'doNotDisturb', 'ringProof'],
    appOnly: ['proof', 'selftest'],
  },
  keys: {
    rows: ['globalKeys', 'letters'],
    fields: ['globalKeys', 'letterKeys'],
    appOnly: ['globalKeys'],
  },
  privacy: { rows: ['relay', 'data', 'kept', 'erase'], fields: ['relayOnly'], appOnly: [] },
  about: {
    rows: ['versions', 'updates', 'licences', 'folders'],
    fields: [],
    appOnly: ['updates', 'folders'],
  },
}

const NOT_A_GUESTS: ReadonlySet<keyof SettingsChange> = new Set(['stunServers', 'ringProof', 'globalKeys'])

export function rowsOf(page: PageId, isGuest: boolean): readonly RowId[] {
  const { rows, appOnly } = SPECS[page]
  return isGuest ? rows.filter((row) => !appOnly.includes(row)) : rows
}

export interface PageReset {
  readonly reset: SettingsChange
  readonly undo: SettingsChange
}

/** Null where nothing on this page differs from the first day. */
export function resetOf(page: PageId, settings: Settings, isGuest: boolean): PageReset | null {
  const fields = SPECS[page].fields.filter((field) => !(isGuest && NOT_A_GUESTS.has(field)))
  const changed = fields.filter(
    (field) => JSON.stringify(settings[field]) !== JSON.stringify(DEFAULT_SETTINGS[field]),
  )
  if (changed.length === 0) return null
  return { reset: only(changed, DEFAULT_SETTINGS), undo: only(changed, settings) }
}

function only(fields: readonly (keyof SettingsChange)[], from: Settings): SettingsChange {
  return settingsChangeSchema.parse(Object.fromEntries(fields.map((field) => [field, from[field]])))
}
