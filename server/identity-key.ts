// Owns what Node's crypto says about an identity: the id behind a public key, and whether a signature is right.
// The text that is signed is shared/protocol/identity.ts; a page does the same with WebCrypto.
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { fromBase64url } from '../shared/encoding/base64url'
import { signedText, type Purpose } from '../shared/protocol/identity'
import type { Envelope } from '../shared/protocol/server-messages'

const POINT_BYTES = 65
const UNCOMPRESSED = 4
/** After the byte that says "uncompressed" (RFC 5480): x, then y. */
const [X_AT, Y_AT] = [1, 33]
const SIGNATURE_BYTES = 64

/**
 * Null where the text is no point on the curve: OpenSSL and BoringSSL check that as they decode. As a JWK, since OpenSSL 3 takes
 * twice as long for the same point in DER (184 against 100 µs, as much as the signature's own check).
 */
function readPublicKey(point: Uint8Array): KeyObject | null {
  if (point[0] !== UNCOMPRESSED) return null
  const coordinate = (from: number, to: number): string =>
    Buffer.from(point.subarray(from, to)).toString('base64url')
  const [x, y] = [coordinate(X_AT, Y_AT), coordinate(Y_AT, POINT_BYTES)]
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
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
