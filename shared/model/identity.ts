// Owns what the app is told about its own identity. The private key stays with main, or with a guest's WebCrypto.
import * as z from 'zod'
import { identitySchema, publicKeySchema } from '../protocol/identity'

export const identityStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('loading') }),
  z.object({
    status: z.literal('ready'),
    id: identitySchema,
    key: publicKeySchema,
    /** `file`: no working keyring, so the key lies in a file that only this user can read. */
    kept: z.enum(['keyring', 'file', 'browser']),
  }),
  /** The keyring is there but locked: nobody can ring you. */
  z.object({ status: z.literal('locked') }),
  /** There is a stored key that can't be read. Never replaced silently. */
  z.object({ status: z.literal('unreadable'), detail: z.string().max(512) }),
])
export type IdentityState = z.infer<typeof identityStateSchema>
