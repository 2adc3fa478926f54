// Owns how the join codes of servers lie on the disk: sealed by the keyring, or as they are where there is none, as the key does.
// Leaves the file's rights (this user only) to documents/folder.ts.
import * as z from 'zod'
import { joinCodeSchema } from '../../shared/protocol/join-code'

/** One for each server that somebody calls at; the one that was kept longest ago goes first. */
export const MAX_JOIN_CODES = 100

const server = z.string().max(512)

const keptCodeSchema = z.discriminatedUnion('kept', [
  z.strictObject({
    server,
    kept: z.literal('keyring'),
    sealed: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/)
      .max(8192),
  }),
  z.strictObject({ server, kept: z.literal('file'), code: joinCodeSchema }),
])
export type KeptCode = z.infer<typeof keptCodeSchema>

export const joinCodesSchema = z.strictObject({
  v: z.literal(1),
  /** The newest last. */
  codes: z.array(keptCodeSchema).max(MAX_JOIN_CODES),
})
export type JoinCodes = z.infer<typeof joinCodesSchema>
export const NO_JOIN_CODES: JoinCodes = { v: 1, codes: [] }
