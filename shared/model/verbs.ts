// Owns what can be asked of Parley from outside its window: by the tray, a notification, the ring window, global keys, links
// and the command line. One table for all of them; who does each is main/verbs.
import * as z from 'zod'
import { callIdSchema } from '../protocol/call-messages'
import { identitySchema } from '../protocol/identity'
import { MAX_DECLINE_CHARS, MAX_LINK_CHARS } from '../protocol/limits'

/** `null`: as the caller called. */
const withPicture = z.boolean().nullable()
/** Absent: whichever call rings. A call that doesn't ring any more is left alone. */
const ofCall = { callId: callIdSchema.optional() }

export const verbSchema = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('accept'), ...ofCall, video: withPicture }),
  z.strictObject({
    verb: z.literal('decline'),
    ...ofCall,
    /** Words for the caller. */
    message: z.string().min(1).max(MAX_DECLINE_CHARS).optional(),
  }),
  /** Only the tone: it goes on ringing to be seen. */
  z.strictObject({ verb: z.literal('silence'), ...ofCall }),
  z.strictObject({ verb: z.literal('hang-up') }),
  z.strictObject({ verb: z.literal('mute') }),
  z.strictObject({ verb: z.literal('unmute') }),
  z.strictObject({ verb: z.literal('toggle-microphone') }),
  z.strictObject({ verb: z.literal('toggle-camera') }),
  z.strictObject({ verb: z.literal('pause-sharing') }),
  z.strictObject({ verb: z.literal('resume-sharing') }),
  z.strictObject({ verb: z.literal('switch-sharing') }),
  z.strictObject({ verb: z.literal('stop-sharing') }),
  z.strictObject({
    verb: z.literal('choose-device'),
    kind: z.enum(['microphone', 'speaker', 'ringer']),
    /** null: follow the system. */
    device: z.strictObject({ id: z.string().max(256), label: z.string().max(256) }).nullable(),
  }),
  /** A press on a person is a press: it calls. */
  z.strictObject({ verb: z.literal('call-person'), id: identitySchema }),
  /** Offered, never dialled by itself. */
  z.strictObject({ verb: z.literal('offer-link'), link: z.string().max(MAX_LINK_CHARS) }),
  /** Until then; null: until it is switched off. `on: false` switches it off. */
  z.strictObject({
    verb: z.literal('do-not-disturb'),
    on: z.boolean(),
    untilMs: z.int().min(0).nullable(),
  }),
  z.strictObject({ verb: z.literal('open') }),
  z.strictObject({ verb: z.literal('open-settings') }),
  z.strictObject({ verb: z.literal('open-history') }),
  z.strictObject({ verb: z.literal('copy-link') }),
  z.strictObject({ verb: z.literal('quit') }),
])
export type Verb = z.infer<typeof verbSchema>
export type VerbName = Verb['verb']
export type VerbOf<N extends VerbName> = Extract<Verb, { verb: N }>

/** Done by the page, which has the calls and the devices. Everything else main does itself. */
export const PAGE_VERBS = [
  'accept',
  'decline',
  'hang-up',
  'mute',
  'unmute',
  'toggle-microphone',
  'toggle-camera',
  'pause-sharing',
  'resume-sharing',
  'switch-sharing',
  'stop-sharing',
  'choose-device',
  'call-person',
  'open-settings',
  'open-history',
] as const satisfies readonly VerbName[]
export type PageVerb = VerbOf<(typeof PAGE_VERBS)[number]>
const ofPage: ReadonlySet<string> = new Set(PAGE_VERBS)
export const isPageVerb = (verb: Verb): verb is PageVerb => ofPage.has(verb.verb)
export const pageVerbSchema = verbSchema.refine(isPageVerb)
