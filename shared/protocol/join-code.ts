// Owns how somebody shows a server that they have its join code without saying it: the texts and figures that both ends need.
// Leaves the hashing to each host's crypto (main and server: Node; a guest's page: WebCrypto).
import * as z from 'zod'
import type { SessionBody } from './server-messages'

export const SHORTEST_JOIN_CODE_CHARS = 8
export const MAX_JOIN_CODE_CHARS = 128

/**
 * PBKDF2 with SHA-256. Who hears a proof, over plain http or as a server that only pretends to be the one, can try codes
 * against it: each try costs this much. Some 50 ms, once per server and code; a server does it once per name of its own.
 */
export const JOIN_ROUNDS = 100_000
export const JOIN_KEY_BYTES = 32

/** One code makes another key for each server, so that one server's proofs say nothing at another. */
export const joinSalt = (audience: string): string => `parley/1/join\n${audience}`

/** The text whose UTF-8 bytes are under the HMAC (SHA-256): good for this nonce, this server and this id only. */
export const joinText = ({ nonce, audience, id }: Pick<SessionBody, 'nonce' | 'audience' | 'id'>): string =>
  `parley/1/join\n${nonce}\n${audience}\n${id}`

/** As it is hashed: the same however a keyboard writes an accent, and without the line break of a file. */
export const tidyJoinCode = (text: string): string => text.normalize('NFC').trim()

export const joinCodeSchema = z
  .string()
  .max(4 * MAX_JOIN_CODE_CHARS)
  .transform(tidyJoinCode)
  .pipe(
    z
      .string()
      .min(SHORTEST_JOIN_CODE_CHARS)
      .max(MAX_JOIN_CODE_CHARS)
      .regex(/^\P{Cc}*$/u),
  )
