// Owns getting hold of the key once: from the keyring, from the file, or by making it. Which of them: identity-rules.ts.
import { assertNever } from '../../shared/assert-never'
import { fromBase64url, toBase64url } from '../../shared/encoding/base64url'
import { fail, ok, type Result } from '../../shared/result'
import { nextIdentityStep, type KeyringState, type StoredForm } from './identity-rules'
import { readIdentityKey, type IdentityKey } from './identity-key'
import type { KeyReading, KeyStore, StoredKey } from './key-store'
import type { Keyring } from './keyring'

export type Opened =
  | { readonly status: 'locked' }
  | { readonly status: 'unreadable'; readonly detail: string }
  | { readonly status: 'ready'; readonly key: IdentityKey; readonly kept: 'keyring' | 'file' }

export type IdentityParts = {
  readonly store: KeyStore
  readonly keyring: Keyring
  readonly createKey: () => Promise<IdentityKey>
}

type InKeyring = Extract<StoredKey, { kept: 'keyring' }>
type InFile = Extract<StoredKey, { kept: 'file' }>

const unreadable = (detail: string): Opened => ({ status: 'unreadable', detail })

export async function openIdentity(parts: IdentityParts, reading: KeyReading): Promise<Opened> {
  let keyring: KeyringState | 'not-asked' = 'not-asked'
  for (;;) {
    const step = nextIdentityStep(formOf(reading), keyring)
    switch (step.do) {
      case 'ask-keyring':
        keyring = await parts.keyring.state()
        continue
      case 'create':
        return create(parts, step.keep)
      case 'unseal':
        return isKept(reading, 'keyring') ? unseal(parts, reading.stored) : unreadable('no sealed key')
      case 'use-file':
      case 'move-into-keyring':
        return isKept(reading, 'file') ? fromFile(reading.stored) : unreadable('no key in the file')
      case 'wait-for-keyring':
        return { status: 'locked' }
      case 'report-unreadable':
        return unreadable(reading.kind === 'unreadable' ? reading.detail : 'unknown')
      default:
        return assertNever(step)
    }
  }
}

/** For a key that lies in a file. null: it stays there. */
export async function moveIntoKeyring(parts: IdentityParts, key: IdentityKey): Promise<Opened | null> {
  const step = nextIdentityStep('in-file', await parts.keyring.state())
  return step.do === 'move-into-keyring' ? keepInKeyring(parts, key) : null
}

/** Puts this key where the file has been: into the keyring, or into a file where there is none. */
export async function keepIdentity(
  parts: IdentityParts,
  key: IdentityKey,
): Promise<Result<Opened & { status: 'ready' }>> {
  const step = nextIdentityStep('none', await parts.keyring.state())
  if (step.do !== 'create') return fail('identity-locked')
  const opened = await create({ ...parts, createKey: () => Promise.resolve(key) }, step.keep)
  return opened.status === 'ready' ? ok(opened) : fail('disk-failed', opened.status)
}

function formOf(reading: KeyReading): StoredForm {
  if (reading.kind !== 'stored') return reading.kind
  return reading.stored.kept === 'keyring' ? 'in-keyring' : 'in-file'
}

function isKept<K extends 'keyring' | 'file'>(
  reading: KeyReading,
  kept: K,
): reading is { kind: 'stored'; stored: Extract<StoredKey, { kept: K }> } {
  return reading.kind === 'stored' && reading.stored.kept === kept
}

async function create(parts: IdentityParts, keep: 'keyring' | 'file'): Promise<Opened> {
  const key = await parts.createKey()
  const inKeyring = keep === 'keyring' ? await keepInKeyring(parts, key) : null
  if (inKeyring) return inKeyring
  const written = await parts.store.write({ v: 1, kept: 'file', key: key.publicKey, secret: key.secret })
  // A key that a restart would lose must not become anybody's link.
  return written.ok
    ? { status: 'ready', key, kept: 'file' }
    : unreadable(`could not be written: ${written.code}`)
}

async function keepInKeyring(parts: IdentityParts, key: IdentityKey): Promise<Opened | null> {
  const sealed = await parts.keyring.seal(key.secret)
  if (!sealed.ok) return null
  const stored: InKeyring = { v: 1, kept: 'keyring', key: key.publicKey, sealed: toBase64url(sealed.value) }
  const written = await parts.store.write(stored)
  return written.ok ? { status: 'ready', key, kept: 'keyring' } : null
}

async function unseal(parts: IdentityParts, stored: InKeyring): Promise<Opened> {
  const opened = await parts.keyring.unseal(fromBase64url(stored.sealed) ?? new Uint8Array())
  if (!opened.ok) {
    return opened.code === 'keyring-locked'
      ? { status: 'locked' }
      : unreadable('the keyring could not open it')
  }
  const key = readIdentityKey(opened.value.secret)
  if (key?.publicKey !== stored.key) return unreadable('the keyring gave back another key')
  if (opened.value.sealAgain) await keepInKeyring(parts, key)
  return { status: 'ready', key, kept: 'keyring' }
}

function fromFile(stored: InFile): Opened {
  const key = readIdentityKey(stored.secret)
  if (key?.publicKey !== stored.key) return unreadable('the file holds another key')
  return { status: 'ready', key, kept: 'file' }
}
