// The page's side of the test vectors (docs/protocol.md); Node's side is server/identity-key.test.ts.
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { PURPOSES } from '../../shared/protocol/identity'
// As text: this folder's TypeScript knows no JSON modules.
import vectorsText from '../../shared/protocol/vectors.json?raw'
import { createUnsealer } from './signer'

const vectorsSchema = z.object({
  identities: z.array(z.object({ key: z.string(), id: z.string() })).min(2),
  envelopes: z.array(
    z.object({
      name: z.string(),
      purpose: z.enum(PURPOSES),
      envelope: z.object({ body: z.string(), key: z.string(), sig: z.string() }),
      signer: z.string().nullable(),
    }),
  ),
})
const vectors = vectorsSchema.parse(JSON.parse(vectorsText))

describe('an envelope', () => {
  it.each(vectors.envelopes)('with $name: signer $signer', async ({ purpose, envelope, signer }) => {
    const unseal = createUnsealer(crypto.subtle)
    expect(await unseal(purpose, envelope)).toBe(signer)
  })

  it('is judged the same when its key is known from before', async () => {
    const unseal = createUnsealer(crypto.subtle)
    const told = []
    for (const { purpose, envelope } of vectors.envelopes) told.push(await unseal(purpose, envelope))
    expect(told).toEqual(vectors.envelopes.map(({ signer }) => signer))
  })
})
