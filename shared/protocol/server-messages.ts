// Owns everything that passes between a client and our signalling server: HTTP bodies and WebSocket frames.
// What two clients say to each other through it is in call-messages.ts and opaque here.
import * as z from 'zod'
import { FAILURE_CODES } from '../failure'
import { MAX_BODY_CHARS, MAX_RETRY_AFTER_MS } from './limits'
import { peerIdSchema, publicKeySchema, signatureSchema } from './identity'

/** Signed text with its proof. `body` is a JSON string, checked only after the signature. */
export const envelopeSchema = z.strictObject({
  body: z.string().max(MAX_BODY_CHARS),
  key: publicKeySchema,
  sig: signatureSchema,
})
export type Envelope = z.infer<typeof envelopeSchema>

// ---- HTTP ----------------------------------------------------------------------------------------

/** The server's own; opaque to clients. */
export const nonceSchema = z.string().min(16).max(256)

/** GET /challenge. A stock PeerJS server answers 404 here, which is how one is known. */
export const challengeAnswerSchema = z.object({
  v: z.literal(1),
  nonce: nonceSchema,
  /** A session needs `join`. */
  joinCode: z.boolean().optional(),
})
export type ChallengeAnswer = z.infer<typeof challengeAnswerSchema>

/** 32 bytes of HMAC, base64url. What they are over: join-code.ts. */
export const joinProofSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** The JSON behind `body` of POST /session, signed for the purpose `ticket`. */
export const sessionBodySchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  /** The base URL that the client dialled, never one that the server told it. */
  audience: z.string().max(512),
  /** The PeerJS id the ticket is for: the key's identity, or a visit's form of it. */
  id: peerIdSchema,
  /** That this client has the join code, where the challenge asks for it. */
  join: joinProofSchema.optional(),
})
export type SessionBody = z.infer<typeof sessionBodySchema>

export const iceServerSchema = z.object({
  urls: z.union([z.string().max(512), z.array(z.string().max(512)).max(8)]),
  username: z.string().max(512).optional(),
  credential: z.string().max(512).optional(),
})
export type IceServer = z.infer<typeof iceServerSchema>

export const sessionAnswerSchema = z.object({
  v: z.literal(1),
  ticket: z.string().min(16).max(512),
  iceServers: z.array(iceServerSchema).max(16),
  /** How long their credentials are good from now on; absent where there are none. No clock of the client's is asked. */
  iceLifeMs: z.int().min(0).optional(),
  /** Whether this server serves the guest page, so that a web link can be offered. */
  guestPage: z.boolean(),
})
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>

/** Any refusal, over HTTP or as a NOTICE. `detail` is for a developer or an operator. */
export const refusalSchema = z.object({
  code: z.enum(FAILURE_CODES),
  detail: z.string().max(512).optional(),
  /** When it pays to try again. One that can't be meant doesn't hide the code. */
  retryAfterMs: z.int().min(0).max(MAX_RETRY_AFTER_MS).optional().catch(undefined),
})
export type Refusal = z.infer<typeof refusalSchema>

// ---- WebSocket, client to server -----------------------------------------------------------------

/** A call message for another client, answered by exactly one CTL-ACK with the same n. */
export const ctlFrameSchema = z.strictObject({
  type: z.literal('CTL'),
  dst: peerIdSchema,
  payload: z.strictObject({ n: z.int().min(0).max(Number.MAX_SAFE_INTEGER), envelope: envelopeSchema }),
})

/** PeerJS's own relayed types; the payload is the other client's business. EXPIRE and OPEN only come from us. */
export const RELAYED_TYPES = ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE'] as const

// ---- WebSocket, server to client -----------------------------------------------------------------

export const DELIVERIES = ['delivered', 'offline'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** How long a client is asked to wait, at most an hour. */
const retryAfterMs = z.int().min(0).max(3_600_000)

export const ctlAckFrameSchema = z.object({
  type: z.literal('CTL-ACK'),
  payload: z.union([
    z.object({ n: z.int(), status: z.enum(DELIVERIES) }),
    /** Not delivered and not looked for: asked too often. */
    z.object({ n: z.int(), status: z.literal('limited'), retryAfterMs }),
  ]),
})
export type CtlAckFrame = z.infer<typeof ctlAckFrameSchema>

export const ctlDeliveryFrameSchema = z.object({
  type: z.literal('CTL'),
  src: z.string().max(128),
  payload: z.object({ envelope: envelopeSchema }),
})

/** Sent before the server closes a socket, since a page sees neither a close code through PeerJS nor an HTTP status. */
export const noticeFrameSchema = z.object({
  type: z.literal('NOTICE'),
  payload: refusalSchema,
})
export type NoticeFrame = z.infer<typeof noticeFrameSchema>

// ---- through a stock PeerJS server ---------------------------------------------------------------

/** There our messages ride in CANDIDATE frames, which it relays as they are and never acknowledges. */
export const stockCtlPayloadSchema = z.object({ app: z.literal('parley'), envelope: envelopeSchema })
export type StockCtlPayload = z.infer<typeof stockCtlPayloadSchema>
