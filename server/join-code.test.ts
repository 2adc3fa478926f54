// Who may use a server with a join code, over real connections: with it, without, with a wrong one, and as it changes.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { SILENT_LOG } from './log'
import { createJoinGate } from './join-gate'
import { createLimitHits } from './limit-hits'
import { DEFAULT_LIMITS } from './limits'
import { createRates } from './rates'
import {
  connectClient,
  createTestIdentity,
  getJson,
  joinProof,
  newVisitId,
  openSocket,
  ofType,
  postJson,
  takeTicket,
} from './testing/test-client'
import { startTestServer, TEST_CONFIG, type TestServer, type TestServerOptions } from './testing/test-server'

const CODE = 'a garden of forking paths'
const OTHER = 'another code that it had'

let server: TestServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})
const start = async (options: TestServerOptions = {}): Promise<TestServer> =>
  (server = await startTestServer({ ...options, config: { joinCode: CODE, ...options.config } }))
const change = (joinCode: string | null): void => server?.running.reload({ ...TEST_CONFIG, joinCode })

const vectors = z
  .object({
    joinProofs: z.array(
      z.object({
        code: z.string(),
        nonce: z.string(),
        audience: z.string(),
        id: z.string(),
        proof: z.string(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../shared/protocol/vectors.json', import.meta.url), 'utf8')))

describe('a server with a join code', () => {
  it('says so in its challenge; others don’t', async () => {
    const { base } = await start()
    expect((await getJson(`${base}challenge`)).json).toMatchObject({ v: 1, joinCode: true })
    change(null)
    expect((await getJson(`${base}challenge`)).json).not.toHaveProperty('joinCode')
  })

  it('lets in who has it, at home and on a visit, and nobody else', async () => {
    const { base, running } = await start()
    const [ann, eve] = [createTestIdentity(), createTestIdentity()]
    const client = await connectClient(base, ann, { join: CODE })
    await connectClient(base, ann, { join: CODE, peerId: newVisitId(ann) })
    expect(await client.sendCtl(ann.id, '{}')).toBe('delivered')
    await expect(takeTicket(base, eve)).rejects.toThrow('join-code-needed')
    await expect(takeTicket(base, eve, newVisitId(eve))).rejects.toThrow('join-code-needed')
    await expect(takeTicket(base, eve, eve.id, { join: OTHER })).rejects.toThrow('join-code-wrong')
    expect(running.tally.sessions.get('join-code-needed')).toBe(2)
    expect(running.tally.sessions.get('join-code-wrong')).toBe(1)
  })

  it('takes a proof for its own nonce, name and id only', async () => {
    const { base } = await start()
    const ann = createTestIdentity()
    const nonceOf = async () => String((await getJson(`${base}challenge`)).json['nonce'])
    const nonce = await nonceOf()
    const asked = { nonce, audience: base, id: ann.id }
    const codeFor = async (other: Partial<typeof asked>): Promise<unknown> => {
      const join = joinProof(CODE, { ...asked, ...other })
      const body = ann.seal('ticket', JSON.stringify({ v: 1, ...asked, join }))
      return (await postJson(`${base}session`, body)).json['code']
    }
    expect(await codeFor({ nonce: await nonceOf() })).toBe('join-code-wrong')
    expect(await codeFor({ audience: 'https://other.example/' })).toBe('join-code-wrong')
    expect(await codeFor({ id: newVisitId(ann) })).toBe('join-code-wrong')
    // Refused ones leave the nonce as it was; a right one works once.
    expect(await codeFor({})).toBeUndefined()
    expect(await codeFor({})).toBe('nonce-used')
  })

  it.each(['', 'short', 'A'.repeat(44), '!'.repeat(43), 7])('refuses %j as no proof at all', async (join) => {
    const { base } = await start()
    const ann = createTestIdentity()
    const { json } = await getJson(`${base}challenge`)
    const body = JSON.stringify({ v: 1, nonce: json['nonce'], audience: base, id: ann.id, join })
    expect(await postJson(`${base}session`, ann.seal('ticket', body))).toMatchObject({
      status: 400,
      json: { code: 'bad-input' },
    })
  })

  it('stops who guesses, by the address and says when to come again', async () => {
    const { base, clock, running } = await start({ limits: { 'wrong-join-codes-per-minute-per-address': 3 } })
    const eve = createTestIdentity()
    for (let guess = 0; guess < 3; guess++)
      await expect(
        takeTicket(base, createTestIdentity(), undefined, { join: `guess ${String(guess)}` }),
      ).rejects.toThrow('join-code-wrong')
    // The right one as well: otherwise the answer would tell which it is.
    await expect(takeTicket(base, eve, eve.id, { join: CODE })).rejects.toThrow('"retryAfterMs":20000')
    expect(running.limitHits.get('wrong-join-codes-per-minute-per-address')).toBe(1)
    // Without a code one is told what is missing, whoever guessed.
    await expect(takeTicket(base, eve)).rejects.toThrow('join-code-needed')
    clock.nowMs += 20_000
    await takeTicket(base, eve, eve.id, { join: CODE })
  })

  it('counts each address by itself', () => {
    const nowMs = () => 0
    const limits = () => ({ ...DEFAULT_LIMITS, 'wrong-join-codes-per-minute-per-address': 1 })
    const rates = createRates({ limits, hits: createLimitHits(SILENT_LOG, nowMs), nowMs })
    const gate = createJoinGate(() => CODE, rates)
    const asked = { v: 1, nonce: 'n', audience: 'https://calls.example/', id: 'x' } as const
    const right = { ...asked, join: joinProof(CODE, asked) }
    const wrong = { ...asked, join: joinProof(OTHER, asked) }
    expect(gate.check(wrong, '192.0.2.1')).toMatchObject({ code: 'join-code-wrong' })
    expect(gate.check(right, '192.0.2.1')).toMatchObject({ code: 'rate-limited' })
    expect(gate.check(right, '192.0.2.2').ok).toBe(true)
  })

  it('never costs anybody a guess who is right', async () => {
    const { base } = await start({ limits: { 'wrong-join-codes-per-minute-per-address': 1 } })
    for (let k = 0; k < 5; k++) await takeTicket(base, createTestIdentity(), undefined, { join: CODE })
  })

  it('as it changes: who is connected stays, a ticket from before is good, and new ones need the new code', async () => {
    const { base } = await start()
    const [ann, bob] = [createTestIdentity(), createTestIdentity()]
    const client = await connectClient(base, ann, { join: CODE })
    const token = await takeTicket(base, bob, bob.id, { join: CODE })
    change(OTHER)
    expect(await client.sendCtl(ann.id, '{}')).toBe('delivered')
    await openSocket(base, { id: bob.id, token }).next(ofType('OPEN'))
    await expect(takeTicket(base, ann, ann.id, { join: CODE })).rejects.toThrow('join-code-wrong')
    await connectClient(base, ann, { join: OTHER })
    change(null)
    await connectClient(base, createTestIdentity())
  })
})

it.each(vectors.joinProofs)('a proof is $proof for what the vectors say', ({ code, proof, ...asked }) => {
  expect(joinProof(code, asked)).toBe(proof)
  const noLimit = { codeWait: () => 0, wrongCode: () => undefined }
  const gate = createJoinGate(() => code.normalize('NFC').trim(), noLimit)
  expect(gate.check({ v: 1, ...asked, join: proof }, '').ok).toBe(true)
})
