// Owns what Node's crypto says about an identity: the id behind a public key, and whether a signature is right.
// The text that is signed is shared/protocol/identity.ts; a page does the same with WebCrypto.
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { fromBase64url } from '../shared/encoding/base64url'
import { signedText, type Purpose } from '../shared/protocol/identity'
import type { Envelope } from '../shared/protocol/server-messages'

// SubjectPublicKeyInfo of an uncompressed P-256 point is this prefix and the 65 bytes (RFC 5480).
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')
const POINT_BYTES = 65
const SIGNATURE_BYTES = 64

/** Null where the text is no point on the curve: OpenSSL and BoringSSL check that as they decode. */
function readPublicKey(point: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, point]), format: 'der', type: 'spki' })
  } catch {
    return null // its only way to say "not a key"
  }
}

/** `key` is the base64url of the uncompressed point; null where it can't be one. */
export function identityOfKey(key: string): string | null {
  const point = fromBase64url(key)
  if (point?.length !== POINT_BYTES) return null
  return createHash('sha256').update(point).digest('hex').slice(0, 32)
}

export function signatureIsRight(purpose: Purpose, envelope: Envelope): boolean {
  const point = fromBase64url(envelope.key)
  const signature = fromBase64url(envelope.sig)
  if (point?.length !== POINT_BYTES || signature?.length !== SIGNATURE_BYTES) return false
  const key = readPublicKey(point)
  if (!key) return false
  const text = Buffer.from(signedText(purpose, envelope.body), 'utf8')
  return verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, signature)
}
