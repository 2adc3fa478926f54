// Owns sealing the key with a passphrase, and opening what was sealed. Text in, text out; the files are backup-files.ts.
import { createHash, webcrypto } from 'node:crypto'
import { fromBase64url, toBase64url } from '../../shared/encoding/base64url'
import {
  BACKUP_KIND,
  BACKUP_VERSION,
  KDF_ITERATIONS,
  backupHeadSchema,
  identityBackupSchema,
  type IdentityBackup,
} from '../../shared/model/identity-backup'
import { fail, ok, type Result } from '../../shared/result'
import { readIdentityKey, type IdentityKey } from './identity-key'

const { subtle } = webcrypto

export type BackupFailure = 'not-a-backup' | 'backup-damaged' | 'backup-newer'

type Sealed = Omit<IdentityBackup, 'sum'>

export async function sealIdentity(key: IdentityKey, passphrase: string): Promise<string> {
  const salt = webcrypto.getRandomValues(new Uint8Array(16))
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const kdf = { name: 'PBKDF2-SHA-256', iterations: KDF_ITERATIONS } as const
  const wrapping = await deriveKey(passphrase, salt, kdf.iterations)
  const data = await subtle.encrypt({ name: 'AES-GCM', iv }, wrapping, Buffer.from(key.secret, 'base64url'))
  const sealed: Sealed = {
    ...{ v: BACKUP_VERSION, kind: BACKUP_KIND, kdf, salt: toBase64url(salt), iv: toBase64url(iv) },
    data: toBase64url(new Uint8Array(data)),
  }
  return `${JSON.stringify({ ...sealed, sum: sumOf(sealed) }, null, 2)}\n`
}

/** Without a passphrase: whether this is a whole one. */
export function readBackup(text: string): Result<IdentityBackup, BackupFailure> {
  const json = parsedJson(text)
  const head = backupHeadSchema.safeParse(json)
  // Half of a file of ours is no JSON, but it still says what it was.
  if (!head.success) return fail(text.includes(BACKUP_KIND) ? 'backup-damaged' : 'not-a-backup')
  if (head.data.v > BACKUP_VERSION) return fail('backup-newer')
  const checked = identityBackupSchema.safeParse(json)
  return checked.success && checked.data.sum === sumOf(checked.data)
    ? ok(checked.data)
    : fail('backup-damaged')
}

export async function openBackup(
  backup: IdentityBackup,
  passphrase: string,
): Promise<Result<IdentityKey, 'passphrase-wrong' | 'backup-damaged'>> {
  const wrapping = await deriveKey(passphrase, bytesOf(backup.salt), backup.kdf.iterations)
  let secret: ArrayBuffer
  try {
    const iv = bytesOf(backup.iv)
    secret = await subtle.decrypt({ name: 'AES-GCM', iv }, wrapping, bytesOf(backup.data))
  } catch {
    return fail('passphrase-wrong') // all that WebCrypto says; the sum has told that the file is whole
  }
  const key = readIdentityKey(toBase64url(new Uint8Array(secret)))
  return key ? ok(key) : fail('backup-damaged')
}

async function deriveKey(
  passphrase: string,
  salt: Uint8Array,
  iterations: number,
): Promise<webcrypto.CryptoKey> {
  // Keyboards and systems write the same letter in more than one way.
  const typed = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  const material = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

function sumOf({ v, kind, kdf, salt, iv, data }: Sealed): string {
  const parts = [v, kind, kdf.name, kdf.iterations, salt, iv, data]
  return toBase64url(createHash('sha256').update(parts.join('\n')).digest())
}

const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array()

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no schema of ours takes undefined
  }
}
