// Owns a guest's key: made at the first visit, kept by the browser, never to be read by any script, ours included.
import { keepSuccess } from '../../lib/keep-success'
import type { IdentityState } from '../../../shared/model/identity'
import { signedText, type Purpose } from '../../../shared/protocol/identity'
import { toBase64url, toHex } from '../../../shared/encoding/base64url'
import { fail, ok, type Result } from '../../../shared/result'
import type { GuestStore } from './guest-store'

export interface GuestIdentity {
  read(): Promise<IdentityState>
  sign(purpose: Purpose, body: string): Promise<Result<{ readonly sig: string }>>
  /** Only where the kept key is unusable: sets it aside and makes a new one. */
  startOver(): Promise<IdentityState>
}

interface KeptKey {
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

const NAME = 'identity'
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

export function createGuestIdentity(store: () => Promise<GuestStore>, subtle: SubtleCrypto): GuestIdentity {
  /** Null: something is kept, but it is no key of ours. */
  async function load(): Promise<KeptKey | null> {
    const kept = await store()
    const there = await kept.read(NAME)
    if (there !== undefined) return isKeptKey(there) ? there : null
    const first: unknown = await kept.writeFirst(NAME, await makeKey(subtle))
    return isKeptKey(first) ? first : null
  }

  const keptKey = keepSuccess(load)

  async function read(): Promise<IdentityState> {
    const keys = await keptKey()
    if (!keys) return { status: 'unreadable', detail: 'the browser keeps something else in its place' }
    const raw = new Uint8Array(await subtle.exportKey('raw', keys.publicKey))
    const digest = new Uint8Array(await subtle.digest('SHA-256', raw))
    return { status: 'ready', id: toHex(digest).slice(0, 32), key: toBase64url(raw), kept: 'browser' }
  }

  return {
    read,
    async sign(purpose, body) {
      const keys = await keptKey()
      if (!keys) return fail('identity-unreadable')
      const text = new TextEncoder().encode(signedText(purpose, body))
      const sig = await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, text)
      return ok({ sig: toBase64url(new Uint8Array(sig)) })
    },
    async startOver() {
      const before = await read()
      if (before.status !== 'unreadable') return before
      const kept = await store()
      await kept.write(`${NAME}-set-aside`, await kept.read(NAME))
      await kept.write(NAME, await makeKey(subtle))
      keptKey.forget()
      return read()
    },
  }
}

async function makeKey(subtle: SubtleCrypto): Promise<KeptKey> {
  // Not extractable: that holds for the private half only, a public key can always be exported.
  const { privateKey, publicKey } = await subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  return { privateKey, publicKey }
}

function isKeptKey(value: unknown): value is KeptKey {
  if (typeof value !== 'object' || value === null) return false
  if (!('privateKey' in value) || !('publicKey' in value)) return false
  const { privateKey, publicKey } = value
  return (
    privateKey instanceof CryptoKey &&
    publicKey instanceof CryptoKey &&
    privateKey.type === 'private' &&
    publicKey.type === 'public' &&
    privateKey.algorithm.name === 'ECDSA'
  )
}
