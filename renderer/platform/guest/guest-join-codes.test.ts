// The page's side of the test vectors for join codes; the server's is server/join-code.test.ts.
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { joinCodeSchema } from '../../../shared/protocol/join-code'
import vectorsText from '../../../shared/protocol/vectors.json?raw'
import { createGuestJoinCodes } from './guest-join-codes'
import { memoryStore, type GuestStore } from './guest-store'

const proofSchema = z.object({
  code: joinCodeSchema,
  nonce: z.string(),
  audience: z.string(),
  id: z.string(),
  proof: z.string(),
})
const vectors = z.object({ joinProofs: z.array(proofSchema).min(1) }).parse(JSON.parse(vectorsText))

const open = (store: GuestStore = memoryStore()) => ({
  store,
  codes: createGuestJoinCodes(() => Promise.resolve(store), crypto.subtle),
})

describe('a guest’s join code', () => {
  it.each(vectors.joinProofs)('proves $proof, also after the page is loaded again', async (vector) => {
    const { code, audience: server, proof, ...asked } = vector
    const { codes, store } = open()
    expect(await codes.prove({ server, ...asked })).toBeNull()
    await codes.keep(server, code)
    expect(await codes.prove({ server, ...asked })).toBe(proof)
    expect(await open(store).codes.prove({ server, ...asked })).toBe(proof)
    expect(await codes.prove({ server: 'https://calls.example/other/', ...asked })).toBeNull()
  })

  it('can’t be read by any script', async () => {
    const { codes, store } = open()
    await codes.keep('https://calls.example/', 'a garden of forking paths')
    const key = await store.read('join-code https://calls.example/')
    if (!(key instanceof CryptoKey)) throw new Error('no key')
    expect(key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
})
