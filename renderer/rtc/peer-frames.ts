// Owns reading what a server sends over the socket: nothing reaches PeerJS or the call layer that didn't pass here.
// Leaves what a frame does to peer-link.ts and peer-signalling.ts.
import * as z from 'zod'
import type { FailureCode } from '../../shared/failure'
import { offerMetadataSchema } from '../../shared/protocol/call-messages'
import { peerIdSchema } from '../../shared/protocol/identity'
import {
  ctlAckFrameSchema,
  ctlDeliveryFrameSchema,
  noticeFrameSchema,
  stockCtlPayloadSchema,
  type CtlAckFrame,
  type Envelope,
} from '../../shared/protocol/server-messages'

/** Marks a frame that we send to ourselves through a stock server, which echoes no heartbeat. */
export const PROBE_APP = 'parley-probe'

/** An id that PeerJS makes for a media connection. */
const connectionId = z.string().regex(/^mc_[a-z0-9]{1,32}$/)
const sdp = z.string().max(20_000)

const offerSchema = z.object({
  type: z.literal('OFFER'),
  src: peerIdSchema,
  payload: z.object({
    sdp: z.object({ type: z.literal('offer'), sdp }),
    type: z.literal('media'),
    connectionId,
    metadata: offerMetadataSchema,
  }),
})
const answerSchema = z.object({
  type: z.literal('ANSWER'),
  src: peerIdSchema,
  payload: z.object({
    sdp: z.object({ type: z.literal('answer'), sdp }),
    type: z.literal('media'),
    connectionId,
  }),
})
const candidateSchema = z.object({
  type: z.literal('CANDIDATE'),
  src: peerIdSchema,
  payload: z.object({
    candidate: z.object({
      candidate: z.string().min(1).max(1024),
      sdpMid: z.string().max(32).nullish(),
      sdpMLineIndex: z.int().min(0).max(64).nullish(),
      usernameFragment: z.string().max(256).nullish(),
    }),
    type: z.literal('media'),
    connectionId,
  }),
})
const stockCtlSchema = z.object({
  type: z.literal('CANDIDATE'),
  src: peerIdSchema,
  payload: stockCtlPayloadSchema,
})
const probeSchema = z.object({
  type: z.literal('CANDIDATE'),
  src: peerIdSchema,
  payload: z.object({ app: z.literal(PROBE_APP) }),
})
const expireSchema = z.object({ type: z.literal('EXPIRE'), src: peerIdSchema })
const errorSchema = z.object({ type: z.literal('ERROR'), payload: z.object({ msg: z.string().max(512) }) })

/** PeerJS's frames that pass on to it, with the fields that it reads and no others. */
export type MediaFrame =
  z.infer<typeof offerSchema> | z.infer<typeof answerSchema> | z.infer<typeof candidateSchema>

export type ServerFrame =
  | { readonly type: 'open' }
  | { readonly type: 'heartbeat' }
  /** The server is about to close this socket, and why. */
  | { readonly type: 'notice'; readonly code: FailureCode; readonly retryAfterMs?: number }
  | {
      readonly type: 'envelope'
      readonly from: string
      readonly envelope: Envelope
      readonly via: 'own' | 'stock'
    }
  | { readonly type: 'ack'; readonly n: number; readonly status: CtlAckFrame['payload']['status'] }
  /** Nobody took what was sent to this id; a stock server's only word on delivery. */
  | { readonly type: 'expired'; readonly to: string }
  /** Our own frame to ourselves, back from a stock server. */
  | { readonly type: 'probe'; readonly from: string }
  | { readonly type: 'media'; readonly frame: MediaFrame }

const typeSchema = z.object({ type: z.string().max(32) })

/** Null for everything unknown, malformed or of no use to us: LEAVE (it would let a server end our calls) and data offers. */
export function readServerFrame(data: unknown): ServerFrame | null {
  const head = typeSchema.safeParse(data)
  if (!head.success) return null
  switch (head.data.type) {
    case 'OPEN':
      return { type: 'open' }
    case 'HEARTBEAT':
      return { type: 'heartbeat' }
    case 'NOTICE':
    case 'ERROR':
    case 'ID-TAKEN':
    case 'INVALID-KEY':
      return { type: 'notice', ...refusalOf(head.data.type, data) }
    case 'CTL':
      return read(ctlDeliveryFrameSchema, data, (frame) =>
        envelopeFrom(frame.src, frame.payload.envelope, 'own'),
      )
    case 'CTL-ACK':
      return read(ctlAckFrameSchema, data, ({ payload }) => ({
        type: 'ack',
        n: payload.n,
        status: payload.status,
      }))
    case 'EXPIRE':
      return read(expireSchema, data, ({ src }) => ({ type: 'expired', to: src }))
    case 'OFFER':
      return read(offerSchema, data, (frame) => ({ type: 'media', frame }))
    case 'ANSWER':
      return read(answerSchema, data, (frame) => ({ type: 'media', frame }))
    case 'CANDIDATE':
      return readCandidate(data)
    default:
      return null
  }
}

function read<T>(
  schema: z.ZodType<T>,
  data: unknown,
  then: (frame: T) => ServerFrame | null,
): ServerFrame | null {
  const frame = schema.safeParse(data)
  return frame.success ? then(frame.data) : null
}

function envelopeFrom(from: string, envelope: Envelope, via: 'own' | 'stock'): ServerFrame | null {
  return peerIdSchema.safeParse(from).success ? { type: 'envelope', from, envelope, via } : null
}

// Three things travel as CANDIDATE: PeerJS's candidates, our messages through a stock server, and our probe of one.
function readCandidate(data: unknown): ServerFrame | null {
  return (
    read(candidateSchema, data, (frame) => ({ type: 'media', frame })) ??
    read(stockCtlSchema, data, ({ src, payload }) => envelopeFrom(src, payload.envelope, 'stock')) ??
    read(probeSchema, data, ({ src }) => ({ type: 'probe', from: src }))
  )
}

function refusalOf(type: string, data: unknown): { code: FailureCode; retryAfterMs?: number } {
  const notice = noticeFrameSchema.safeParse(data)
  if (!notice.success) return { code: stockRefusalOf(type, data) }
  const { code, retryAfterMs } = notice.data.payload
  return retryAfterMs === undefined ? { code } : { code, retryAfterMs }
}

function stockRefusalOf(type: string, data: unknown): FailureCode {
  if (type === 'ID-TAKEN') return 'id-taken'
  if (type === 'INVALID-KEY') return 'not-a-parley-server'
  const error = errorSchema.safeParse(data)
  // peer 1.0.2's words for its concurrent_limit
  return error.success && /concurrent user limit/i.test(error.data.payload.msg)
    ? 'server-full'
    : 'server-answer-malformed'
}
