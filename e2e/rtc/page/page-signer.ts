// Owns an identity for a test page: a throw-away key, and the Signer on it.
import { toBase64url, toHex } from '../../../shared/encoding/base64url'
import { signedText } from '../../../shared/protocol/identity'
import type { Signer } from '../../../renderer/rtc/signer'

const KEY = { name: 'ECDSA', namedCurve: 'P-256' }

export async function createPageSigner(): Promise<Signer> {
  const pair = await crypto.subtle.generateKey(KEY, false, ['sign', 'verify'])
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const id = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', raw))).slice(0, 32)
  const key = toBase64url(raw)
  return {
    id,
    key,
    async seal(purpose, body) {
      const text = new TextEncoder().encode(signedText(purpose, body))
      const sig = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, text)
      return { ok: true, value: { body, key, sig: toBase64url(new Uint8Array(sig)) } }
    },
  }
}
