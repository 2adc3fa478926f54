// Owns one line of the recent calls and how it follows from a call that ended. Nothing else writes history.
import * as z from 'zod'
import { callIdSchema } from '../protocol/call-messages'
import { identitySchema } from '../protocol/identity'
import { MAX_LINK_CHARS, MAX_NAME_CHARS } from '../protocol/limits'
import { END_REASONS } from './call'

export const MAX_RECORDS = 5_000

export const callRecordSchema = z.strictObject({
  callId: callIdSchema,
  /** The other side's identity. */
  id: identitySchema,
  /** The name it gave; a contact's name wins on screen. */
  name: z.string().max(MAX_NAME_CHARS),
  direction: z.enum(['incoming', 'outgoing']),
  video: z.boolean(),
  reason: z.enum(END_REASONS),
  /** Wall clock, milliseconds since 1970: only ever shown, no rule depends on it. */
  startedAt: z.int().min(0),
  /** How long both sides were connected; 0 if never. */
  talkedMs: z.int().min(0),
  /** Where to call back; null where that link is closer than the server it came over, or malformed. */
  callBack: z.string().max(MAX_LINK_CHARS).nullable(),
  /** Base URL of the server that brought `callBack`; absent where the user did, and in older records. */
  via: z.string().max(MAX_LINK_CHARS).optional(),
})
export type CallRecord = z.infer<typeof callRecordSchema>

export const historySchema = z.strictObject({
  v: z.literal(1),
  records: z.array(callRecordSchema).max(MAX_RECORDS),
})
export type History = z.infer<typeof historySchema>
export const EMPTY_HISTORY: History = { v: 1, records: [] }
