// Owns everything that the renderer and main say to each other: name → input check and output check.
// Types derive from it, preload takes its names, main must supply every handler. A new call is a row here and a handler.
import * as z from 'zod'
import { MAX_BODY_CHARS, MAX_LINK_CHARS } from '../protocol/limits'
import { PURPOSES, identitySchema, signatureSchema } from '../protocol/identity'
import { callRecordSchema, historySchema } from '../model/call-record'
import { contactSchema, contactsSchema } from '../model/contact'
import { identityStateSchema } from '../model/identity'
import { keptCallSchema } from '../model/kept-call'
import { reachChoiceSchema, reachSchema } from '../model/reach'
import { settingsChangeSchema, settingsSchema } from '../model/settings'
import {
  BAR_PRESSES,
  dialogueSchema,
  shareAbilitiesSchema,
  shareShownSchema,
  shareSourcesSchema,
  sourceFactsSchema,
  sourceIdSchema,
} from '../model/share'

const nothing = z.undefined()
const url = z.string().max(MAX_LINK_CHARS)

/** Which of our documents was damaged, and what was done about it. */
export const documentTroubleSchema = z.object({
  document: z.enum(['settings', 'contacts', 'history']),
  outcome: z.enum(['last-good-used', 'defaults-used', 'not-saved']),
  code: z.enum(['document-damaged', 'document-too-large', 'disk-full', 'disk-failed']),
})
export type DocumentTrouble = z.infer<typeof documentTroubleSchema>

export const appInfoSchema = z.object({
  host: z.enum(['electron', 'guest', 'memory']),
  version: z.string(),
  /** Empty in a guest. */
  electron: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'browser']),
  /** A link that the app was started with, to be offered, never dialled by itself. */
  openedWith: url.nullable(),
  troubles: z.array(documentTroubleSchema),
})
export type AppInfo = z.infer<typeof appInfoSchema>

/** Request and answer. Every answer is a Result: the codes are shared/failure.ts. */
export const COMMANDS = {
  'app.info': { input: nothing, output: appInfoSchema },
  /** Ends the app, as closing its window does; used by the question during a call. */
  'app.quit': { input: nothing, output: nothing },

  'identity.read': { input: nothing, output: identityStateSchema },
  'identity.sign': {
    input: z.strictObject({ purpose: z.enum(PURPOSES), body: z.string().max(MAX_BODY_CHARS) }),
    output: z.object({ sig: signatureSchema }),
  },
  'identity.retry': { input: nothing, output: identityStateSchema },
  /** Sets the unreadable key aside and makes a new one: a new link. Only while `unreadable`. */
  'identity.startOver': { input: nothing, output: identityStateSchema },

  'settings.read': { input: nothing, output: settingsSchema },
  'settings.change': { input: settingsChangeSchema, output: settingsSchema },

  'reach.read': { input: nothing, output: reachSchema },
  'reach.choose': { input: reachChoiceSchema, output: reachSchema },
  /** Starts the embedded server again on its port. */
  'reach.retry': { input: nothing, output: reachSchema },
  /** Takes another free port, after the user was told that old links break. */
  'reach.newPort': { input: nothing, output: reachSchema },

  /** Lets the page reach one more server for a call. Main checks it against the server the link came over. */
  'visit.open': {
    input: z.strictObject({
      server: url,
      /** null: typed, pasted or opened by the user. Otherwise the base URL of the server that brought the link. */
      via: url.nullable(),
    }),
    output: nothing,
  },
  'visit.close': { input: z.strictObject({ server: url }), output: nothing },

  'contacts.read': { input: nothing, output: contactsSchema },
  'contacts.save': { input: contactSchema, output: contactsSchema },
  'contacts.remove': { input: z.strictObject({ id: identitySchema }), output: contactsSchema },

  'history.read': { input: nothing, output: historySchema },
  'history.add': { input: callRecordSchema, output: historySchema },

  /** The call that is on, for the next page should this one be lost in it; null: none to take up. */
  'call.keep': { input: keptCallSchema.nullable(), output: nothing },
  /** What the page before lost, if that was only a moment ago. Given once. */
  'call.takeLost': { input: nothing, output: keptCallSchema.nullable() },

  'clipboard.write': { input: z.strictObject({ text: z.string().max(4096) }), output: nothing },

  /** Asks the system for access (macOS asks the person; elsewhere it only says what is set). */
  'media.access': {
    input: z.strictObject({ kind: z.enum(['microphone', 'camera']) }),
    output: z.enum(['granted', 'denied', 'unknown']),
  },
  /** Opens the system's own page where that access is given, if it has one. */
  'media.openSystemSettings': {
    input: z.strictObject({ kind: z.enum(['microphone', 'camera']) }),
    output: z.object({ opened: z.boolean() }),
  },

  /** Opens the person's browser; https, http and mailto only. The page asks the person before. */
  'link.openOutside': { input: z.strictObject({ url: z.string().max(2048) }), output: nothing },

  'share.abilities': { input: nothing, output: shareAbilitiesSchema },
  /** The user asked for the picker: main begins to look. News come as `share.sources` until it is closed. */
  'share.openPicker': { input: nothing, output: z.strictObject({ dialogue: dialogueSchema }) },
  'share.closePicker': { input: z.strictObject({ dialogue: dialogueSchema }), output: nothing },
  /**
   * The next capture that this page asks for is this source, and nothing else. Only an id that this dialogue offered (or
   * that the source's facts named as its successor). Without it every request for a capture is refused, except where the
   * system has its own picker (`source: null`).
   */
  'share.choose': {
    input: z.strictObject({
      source: z.strictObject({ dialogue: dialogueSchema, id: sourceIdSchema }).nullable(),
      sound: z.boolean(),
    }),
    output: nothing,
  },
  /** What is shared, for the sharing bar, the border and watching the source; null ends all three. */
  'share.show': { input: shareShownSchema.nullable(), output: nothing },
  /** Opens the system's own page where screen recording is allowed, if it has one. */
  'share.openSystemSettings': { input: nothing, output: z.object({ opened: z.boolean() }) },

  /** The sharing bar's page alone may send these three. */
  'bar.read': { input: nothing, output: shareShownSchema.nullable() },
  'bar.press': { input: z.strictObject({ press: z.enum(BAR_PRESSES) }), output: nothing },
  /** How tall the bar is: more where text is large. */
  'bar.fit': { input: z.strictObject({ heightPx: z.int().min(1).max(1_000) }), output: nothing },

  /** Ringing: window to the front without taking the keyboard from a field elsewhere, task bar flashing until off. */
  'window.attention': { input: z.strictObject({ on: z.boolean() }), output: nothing },
  /** During a call closing the window asks first, and the display stays awake. */
  'window.inCall': { input: z.strictObject({ active: z.boolean(), video: z.boolean() }), output: nothing },
} as const

/** Main to every window. */
export const EVENTS = {
  'identity.changed': identityStateSchema,
  'settings.changed': settingsSchema,
  'reach.changed': reachSchema,
  'contacts.changed': contactsSchema,
  'history.changed': historySchema,
  'document.trouble': documentTroubleSchema,
  /** A second start or the system handed a link over. Offered, never dialled by itself. */
  'link.opened': z.object({ link: url }),
  'share.sources': shareSourcesSchema,
  'share.facts': sourceFactsSchema,
  /** The screen was locked or unlocked, where the system says so. */
  'share.locked': z.object({ locked: z.boolean() }),
  /** To the sharing bar. */
  'bar.changed': shareShownSchema.nullable(),
  /** From the sharing bar. */
  'bar.pressed': z.object({ press: z.enum(BAR_PRESSES) }),
  /** The machine woke up, or its network addresses changed: connections are to be checked now. */
  'system.woke': z.object({ why: z.enum(['resume', 'network']) }),
} as const

export type CommandName = keyof typeof COMMANDS
export type EventName = keyof typeof EVENTS
export type CommandInput<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['input']>
export type CommandOutput<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['output']>
export type EventPayload<N extends EventName> = z.infer<(typeof EVENTS)[N]>
