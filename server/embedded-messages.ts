// Owns what main and the embedded server's process say to each other, checked where it arrives.
import * as z from 'zod'
import { FAILURE_CODES } from '../shared/failure'

const base = z.string().max(512)

export const embeddedConfigSchema = z.strictObject({
  host: z.string().min(1).max(255),
  port: z.int().min(0).max(65535),
  /** Empty: localhost and each address that it listens on. */
  origins: z.array(base).max(32),
  /** The built renderer; null: no guest page. */
  pageFolder: z.string().max(4096).nullable(),
  stun: z.array(z.string().max(256)).max(8),
})
export type EmbeddedConfig = z.infer<typeof embeddedConfigSchema>

/** Main to the server. The first message is `start`; another one is ignored unless that failed. */
export const toEmbeddedSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start'), config: embeddedConfigSchema }),
  /** Closes every connection; then the process ends by itself. */
  z.strictObject({ type: z.literal('stop') }),
])
export type ToEmbedded = z.infer<typeof toEmbeddedSchema>

/** The server to main. */
export const fromEmbeddedSchema = z.discriminatedUnion('type', [
  /** `addresses` are the base URLs that it answers to, loopback names first. */
  z.strictObject({ type: z.literal('started'), port: z.int(), addresses: z.array(base) }),
  /** `port` is the one that was wanted. It waits for another `start`, or to be ended. */
  z.strictObject({
    type: z.literal('failed'),
    code: z.enum(FAILURE_CODES),
    port: z.int(),
    detail: z.string().optional(),
  }),
])
export type FromEmbedded = z.infer<typeof fromEmbeddedSchema>
