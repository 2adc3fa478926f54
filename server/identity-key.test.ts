// Node's side of the test vectors; the page's side is renderer/rtc/signer.test.ts.
import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { fromBase64url } from '../shared/encoding/base64url'
import { PURPOSES, signedText } from '../shared/protocol/identity'
import { identityOfKey, signatureIsRight } from './identity-key'

const vectorsSchema = z.object({
  identities: z.array(z.object({ privateKey: z.string(), key: z.string(), id: z.string() })).min(2),
  envelopes: z.array(
    z.object({
      name: z.string(),
      purpose: z.enum(PURPOSES),
      envelope: z.object({ body: z.string(), key: z.string(), sig: z.string() }),
      signer: z.string().nullable(),
    }),
  ),
})
const readText = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const vectors = vectorsSchema.parse(JSON.parse(readText('../shared/protocol/vectors.json')))

it('is shown in docs/protocol.md as in the vectors', () => {
  const page = readText('../docs/protocol.md')
  const [identity, shown] = [vectors.identities[0], vectors.envelopes[0]?.envelope]
  for (const text of [identity?.id, shown?.body, shown?.key, shown?.sig]) expect(page).toContain(text)
})

describe('an id', () => {
  it.each(vectors.identities)('is $id for its key', ({ key, id }) => {
    expect(identityOfKey(key)).toBe(id)
  })

  it.each(['', 'B', 'B'.repeat(86), `${'B'.repeat(86)}=`, 'B'.repeat(88), '!'.repeat(87)])(
    'is refused for %j',
    (key) => {
      expect(identityOfKey(key)).toBeNull()
    },
  )
})

describe('a signature', () => {
  it.each(vectors.envelopes)('under $name: signer $signer', ({ purpose, envelope, signer }) => {
    const right = signatureIsRight(purpose, envelope)
    expect(right ? identityOfKey(envelope.key) : null).toBe(signer)
  })

  it.each(vectors.identities)('made with the private key of $id is right', ({ privateKey, key }) => {
    const point = Buffer.from(fromBase64url(key) ?? [])
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
    const jwk = { kty: 'EC', crv: 'P-256', d: privateKey, x: x ?? '', y: y ?? '' }
    const signer = createPrivateKey({ key: jwk, format: 'jwk' })
    const text = Buffer.from(signedText('call', 'body'))
    const sig = sign('sha256', text, { key: signer, dsaEncoding: 'ieee-p1363' }).toString('base64url')
    expect(signatureIsRight('call', { body: 'body', key, sig })).toBe(true)
  })
})
