// Owns the messages between two clients, the same on the socket path (signed) and on the ctl channel (DTLS).
// Leaves the envelope to server-messages.ts, and what a message does to the call machine.
import * as z from 'zod'
import { RING_PROOF_STEPS } from '../model/call'
import { pictureDataSchema } from '../model/picture'
import { MAX_DECLINE_CHARS, MAX_LINK_CHARS, MAX_NAME_CHARS, PROTOCOL_VERSION } from './limits'
import { HELD_REASONS, MAX_TITLE_CHARS, SHARE_MODES, type HeldReason } from '../model/share'
import { fingerprintSchema, identitySchema } from './identity'

export const CALL_ID_PATTERN = /^[0-9a-f]{32}$/
export const callIdSchema = z.string().regex(CALL_ID_PATTERN)

const head = {
  v: z.literal(PROTOCOL_VERSION),
  callId: callIdSchema,
  /** Which connection of the call; 1 until a later version builds a fresh one beside a broken one. */
  path: z.int().min(1).max(1000),
  /** Per call and sender, from 1 upwards; the same number when one message goes both ways. */
  seq: z.int().min(1).max(1_000_000_000),
  from: identitySchema,
  to: identitySchema,
  role: z.enum(['caller', 'callee']),
  /** The sender's own name; what a user sees is cleaned of control characters first. */
  name: z.string().max(MAX_NAME_CHARS),
}

export const SENDING = ['on', 'off', 'none'] as const
/** `none`: no device, or not allowed to use it. */
export type Sending = (typeof SENDING)[number]

/** What is shared. The picture itself comes over the screen's transceiver. */
export const sharedScreenSchema = z.object({
  /** Counts up with each source that this side shares in this call: a new one is another picture. */
  epoch: z.int().min(1).max(1_000_000),
  kind: z.enum(['screen', 'window']),
  /** As it stands over the window; what a user sees is cleaned of control characters first. */
  title: z.string().max(MAX_TITLE_CHARS),
  mode: z.enum(SHARE_MODES),
  /** Why viewers keep the last real picture; null while it is live. What a later version says is read as `hidden`. */
  held: z
    .enum(HELD_REASONS)
    .or(
      z
        .string()
        .max(32)
        .transform((): HeldReason => 'hidden'),
    )
    .nullable(),
  /** The window was closed. A field of its own beside `held: 'hidden'`, which is what older versions understand. */
  closed: z.literal(true).optional(),
  /** Whether sound of the system comes with it. */
  sound: z.boolean(),
})
export type SharedScreen = z.infer<typeof sharedScreenSchema>

/** In UTF-16 code units; at three bytes each at most it stays below what the channel takes. */
export const MAX_TEXT_CHARS = 4096

/** Empty: there was one that breaks the bounds. No call is lost for that. */
const sentPicture = pictureDataSchema.catch('')

const sdp = z.string().max(20_000)

export const callMessageSchema = z.discriminatedUnion('t', [
  z.object({
    ...head,
    t: z.literal('invite'),
    /** Whether the caller calls with a picture. */
    video: z.boolean(),
    /** The caller's own link, so that "call back" works. */
    link: z.string().max(MAX_LINK_CHARS),
    fingerprint: fingerprintSchema,
    /** Set where this invite takes up a call whose connection was lost with a renderer. */
    answers: callIdSchema.optional(),
    /** The caller's picture; one that is stored with a contact wins, and a stranger's isn't shown while it rings. */
    picture: sentPicture.optional(),
  }),
  /** `fingerprint` is there when the callee connects while it rings. */
  z.object({ ...head, t: z.literal('ringing'), fingerprint: fingerprintSchema.optional() }),
  /** To a contact, while it rings: what was seen of it here. Older versions don't know it, and say `ringing` alone. */
  z.object({ ...head, t: z.literal('rung'), step: z.enum(RING_PROOF_STEPS) }),
  z.object({
    ...head,
    t: z.literal('accept'),
    video: z.boolean(),
    fingerprint: fingerprintSchema,
    /** The callee's picture: only whom one talks to sees it. */
    picture: sentPicture.optional(),
  }),
  z.object({
    ...head,
    t: z.literal('decline'),
    /** Nobody pressed anything: it rang here for as long as its user wants it to. */
    unanswered: z.literal(true).optional(),
    /** Words for the caller; what a user sees is cleaned of control characters first. */
    message: z.string().min(1).max(MAX_DECLINE_CHARS).optional(),
  }),
  z.object({ ...head, t: z.literal('busy') }),
  z.object({ ...head, t: z.literal('cancel') }),
  z.object({
    ...head,
    t: z.literal('bye'),
    reason: z.enum(['hung-up', 'failed', 'not-in-call', 'refused']),
    /** The page goes away and may only be loaded again: an invite with `answers` may follow within seconds. */
    mayReturn: z.literal(true).optional(),
    /** Beside `failed`: the sender only goes through a relay, and found none. Older versions read `failed` alone. */
    noRelay: z.literal(true).optional(),
  }),
  /** A full snapshot, never a change. */
  z.object({
    ...head,
    t: z.literal('state'),
    mic: z.enum(SENDING),
    cam: z.enum(SENDING),
    screen: z.enum(SENDING),
    /** Set while `screen` is `on`. */
    share: sharedScreenSchema.nullish(),
  }),
  /** What this side decodes of the other's screen, about every 2 s while it is shown: the presenter sees the truth. */
  z.object({
    ...head,
    t: z.literal('seen'),
    /** Of which share. */
    epoch: z.int().min(1).max(1_000_000),
    width: z.int().min(0).max(16_384),
    height: z.int().min(0).max(16_384),
    fps: z.number().min(0).max(240),
    /** Freezes, and how long they lasted in all, since this share began. */
    freezes: z.int().min(0).max(1_000_000),
    frozenMs: z.number().min(0).max(1e9),
  }),
  /** How this side's line is, about every 5 s: whose side a bad connection is on needs both. Null: not known. */
  z.object({
    ...head,
    t: z.literal('line'),
    /** How much later than the quickest its home server's last echoes came at worst, and how many there were. */
    lateMs: z.number().min(0).max(60_000).nullable(),
    beats: z.int().min(0).max(100),
    /** What it receives, of the last seconds. */
    lossPct: z.number().min(0).max(100).nullable(),
    jitterMs: z.number().min(0).max(60_000).nullable(),
    /** Its computer is too busy for the picture it should send. */
    busy: z.boolean(),
  }),
  /** Plain text, over the channel only: on the socket way the server could read it. */
  z.object({ ...head, t: z.literal('text'), text: z.string().min(1).max(MAX_TEXT_CHARS) }),
  /** `of` is the seq of the text that arrived and is shown. */
  z.object({ ...head, t: z.literal('text-received'), of: z.int().min(1) }),
  z.object({
    ...head,
    t: z.literal('description'),
    description: z.object({
      type: z.enum(['offer', 'answer']),
      sdp,
      /** Numbers one side's offers; an answer carries its offer's, since an answer to an older one must not be applied. */
      round: z.int().min(1).max(1_000_000_000).optional(),
    }),
  }),
  z.object({
    ...head,
    t: z.literal('candidate'),
    candidate: z.object({
      candidate: z.string().max(1024),
      sdpMid: z.string().max(32).nullish(),
      sdpMLineIndex: z.int().min(0).max(64).nullish(),
      usernameFragment: z.string().max(256).nullish(),
    }),
  }),
  z.object({ ...head, t: z.literal('restart-request') }),
  z.object({ ...head, t: z.literal('ping') }),
  /** `of` is the seq of the ping that it answers. */
  z.object({ ...head, t: z.literal('pong'), of: z.int().min(1) }),
])

export type CallMessage = z.infer<typeof callMessageSchema>
export type CallMessageKind = CallMessage['t']
export type CallMessageOf<K extends CallMessageKind> = Extract<CallMessage, { t: K }>

type HeadField = keyof typeof head
type WithoutHead<M> = M extends CallMessage ? Omit<M, HeadField> : never
/** What a caller of `send` supplies; the courier adds the rest. */
export type CallMessageContent = WithoutHead<CallMessage>

export const CALL_MESSAGE_KINDS: ReadonlySet<string> = new Set<string>(
  callMessageSchema.options.map((option) => option.shape.t.value),
)

/** Enough of any message, also of a later version, to know what it is and whom it is from. */
export const messageHeadSchema = z.object({
  v: z.int(),
  t: z.string().max(64),
  callId: callIdSchema,
  from: identitySchema,
  to: identitySchema,
})

/** These end or decide a call, so they go over the socket and over ctl under one seq; the first to arrive counts. */
export const BOTH_WAYS: ReadonlySet<CallMessageKind> = new Set<CallMessageKind>([
  'accept',
  'decline',
  'cancel',
  'bye',
])

/** Never over the socket: private, or of no use later. One that comes there is ignored and counted. */
export const CHANNEL_ONLY: ReadonlySet<CallMessageKind> = new Set<CallMessageKind>([
  'ping',
  'pong',
  'seen',
  'line',
  'text',
  'text-received',
])

/** The `metadata` of PeerJS's OFFER: how a connection finds its call. */
export const offerMetadataSchema = z.object({
  v: z.literal(PROTOCOL_VERSION),
  callId: callIdSchema,
  path: z.int().min(1).max(1000),
})
export type OfferMetadata = z.infer<typeof offerMetadataSchema>
