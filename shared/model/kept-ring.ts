// Owns what a host knows of a call that rings, so that it goes on ringing where its page is lost, and the next page can answer
// it. Never on disk. What is shown of it is ring.ts.
import * as z from 'zod'
import { MAX_LINK_CHARS, MAX_NAME_CHARS, RING_MS } from '../protocol/limits'
import { MAX_RINGS, ringSchema } from './ring'

const url = z.string().max(MAX_LINK_CHARS)

/** The caller, as reached over home. */
export const ringOriginSchema = z.strictObject({
  /** The PeerJS id that the caller has there. */
  peerId: z.string().max(64),
  /** As the caller gave it, cleaned: for the history. */
  name: z.string().max(MAX_NAME_CHARS),
  callBack: url.nullable(),
  /** The server that brought `callBack`. */
  via: url.nullable(),
  /** Wall clock, only ever shown. */
  startedAt: z.int().min(0),
})
export type RingOrigin = z.infer<typeof ringOriginSchema>

export const toldRingSchema = z.strictObject({
  ring: ringSchema,
  /** null: it came over a visit, which is gone with its page. */
  origin: ringOriginSchema.nullable(),
})
export type ToldRing = z.infer<typeof toldRingSchema>

/** The whole list, oldest first. */
export const toldRingsSchema = z.array(toldRingSchema).max(MAX_RINGS)

/** A ring whose page was lost, for the next one. */
export const keptRingSchema = z.strictObject({
  ring: ringSchema,
  origin: ringOriginSchema,
  /** 0: it rings no more, and its caller doesn't know that yet. */
  msLeft: z.int().min(0).max(RING_MS),
  /** The next page's messages of this call are numbered from here, above any of the lost page's. */
  afterSeq: z.int().min(0).max(1_000_000),
})
export type KeptRing = z.infer<typeof keptRingSchema>
