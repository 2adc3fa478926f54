// Owns all settings, their defaults and their checks. Main keeps the document; a guest keeps its own in IndexedDB.
import * as z from 'zod'
import { MAX_NAME_CHARS } from '../protocol/limits'

const deviceSchema = z.strictObject({
  /** Chromium's deviceId, stable for our origin. */
  id: z.string().max(256),
  /** To find the device again when its id changed (another port, a re-installed driver). */
  label: z.string().max(256),
})
/** null: follow the system. */
export type ChosenDevice = z.infer<typeof deviceSchema> | null

export const REACH_MODES = ['unset', 'this-computer', 'this-network', 'anywhere'] as const
export type ReachMode = (typeof REACH_MODES)[number]

export const stunUrlSchema = z
  .string()
  .max(256)
  .regex(/^stuns?:(?:[^\s/?#@:[\]]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/i)

export const settingsSchema = z.strictObject({
  v: z.literal(1),
  name: z.string().max(MAX_NAME_CHARS),
  theme: z.enum(['system', 'light', 'dark']),
  reach: z.strictObject({
    mode: z.enum(REACH_MODES),
    /** Base URL; only read where mode is `anywhere`. */
    server: z.string().max(512),
    /** The embedded server's port, chosen once and kept; 0 until it was chosen. */
    port: z.int().min(0).max(65535),
  }),
  devices: z.strictObject({
    microphone: deviceSchema.nullable(),
    camera: deviceSchema.nullable(),
    speaker: deviceSchema.nullable(),
  }),
  /** Connect to contacts while it still rings, so that accept is instant. Shows them this network's address. */
  prewarm: z.boolean(),
  /** Used on stock PeerJS servers only, which hand out none. */
  stunServers: z.array(stunUrlSchema).max(8),
})
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  v: 1,
  name: '',
  theme: 'system',
  reach: { mode: 'unset', server: '', port: 0 },
  devices: { microphone: null, camera: null, speaker: null },
  prewarm: true,
  stunServers: [],
}

/** What may be changed by itself; a nested part is replaced whole. `reach` goes through its own command. */
export const settingsChangeSchema = settingsSchema
  .pick({ name: true, theme: true, devices: true, prewarm: true, stunServers: true })
  .partial()
  .strict()
export type SettingsChange = z.infer<typeof settingsChangeSchema>

/** The public PeerJS cloud and the STUN server that is offered with it; both only ever by the user's choice. */
export const PUBLIC_CLOUD = 'https://0.peerjs.com/'
export const OFFERED_STUN = 'stun:stun.l.google.com:19302'
