// Owns proving who we are: the identity's public half, and its signature through the host that keeps the private half.
import { signedText, type Purpose } from '../../shared/protocol/identity'
import { fromBase64url, toHex } from '../../shared/encoding/base64url'
import type { Envelope } from '../../shared/protocol/server-messages'
import type { Result } from '../../shared/result'
import type { Desktop } from '../platform/desktop'

export interface Signer {
  readonly id: string
  readonly key: string
  /** Seals `body` exactly as it will be sent. */
  seal(purpose: Purpose, body: string): Promise<Result<Envelope>>
}

export function desktopSigner(
  desktop: Desktop,
  identity: { readonly id: string; readonly key: string },
): Signer {
  return {
    id: identity.id,
    key: identity.key,
    async seal(purpose, body) {
      const signed = await desktop.call('identity.sign', { purpose, body })
      return signed.ok ? { ok: true, value: { body, key: identity.key, sig: signed.value.sig } } : signed
    },
  }
}

/** Checks key, signature and purpose, and returns the identity that signed; null where anything is wrong. */
export type Unsealer = (purpose: Purpose, envelope: Envelope) => Promise<string | null>

/** WebCrypto's, since the page has no other. The last keys' imports are kept: a call verifies the same key many times. */
export function createUnsealer(subtle: SubtleCrypto): Unsealer {
  const imported = new Map<string, Promise<{ readonly id: string; readonly key: CryptoKey } | null>>()
  return async (purpose, envelope) => {
    const known = imported.get(envelope.key) ?? importKey(subtle, envelope.key)
    if (imported.size > 64) imported.clear()
    imported.set(envelope.key, known)
    const signer = await known
    const sig = fromBase64url(envelope.sig)
    if (!signer || sig?.length !== 64) return null
    const text = new TextEncoder().encode(signedText(purpose, envelope.body))
    const right = await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, signer.key, sig, text)
    return right ? signer.id : null
  }
}

async function importKey(subtle: SubtleCrypto, key: string): Promise<{ id: string; key: CryptoKey } | null> {
  const raw = fromBase64url(key)
  if (raw?.length !== 65) return null
  try {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const imported = await subtle.importKey('raw', raw, algorithm, false, ['verify'])
    const digest = new Uint8Array(await subtle.digest('SHA-256', raw))
    return { id: toHex(digest).slice(0, 32), key: imported }
  } catch {
    return null // not a point on the curve: importKey rejects, and no key of ours does that
  }
}
