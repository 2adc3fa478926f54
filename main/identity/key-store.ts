// Owns the identity's file: its two forms, its checks, and moving one that can't be read out of the way.
// Leaves the folder's rights (this user only) to documents/folder.ts.
import * as z from 'zod'
import { publicKeySchema } from '../../shared/protocol/identity'
import { fail, ok, type Result } from '../../shared/result'
import type { DiskFailure, Folder } from '../documents/folder'
import { fileStamp } from '../documents/stored-document'

const FILE = 'identity.json'
const MAX_BYTES = 16 * 1024

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

const storedKeySchema = z.discriminatedUnion('kept', [
  z.strictObject({
    v: z.literal(1),
    kept: z.literal('keyring'),
    /** So that a key the keyring gives back can be known for ours. */
    key: publicKeySchema,
    sealed: base64url.max(8192),
  }),
  z.strictObject({
    v: z.literal(1),
    kept: z.literal('file'),
    key: publicKeySchema,
    secret: base64url.max(1024),
  }),
])
export type StoredKey = z.infer<typeof storedKeySchema>

export type KeyReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'stored'; readonly stored: StoredKey }
  | { readonly kind: 'unreadable'; readonly detail: string }

export interface KeyStore {
  read(): Promise<KeyReading>
  /** Reads back what it wrote: a key that isn't surely on the disk must not be used. */
  write(stored: StoredKey): Promise<Result<undefined, DiskFailure>>
  /** Renames the file with the time, so that nothing is lost that could still be repaired. */
  setAside(): Promise<Result<undefined, DiskFailure>>
  /** The same as a copy, so that the file is there until another one takes its place; none: nothing to do. */
  copyAside(): Promise<Result<undefined, DiskFailure>>
}

function understand(text: string): KeyReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'unreadable', detail: 'not JSON' }
  }
  const checked = storedKeySchema.safeParse(json)
  return checked.success
    ? { kind: 'stored', stored: checked.data }
    : { kind: 'unreadable', detail: 'not an identity document' }
}

export function createKeyStore(folder: Folder, now: () => number): KeyStore {
  const asideName = (): string => `identity.set-aside-${fileStamp(now())}.json`
  return {
    async read() {
      const read = await folder.read(FILE, MAX_BYTES)
      switch (read.kind) {
        case 'missing':
          return { kind: 'none' }
        case 'too-large':
          return { kind: 'unreadable', detail: 'too large' }
        case 'failed':
          return { kind: 'unreadable', detail: read.detail }
        case 'text':
          return understand(read.text)
      }
    },
    async write(stored) {
      const text = JSON.stringify(stored)
      const written = await folder.write(FILE, text)
      if (!written.ok) return written
      const back = await folder.read(FILE, MAX_BYTES)
      return back.kind === 'text' && back.text === text ? written : fail('disk-failed', 'not read back')
    },
    setAside: () => folder.move(FILE, asideName()),
    async copyAside() {
      const read = await folder.read(FILE, MAX_BYTES)
      if (read.kind === 'missing') return ok(undefined)
      // What can't even be read can only be moved.
      return read.kind === 'text' ? folder.write(asideName(), read.text) : folder.move(FILE, asideName())
    },
  }
}
