// Owns all settings, their defaults and their checks. Main keeps the document; a guest keeps its own in IndexedDB.
import * as z from 'zod'
import { MAX_DECLINE_CHARS, MAX_NAME_CHARS, RING_MS } from '../protocol/limits'
import { DEFAULT_DO_NOT_DISTURB, doNotDisturbSchema } from './do-not-disturb'
import { pictureIdSchema } from './picture'
import { RING_TONES } from './ring'

const deviceSchema = z.strictObject({
  /** Chromium's deviceId, stable for our origin. */
  id: z.string().max(256),
  /** To find the device again when its id changed (another port, a re-installed driver). */
  label: z.string().max(256),
})
export const REACH_MODES = ['unset', 'this-computer', 'this-network', 'anywhere'] as const

export const stunUrlSchema = z
  .string()
  .max(256)
  .regex(/^stuns?:(?:[^\s/?#@:[\]]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/i)

/** What becomes of a call from somebody who isn't a contact. */
export const UNKNOWN_CALLERS = ['ring', 'list', 'refuse'] as const
export type UnknownCallers = (typeof UNKNOWN_CALLERS)[number]

export const DECLINE_MESSAGES = 3
export const SHORTEST_RING_S = 10

/** As Electron writes it; null: none. https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts */
const acceleratorSchema = z
  .string()
  .max(64)
  .regex(/^(?:[A-Za-z]+\+){1,4}(?:[A-Z0-9]|F\d{1,2}|[A-Za-z]+)$/)
  .nullable()

export const settingsSchema = z.strictObject({
  v: z.literal(4),
  name: z.string().max(MAX_NAME_CHARS),
  /** The user's own picture, sent with a call. */
  picture: pictureIdSchema.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  reach: z.strictObject({
    mode: z.enum(REACH_MODES),
    /** Base URL; only read where mode is `anywhere`. */
    server: z.string().max(512),
    /** The embedded server's port, chosen once and kept; 0 until it was chosen. */
    port: z.int().min(0).max(65535),
  }),
  /** null: follow the system. */
  devices: z.strictObject({
    microphone: deviceSchema.nullable(),
    camera: deviceSchema.nullable(),
    speaker: deviceSchema.nullable(),
    /** Where it rings. */
    ringer: deviceSchema.nullable(),
  }),
  ringTone: z.enum(RING_TONES),
  /** Of the ring tone; 1 is as loud as it was made. */
  ringVolume: z.number().min(0).max(1),
  doNotDisturb: doNotDisturbSchema,
  /** Work while another program has the keyboard; none by default. */
  globalKeys: z.strictObject({
    accept: acceleratorSchema,
    decline: acceleratorSchema,
    mute: acceleratorSchema,
  }),
  /** Contacts who call are told that it is shown and heard here. */
  ringProof: z.boolean(),
  /** It was said once that closing the window leaves Parley in the tray. */
  trayExplained: z.boolean(),
  /** Single letters and signs do something; off for whom a slip of the hand or of the voice must not (WCAG 2.1.4). */
  letterKeys: z.boolean(),
  /** Connect to contacts while it still rings, so that accept is instant. Shows them this network's address. */
  prewarm: z.boolean(),
  /** Calls go through the server's relay alone, so that the other side never learns this computer's address. */
  relayOnly: z.boolean(),
  unknownCallers: z.enum(UNKNOWN_CALLERS),
  /** How long a call rings here; never longer than callers wait. */
  ringSeconds: z
    .int()
    .min(SHORTEST_RING_S)
    .max(RING_MS / 1000),
  /** The user's own words for declining; an empty one is the word table's. */
  declineMessages: z.array(z.string().max(MAX_DECLINE_CHARS)).length(DECLINE_MESSAGES),
  /** Used on stock PeerJS servers only, which hand out none. */
  stunServers: z.array(stunUrlSchema).max(8),
})
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  v: 4,
  name: '',
  picture: null,
  theme: 'system',
  reach: { mode: 'unset', server: '', port: 0 },
  devices: { microphone: null, camera: null, speaker: null, ringer: null },
  ringTone: 'chime',
  ringVolume: 0.8,
  doNotDisturb: DEFAULT_DO_NOT_DISTURB,
  globalKeys: { accept: null, decline: null, mute: null },
  ringProof: true,
  trayExplained: false,
  letterKeys: true,
  prewarm: true,
  relayOnly: false,
  unknownCallers: 'ring',
  ringSeconds: RING_MS / 1000,
  declineMessages: ['', '', ''],
  stunServers: [],
}

/** What may be changed by itself; a nested part is replaced whole. `reach` goes through its own command. */
export const settingsChangeSchema = settingsSchema
  .pick({
    name: true,
    picture: true,
    theme: true,
    devices: true,
    ringTone: true,
    ringVolume: true,
    doNotDisturb: true,
    globalKeys: true,
    ringProof: true,
    trayExplained: true,
    letterKeys: true,
    prewarm: true,
    relayOnly: true,
    unknownCallers: true,
    ringSeconds: true,
    declineMessages: true,
    stunServers: true,
  })
  .partial()
  .strict()
export type SettingsChange = z.infer<typeof settingsChangeSchema>

/** The public PeerJS cloud and the STUN server that is offered with it; both only ever by the user's choice. */
export const PUBLIC_CLOUD = 'https://0.peerjs.com/'
export const OFFERED_STUN = 'stun:stun.l.google.com:19302'
