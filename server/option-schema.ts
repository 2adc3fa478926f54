// Owns what each option's value must be, whichever way it came.
import * as z from 'zod'
import { normaliseBaseUrl } from '../shared/link/base-url'
import { stunUrlSchema } from '../shared/model/settings'
import { hasUsablePort } from '../shared/protocol/ice-url'
import { isTrustable } from './client-address'
import { limitShape } from './limits'
import {
  DEFAULT_HOST,
  DEFAULT_METRICS_HOST,
  DEFAULT_PORT,
  DEFAULT_TURN_S,
  LOG_FORMATS,
  type OptionName,
} from './options'

const baseUrlSchema = z.string().transform((text, check) => {
  const base = normaliseBaseUrl(text)
  if (base.ok) return base.value
  check.addIssue({ code: 'custom' })
  return z.NEVER
})

const host = z.string().regex(/^[A-Za-z0-9.:_[\]][A-Za-z0-9.:_[\]-]{0,254}$/)

const turnUrlSchema = z
  .string()
  .max(256)
  .regex(
    /^turns?:(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/i,
  )
  .refine(hasUsablePort)

const path = z.string().min(1).max(4096).optional()

export const optionsSchema = z.strictObject({
  host: host.default(DEFAULT_HOST),
  port: z.int().min(0).max(65535).default(DEFAULT_PORT),
  'tls-cert': path,
  'tls-key': path,
  'plain-http': z.boolean().default(false),
  origin: z.array(baseUrlSchema).max(32).default([]),
  stun: z.array(stunUrlSchema.refine(hasUsablePort)).max(8).default([]),
  turn: z.array(turnUrlSchema).max(8).default([]),
  'turn-secret-file': path,
  'turn-seconds': z.int().min(10).max(86_400).default(DEFAULT_TURN_S),
  open: z.boolean().default(false),
  'invite-file': path,
  'join-code-file': path,
  'no-page': z.boolean().default(false),
  'trust-proxy': z.array(z.string().max(64).refine(isTrustable)).max(32).default([]),
  'metrics-port': z.int().min(0).max(65535).optional(),
  'metrics-host': host.default(DEFAULT_METRICS_HOST),
  log: z.enum(LOG_FORMATS).default('text'),
  ...limitShape,
} satisfies Readonly<Record<OptionName, z.ZodType>>)

export type Options = z.infer<typeof optionsSchema>
