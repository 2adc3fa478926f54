// Owns one line of the recent calls and the document they are kept in. How a line follows from a call that ended is the
// call layer's; what a change makes of the document is history-change.ts.
import * as z from 'zod'
import { callIdSchema } from '../protocol/call-messages'
import { identitySchema } from '../protocol/identity'
import { MAX_LINK_CHARS, MAX_NAME_CHARS } from '../protocol/limits'
import { END_REASONS } from './call'

export const MAX_RECORDS = 5_000

/** How the worst of a call's connection was, in a word; the same three as in the connection panel. */
export const QUALITIES = ['good', 'weak', 'poor'] as const

/** The last moment that a Date can say; one beyond it would end the screen that shows it. */
const LAST_DAY_MS = 8_640_000_000_000_000

const told = {
  callId: callIdSchema,
  /** The other side's identity. */
  id: identitySchema,
  /** The name it gave; a contact's name wins on screen. */
  name: z.string().max(MAX_NAME_CHARS),
  direction: z.enum(['incoming', 'outgoing']),
  video: z.boolean(),
  reason: z.enum(END_REASONS),
  /** Wall clock, milliseconds since 1970: only ever shown, no rule depends on it. */
  startedAt: z.int().min(0).max(LAST_DAY_MS),
  /** How long both sides were connected; 0 if never. */
  talkedMs: z.int().min(0),
  /** Where to call back; null where that link is closer than the server it came over, or malformed. */
  callBack: z.string().max(MAX_LINK_CHARS).nullable(),
  /** Base URL of the server that brought `callBack`; absent where the user did, and in older records. */
  via: z.string().max(MAX_LINK_CHARS).optional(),
  /** Absent where nothing was measured: never connected, or too short. */
  quality: z.enum(QUALITIES).optional(),
}

/** What the call layer tells of a call that ended. */
export const newCallRecordSchema = z.strictObject(told)
export type NewCallRecord = z.infer<typeof newCallRecordSchema>

export const callRecordSchema = z.strictObject({
  ...told,
  /** Counts up with every call: the order of the list, whatever the clock said, and what "seen up to" means. */
  n: z.int().min(1),
})
export type CallRecord = z.infer<typeof callRecordSchema>

export const historySchema = z.strictObject({
  v: z.literal(2),
  /** The number that the next call gets. */
  next: z.int().min(1),
  /** Calls below this number were seen; missed ones from it on are counted. */
  seenBelow: z.int().min(1),
  /** Newest first. */
  records: z.array(callRecordSchema).max(MAX_RECORDS),
})
export type History = z.infer<typeof historySchema>
export const EMPTY_HISTORY: History = { v: 2, next: 1, seenBelow: 1, records: [] }
