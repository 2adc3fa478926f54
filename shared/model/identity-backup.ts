// Owns what a saved identity is: the file's shape and bounds, and how long its passphrase is. Sealing and opening it is
// main/identity/identity-backup.ts.
import * as z from 'zod'

/** Anybody who has the file may try as many as they like: short ones are found in a day. */
export const SHORTEST_PASSPHRASE = 12
export const LONGEST_PASSPHRASE = 256

export const passphraseSchema = z.string().min(1).max(LONGEST_PASSPHRASE)
export const newPassphraseSchema = z.string().min(SHORTEST_PASSPHRASE).max(LONGEST_PASSPHRASE)

/** A whole one is about 600 bytes. */
export const MAX_BACKUP_BYTES = 16 * 1024

/** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html, for PBKDF2 with SHA-256 */
export const KDF_ITERATIONS = 600_000
/** A file may ask for more, but not for minutes of work. */
const MOST_ITERATIONS = 6_000_000

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

export const BACKUP_KIND = 'parley-identity'
export const BACKUP_VERSION = 1

/** What says that a file is one of ours at all, whatever its version. */
export const backupHeadSchema = z.object({ kind: z.literal(BACKUP_KIND), v: z.int().min(1) })

export const identityBackupSchema = z.strictObject({
  v: z.literal(BACKUP_VERSION),
  kind: z.literal(BACKUP_KIND),
  kdf: z.strictObject({
    name: z.literal('PBKDF2-SHA-256'),
    iterations: z.int().min(KDF_ITERATIONS).max(MOST_ITERATIONS),
  }),
  /** 16 bytes. */
  salt: base64url.length(22),
  /** 12 bytes. */
  iv: base64url.length(16),
  /** AES-256-GCM over the private key (PKCS #8), the tag at its end. */
  data: base64url.max(1024),
  /** SHA-256 over the others: tells a damaged file from a wrong passphrase. Secret it keeps nothing. */
  sum: base64url.length(43),
})
export type IdentityBackup = z.infer<typeof identityBackupSchema>
