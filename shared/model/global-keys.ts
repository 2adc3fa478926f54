// Owns the keys that work while another program has the keyboard: which there are, and what has become of each.
import * as z from 'zod'

export const GLOBAL_KEYS = ['accept', 'decline', 'mute'] as const
export type GlobalKey = (typeof GLOBAL_KEYS)[number]

export const GLOBAL_KEY_STATES = [
  'none',
  'works',
  // By the system or another program.
  'taken',
  // Another of ours has the same.
  'twice',
  // This system gives no program such keys.
  'not-here',
] as const
export type GlobalKeyState = (typeof GLOBAL_KEY_STATES)[number]

const state = z.enum(GLOBAL_KEY_STATES)
export const globalKeysStateSchema = z.strictObject({ accept: state, decline: state, mute: state })
export type GlobalKeysState = z.infer<typeof globalKeysStateSchema>

export const NO_GLOBAL_KEYS: GlobalKeysState = { accept: 'none', decline: 'none', mute: 'none' }
