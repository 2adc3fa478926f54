// Owns everything that the renderer and main say to each other: name → input check and output check.
// Types derive from it, preload takes its names, main must supply every handler. A new call is a row here and a handler.
import * as z from 'zod'
import { MAX_BODY_CHARS, MAX_LINK_CHARS, MAX_TEXT_LINES } from '../protocol/limits'
import { MAX_TEXT_CHARS, callIdSchema } from '../protocol/call-messages'
import { PURPOSES, identitySchema, peerIdSchema, signatureSchema } from '../protocol/identity'
import { joinCodeSchema } from '../protocol/join-code'
import { joinProofSchema, nonceSchema } from '../protocol/server-messages'
import { MAX_RECORDS, callRecordSchema, newCallRecordSchema, historySchema } from '../model/call-record'
import {
  MAX_CONTACTS,
  blockedSchema,
  contactEditSchema,
  contactSchema,
  contactsSchema,
} from '../model/contact'
import { appAboutSchema, appInfoSchema } from '../model/app-info'
import { documentTroubleSchema } from '../model/document-trouble'
import { identityStateSchema } from '../model/identity'
import { newPassphraseSchema, passphraseSchema } from '../model/identity-backup'
import { globalKeysStateSchema } from '../model/global-keys'
import { keptCallSchema } from '../model/kept-call'
import { keptRingSchema, toldRingsSchema } from '../model/kept-ring'
import { loginStateSchema } from '../model/login'
import { pictureDataSchema, pictureIdSchema } from '../model/picture'
import { reachChoiceSchema, reachSchema } from '../model/reach'
import { RING_PROOF_STEPS } from '../model/call'
import { MAX_RINGS, ringShownSchema } from '../model/ring'
import { notSentSchema, selfTestSchema, testBegunSchema, testSentSchema } from '../model/self-test'
import { settingsChangeSchema, settingsSchema } from '../model/settings'
import {
  BAR_PRESSES,
  barShownSchema,
  dialogueSchema,
  shareAbilitiesSchema,
  shareShownSchema,
  shareSourcesSchema,
  sourceFactsSchema,
  sourceIdSchema,
} from '../model/share'
import { statusSchema } from '../model/status'
import { updateStateSchema } from '../model/update'
import { pageVerbSchema, verbSchema } from '../model/verbs'

const nothing = z.undefined()
const url = z.string().max(MAX_LINK_CHARS)

/** The name of a saved identity's file, for the user; null: the user cancelled. */
const backupFileSchema = z.object({ file: z.string().nullable() })

/** Request and answer. Every answer is a Result: the codes are shared/failure.ts. */
export const COMMANDS = {
  'app.info': { input: nothing, output: appInfoSchema },
  /** Ends the app, as closing its window does; used by the question during a call. */
  'app.quit': { input: nothing, output: nothing },
  /** What settings say about the app and where it keeps things. */
  'app.about': { input: nothing, output: appAboutSchema },
  /** Shows a folder in the system's own file manager. */
  'app.openFolder': {
    input: z.strictObject({ folder: z.enum(['data', 'logs']) }),
    output: z.object({ opened: z.boolean() }),
  },
  /** Everything of this profile, the key included; then the app starts anew. After the user was asked. */
  'app.deleteEverything': { input: nothing, output: nothing },

  'identity.read': { input: nothing, output: identityStateSchema },
  'identity.sign': {
    input: z.strictObject({ purpose: z.enum(PURPOSES), body: z.string().max(MAX_BODY_CHARS) }),
    output: z.object({ sig: signatureSchema }),
  },
  'identity.retry': { input: nothing, output: identityStateSchema },
  /** Sets the unreadable key aside and makes a new one: a new link. Only while `unreadable`. */
  'identity.startOver': { input: nothing, output: identityStateSchema },

  /** Seals the key with the passphrase and writes it where the user says; null: cancelled. A guest's key stays. */
  'identity.save': { input: z.strictObject({ passphrase: newPassphraseSchema }), output: backupFileSchema },
  /** Asks for a file and checks that it is a saved identity; null: cancelled. */
  'identity.chooseSaved': { input: nothing, output: backupFileSchema },
  /** Takes the chosen one in place of the present identity, which is set aside; then the page is loaded anew. */
  'identity.restore': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: identityStateSchema,
  },

  'settings.read': { input: nothing, output: settingsSchema },
  'settings.change': { input: settingsChangeSchema, output: settingsSchema },

  /** Whether the system starts Parley with the session: its own answer. */
  'login.read': { input: nothing, output: loginStateSchema },
  'login.set': { input: z.strictObject({ on: z.boolean() }), output: loginStateSchema },

  /** What became of the global keys that the settings name. */
  'keys.read': { input: nothing, output: globalKeysStateSchema },
  /** While keys are pressed to be chosen, none of them does anything. */
  'keys.pause': { input: z.strictObject({ paused: z.boolean() }), output: nothing },

  'reach.read': { input: nothing, output: reachSchema },
  'reach.choose': { input: reachChoiceSchema, output: reachSchema },
  /** Starts the embedded server again on its port. */
  'reach.retry': { input: nothing, output: reachSchema },
  /** Takes another free port, after the user was told that old links break. */
  'reach.newPort': { input: nothing, output: reachSchema },

  /** Keeps the join code of a server, in place of one before. */
  'join.keep': { input: z.strictObject({ server: url, code: joinCodeSchema }), output: nothing },
  /** Proves to that server that its code is kept here; null where none is. */
  'join.prove': {
    input: z.strictObject({ server: url, nonce: nonceSchema, id: peerIdSchema }),
    output: z.object({ proof: joinProofSchema.nullable() }),
  },

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

  /** What changes below is told to every window by `contacts.changed` and `history.changed`, before the answer. */
  'contacts.read': { input: nothing, output: contactsSchema },
  /** Adds them, each in place of the entry of the same identity: a new one, an import, undoing a removal. */
  'contacts.put': {
    input: z.strictObject({ contacts: z.array(contactSchema).min(1).max(MAX_CONTACTS) }),
    output: nothing,
  },
  'contacts.edit': {
    input: z.strictObject({ id: identitySchema, edit: contactEditSchema }),
    output: nothing,
  },
  /** All or none. */
  'contacts.remove': {
    input: z.strictObject({ ids: z.array(identitySchema).min(1).max(MAX_CONTACTS) }),
    output: nothing,
  },
  'contacts.block': { input: blockedSchema, output: nothing },
  'contacts.unblock': { input: z.strictObject({ id: identitySchema }), output: nothing },

  'history.read': { input: nothing, output: historySchema },
  'history.add': { input: newCallRecordSchema, output: nothing },
  'history.remove': {
    input: z.strictObject({ numbers: z.array(z.int().min(1)).min(1).max(MAX_RECORDS) }),
    output: nothing,
  },
  'history.putBack': {
    input: z.strictObject({ records: z.array(callRecordSchema).min(1).max(MAX_RECORDS) }),
    output: nothing,
  },
  /** The user has seen the calls below this number. */
  'history.see': { input: z.strictObject({ below: z.int().min(1) }), output: nothing },

  /** Keeps a picture beside the documents. What no document names any more goes at the next start. */
  'pictures.save': {
    input: z.strictObject({ data: pictureDataSchema }),
    output: z.object({ picture: pictureIdSchema }),
  },
  /** Those that are there. */
  'pictures.read': {
    input: z.strictObject({ pictures: z.array(pictureIdSchema).min(1).max(100) }),
    output: z.object({
      pictures: z.array(z.object({ picture: pictureIdSchema, data: pictureDataSchema })).max(100),
    }),
  },

  /** The call that is on, for the next page should this one be lost in it; null: none to take up. */
  'call.keep': { input: keptCallSchema.nullable(), output: nothing },
  /** What the page before lost, if that was only a moment ago. Given once. */
  'call.takeLost': { input: nothing, output: keptCallSchema.nullable() },

  /** At most every text of a call that didn't arrive, one below the other. */
  'clipboard.write': {
    input: z.strictObject({ text: z.string().max(MAX_TEXT_LINES * (MAX_TEXT_CHARS + 1)) }),
    output: nothing,
  },

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
  'bar.read': { input: nothing, output: barShownSchema.nullable() },
  'bar.press': { input: z.strictObject({ press: z.enum(BAR_PRESSES) }), output: nothing },
  /** How tall the bar is: more where text is large. */
  'bar.fit': { input: z.strictObject({ heightPx: z.int().min(1).max(1_000) }), output: nothing },

  /** Which calls ring here, the whole list. What is then seen and heard is main's: it goes on where this page is lost. */
  'rings.tell': { input: toldRingsSchema, output: nothing },
  /** What rang in the page before, which was lost: for a page that is on its server, and tells of what it takes. */
  'rings.takeLost': { input: nothing, output: z.array(keptRingSchema).max(MAX_RINGS) },
  /** The user switched the tone of this call off; it goes on ringing to be seen. */
  'rings.silence': { input: z.strictObject({ callId: callIdSchema }), output: nothing },
  /** What the tray and the menus show and can do. */
  'status.tell': { input: statusSchema, output: nothing },

  /** The ring window's page alone may send these. */
  'ringwindow.read': { input: nothing, output: ringShownSchema.nullable() },
  'ringwindow.press': { input: verbSchema, output: nothing },
  /** The loudest sample of the last moment, 0 to 1, measured while the tone plays. */
  'ringwindow.heard': { input: z.strictObject({ peak: z.number().min(0).max(1) }), output: nothing },
  /** The tone can't be played where it should be: another ringer is taken, or none is there. */
  'ringwindow.toneFailed': { input: nothing, output: nothing },
  'ringwindow.fit': { input: z.strictObject({ heightPx: z.int().min(1).max(1_000) }), output: nothing },

  /** What comes of a check is told by `updates.changed`; a restart is refused during a call and while it rings. */
  'updates.read': { input: nothing, output: updateStateSchema },
  'updates.check': { input: nothing, output: nothing },
  'updates.restart': { input: nothing, output: nothing },
  /** "Ring me in 10 seconds": how far it is, or what the last one found. */
  'selftest.read': { input: nothing, output: selfTestSchema },
  /** Hides the window, counts down and rings; null: it begins, or is on already. */
  'selftest.begin': { input: nothing, output: testBegunSchema },
  'selftest.cancel': { input: nothing, output: nothing },
  /** The message with this value didn't get out of this page. */
  'selftest.notSent': { input: notSentSchema, output: nothing },
  /** A message of our own, signed by ourselves, came back over the home server with this value. */
  'selftest.returned': { input: testSentSchema, output: nothing },

  /** During a call closing the window asks first, and the display stays awake. */
  'window.inCall': { input: z.strictObject({ active: z.boolean(), video: z.boolean() }), output: nothing },
} as const

/** Main to every window. */
export const EVENTS = {
  'identity.changed': identityStateSchema,
  'settings.changed': settingsSchema,
  'keys.changed': globalKeysStateSchema,
  'reach.changed': reachSchema,
  'updates.changed': updateStateSchema,
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
  'bar.changed': barShownSchema.nullable(),
  /** From the sharing bar. */
  'bar.pressed': z.object({ press: z.enum(BAR_PRESSES) }),
  /** To the ring window; null: nothing rings. */
  'ringwindow.changed': ringShownSchema.nullable(),
  /** Asked for outside this page: by the tray, a notification, the ring window, a global key, the command line. */
  'verb.asked': pageVerbSchema,
  /** What the user of this computer was seen or heard to be shown of a call that rings. */
  'ring.proven': z.object({ callId: callIdSchema, step: z.enum(RING_PROOF_STEPS) }),
  'selftest.changed': selfTestSchema,
  /** A value that was just made: to be sent to ourselves through the home server, signed. */
  'selftest.send': testSentSchema,
  /** The machine woke up, or its network addresses changed: connections are to be checked now. */
  'system.woke': z.object({ why: z.enum(['resume', 'network']) }),
} as const

export type CommandName = keyof typeof COMMANDS
export type EventName = keyof typeof EVENTS
export type CommandInput<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['input']>
export type CommandOutput<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['output']>
export type EventPayload<N extends EventName> = z.infer<(typeof EVENTS)[N]>
