import { createPrivateKey, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from '../../shared/encoding/base64url'
import { PUBLIC_KEY_PATTERN, SIGNATURE_PATTERN } from '../../shared/protocol/identity'
import { createIdentityKey, readIdentityKey, type IdentityKey } from './identity-key'

const vectors = z
  .object({
    identities: z.array(z.object({ privateKey: z.string(), key: z.string(), id: z.string() })).min(1),
  })
  .parse(JSON.parse(readFileSync(new URL('../../shared/protocol/vectors.json', import.meta.url), 'utf8')))

/** The stored form of a vector's key, made by Node from its JWK. */
function secretOf(vector: (typeof vectors.identities)[number]): string {
  const point = Buffer.from(vector.key, 'base64url')
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: vector.privateKey,
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  return toBase64url(key.export({ format: 'der', type: 'pkcs8' }))
}

function isSignedBy(key: IdentityKey, text: string, sig: string): boolean {
  const point = Buffer.from(key.publicKey, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const publicKey = createPublicKey({ format: 'jwk', key: jwk })
  return verify(
    'sha256',
    Buffer.from(text),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(sig, 'base64url'),
  )
}

describe('an identity key', () => {
  it.each(vectors.identities)(
    'of the vectors has the id and public key that docs/protocol.md gives it',
    (vector) => {
      const key = readIdentityKey(secretOf(vector))
      expect(key).toMatchObject({ id: vector.id, publicKey: vector.key })
    },
  )

  it('signs the purpose and the exact body, 64 bytes r‖s', async () => {
    const key = await createIdentityKey()
    const sig = key.sign('call', '{"name":"Zoë"}')
    expect(sig).toMatch(SIGNATURE_PATTERN)
    expect(isSignedBy(key, 'parley/1/call\n{"name":"Zoë"}', sig)).toBe(true)
    expect(isSignedBy(key, 'parley/1/ticket\n{"name":"Zoë"}', sig)).toBe(false)
    expect(isSignedBy(key, 'parley/1/call\n{"name":"Zoe"}', sig)).toBe(false)
  })

  it('is the same after it was stored and read', async () => {
    const key = await createIdentityKey()
    const again = readIdentityKey(key.secret)
    expect(key.publicKey).toMatch(PUBLIC_KEY_PATTERN)
    expect(again).toMatchObject({ id: key.id, publicKey: key.publicKey, secret: key.secret })
    expect(isSignedBy(key, 'parley/1/ticket\nx', again?.sign('ticket', 'x') ?? '')).toBe(true)
  })

  it('is another one each time', async () => {
    expect((await createIdentityKey()).id).not.toBe((await createIdentityKey()).id)
  })

  it('is not read from anything else', async () => {
    const { secret } = await createIdentityKey()
    const bytes = fromBase64url(secret) ?? new Uint8Array()
    const truncated = toBase64url(bytes.subarray(0, 60))
    for (const text of ['', 'AAAA', '!', truncated, secret.slice(1)]) expect(readIdentityKey(text)).toBeNull()
  })
})
