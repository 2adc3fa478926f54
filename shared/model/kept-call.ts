// Owns what a host remembers of the call that is on, so that a page which was lost in it can take it up. Never on disk.
import * as z from 'zod'
import { callIdSchema } from '../protocol/call-messages'
import { identitySchema } from '../protocol/identity'
import { MAX_LINK_CHARS, MAX_NAME_CHARS } from '../protocol/limits'

/** After a page was lost, its successor has this long to take up the call. */
export const KEPT_CALL_MS = 20_000

const url = z.string().max(MAX_LINK_CHARS)

export const keptCallSchema = z.strictObject({
  callId: callIdSchema,
  /** The first call's, where this one goes on for another; and so are the next three. */
  firstCallId: callIdSchema,
  direction: z.enum(['incoming', 'outgoing']),
  video: z.boolean(),
  /** Wall clock, only ever shown. */
  startedAt: z.int().min(0),
  /** When both were first connected, by the wall clock: only ever shown. */
  connectedAt: z.int().min(0),
  /** The other side. */
  id: identitySchema,
  name: z.string().max(MAX_NAME_CHARS),
  callBack: url.nullable(),
  /** Where the other side is reached: over home, or by a visit to that server. */
  server: url,
  home: z.boolean(),
  /** The server that brought the link, as for `visit.open`. */
  via: url.nullable(),
  /** The PeerJS id that the other side has there. */
  peerId: z.string().max(64),
  /** What this side had switched on. */
  microphone: z.boolean(),
  camera: z.boolean(),
})
export type KeptCall = z.infer<typeof keptCallSchema>
