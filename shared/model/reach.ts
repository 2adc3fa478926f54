// Owns how a device says where it can be reached: which server is home, what its links name, what stands in the way.
import * as z from 'zod'
import { FAILURE_CODES } from '../failure'
import { REACH_MODES } from './settings'

const base = z.string().max(512)

export const homeServerSchema = z.discriminatedUnion('status', [
  /** Nothing chosen yet (first start), or nobody asked for a server. */
  z.object({ status: z.literal('none') }),
  z.object({ status: z.literal('starting') }),
  z.object({
    status: z.literal('ready'),
    /** What this app dials. */
    dial: base,
    /** What its links name; differs from `dial` where the app dials its own server by loopback. */
    advertised: base,
    embedded: z.boolean(),
    /** Set once after the address or port changed: links given out before no longer work. */
    oldLinksBreak: z.boolean(),
  }),
  /** The embedded server couldn't start. `port` is the one that was wanted. */
  z.object({ status: z.literal('failed'), code: z.enum(FAILURE_CODES), port: z.int() }),
])
export type HomeServer = z.infer<typeof homeServerSchema>

export const reachSchema = z.object({ mode: z.enum(REACH_MODES), home: homeServerSchema })
export type Reach = z.infer<typeof reachSchema>

export const reachChoiceSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('this-computer') }),
  z.strictObject({ mode: z.literal('this-network') }),
  z.strictObject({ mode: z.literal('anywhere'), server: base }),
])
export type ReachChoice = z.infer<typeof reachChoiceSchema>
