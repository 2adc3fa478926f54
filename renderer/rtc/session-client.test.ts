import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl, type BaseUrl } from '../../shared/link/base-url'
import { envelopeSchema, sessionBodySchema } from '../../shared/protocol/server-messages'
import { fail, ok, type Result } from '../../shared/result'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { createFakeSigner, fakeUnseal } from './fakes/fake-signer'
import { createSessionClient, MAX_ANSWER_BYTES, REQUEST_TIMEOUT_MS, type Fetch } from './session-client'

const ID = 'a'.repeat(32)
const CHALLENGE = { v: 1, nonce: 'n'.repeat(32) }
const SESSION = {
  v: 1,
  ticket: 't'.repeat(43),
  iceServers: [{ urls: 'stun:stun.example.org:3478' }],
  guestPage: true,
}

function server(): BaseUrl {
  const base = normaliseBaseUrl('https://example.org/parley/')
  if (!base.ok) throw new Error('not a base URL')
  return base.value
}

const proveJoin = () => Promise.resolve(ok(null))

interface Request {
  readonly url: string
  readonly init: RequestInit
}

function bench(
  answers: Readonly<Record<string, () => Response | Promise<Response>>>,
  proof: Result<string | null> = ok(null),
) {
  const requests: Request[] = []
  const fetch: Fetch = async (url, init) => {
    requests.push({ url, init })
    const answer = answers[new URL(url).pathname]
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  }
  const clock = createFakeClock()
  let answered = 0
  const client = createSessionClient({
    onAnswer: () => (answered += 1),
    server: server(),
    peerId: ID,
    signer: createFakeSigner(ID),
    proveJoin: () => Promise.resolve(proof),
    fetch,
    clock,
  })
  return { client, requests, clock, answered: () => answered }
}

function textOf(request: Request | undefined): string {
  const body = request?.init.body
  return typeof body === 'string' ? body : ''
}

const json =
  (value: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(value), { status })
const own = { '/parley/challenge': json(CHALLENGE), '/parley/session': json(SESSION) }

describe('a server', () => {
  it('counts as there once it answers anything, and not before', async () => {
    const silent = bench({})
    await silent.client.open()
    expect(silent.answered()).toBe(0)
    const wrong = bench({ '/parley/challenge': () => new Response('', { status: 500 }) })
    await wrong.client.open()
    expect(wrong.answered()).toBe(1)
  })
})

describe('a session', () => {
  it('comes from a challenge answered for the address that was dialled', async () => {
    const { client, requests, clock } = bench(own)
    expect(await client.open()).toEqual({ ok: true, value: { kind: 'own', answer: SESSION } })
    expect(requests.map(({ url, init }) => `${init.method ?? ''} ${url}`)).toEqual([
      'GET https://example.org/parley/challenge',
      'POST https://example.org/parley/session',
    ])
    const envelope = envelopeSchema.parse(JSON.parse(textOf(requests[1])))
    expect(sessionBodySchema.parse(JSON.parse(envelope.body))).toEqual({
      v: 1,
      nonce: CHALLENGE.nonce,
      audience: 'https://example.org/parley/',
      id: ID,
    })
    expect(await fakeUnseal('ticket', envelope)).toBe(ID)
    expect(await fakeUnseal('call', envelope)).toBeNull()
    expect(clock.waiting()).toBe(0)
  })

  it('never follows a redirect and never sends cookies', async () => {
    const { client, requests } = bench(own)
    await client.open()
    for (const { init } of requests) expect(init).toMatchObject({ redirect: 'error', credentials: 'omit' })
  })

  it('says that a server without /challenge is a stock one', async () => {
    const { client } = bench({
      '/parley/challenge': () => new Response('Cannot GET /challenge', { status: 404 }),
    })
    expect(await client.open()).toEqual({ ok: true, value: { kind: 'stock' } })
  })

  it('passes the reason of a refusal on', async () => {
    const { client } = bench({
      ...own,
      '/parley/session': json({ code: 'wrong-audience', detail: '--origin' }, 403),
    })
    expect(await client.open()).toEqual(fail('wrong-audience', '--origin'))
  })

  describe('to a server that wants a join code', () => {
    const PROOF = 'p'.repeat(43)
    const wants = { ...own, '/parley/challenge': json({ ...CHALLENGE, joinCode: true }) }
    const bodyOf = (request: Request | undefined) =>
      sessionBodySchema.parse(JSON.parse(envelopeSchema.parse(JSON.parse(textOf(request))).body))

    it('signs the proof that it is here', async () => {
      const { client, requests } = bench(wants, ok(PROOF))
      expect(await client.open()).toMatchObject({ ok: true })
      expect(bodyOf(requests[1])).toMatchObject({ nonce: CHALLENGE.nonce, audience: server(), join: PROOF })
    })

    it('asks nothing where none is known', async () => {
      const { client, requests } = bench(wants)
      expect(await client.open()).toEqual(fail('join-code-needed'))
      expect(requests).toHaveLength(1)
    })

    it('passes on why there can be no proof now', async () => {
      const { client } = bench(wants, fail('identity-locked'))
      expect(await client.open()).toEqual(fail('identity-locked'))
    })

    it('shows no other server a proof, nor a field that older ones refuse', async () => {
      const { client, requests } = bench(own, ok(PROOF))
      await client.open()
      expect(bodyOf(requests[1])).not.toHaveProperty('join')
    })
  })

  it('passes on why the identity could not sign', async () => {
    const { clock } = bench(own)
    const signer = { ...createFakeSigner(ID), seal: () => Promise.resolve(fail('identity-locked')) }
    const fetch: Fetch = () => Promise.resolve(json(CHALLENGE)())
    const client = createSessionClient({ server: server(), peerId: ID, signer, proveJoin, fetch, clock })
    expect(await client.open()).toEqual(fail('identity-locked'))
  })
})

describe('a server that answers badly', () => {
  const endless = () =>
    new Response(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(16 * 1024).fill(32)),
      }),
    )
  it.each([
    [
      'nothing at all',
      { '/parley/challenge': () => Promise.reject(new TypeError('x')) },
      'server-unreachable',
    ],
    [
      'a gateway’s error',
      { '/parley/challenge': () => new Response('<html>', { status: 502 }) },
      'server-unreachable',
    ],
    ['a web page', { '/parley/challenge': () => new Response('<!doctype html>') }, 'server-answer-malformed'],
    ['an empty body', { '/parley/challenge': () => new Response(null) }, 'server-answer-malformed'],
    ['another status', { '/parley/challenge': json(CHALLENGE, 500) }, 'server-answer-malformed'],
    [
      'a code that nobody knows',
      { '/parley/challenge': json({ code: 'x' }, 403) },
      'server-answer-malformed',
    ],
    ['another version', { '/parley/challenge': json({ ...CHALLENGE, v: 2 }) }, 'server-answer-malformed'],
    ['a session without a ticket', { ...own, '/parley/session': json({ v: 1 }) }, 'server-answer-malformed'],
    ['an answer without end', { '/parley/challenge': endless }, 'server-answer-malformed'],
  ] as const)('with %s', async (_what, answers, code) => {
    const { client, clock } = bench(answers)
    expect(await client.open()).toMatchObject({ ok: false, code })
    expect(clock.waiting()).toBe(0)
  })

  it('takes an answer as large as is allowed', async () => {
    const padded = JSON.stringify(CHALLENGE).padEnd(MAX_ANSWER_BYTES)
    const { client } = bench({ ...own, '/parley/challenge': () => new Response(padded) })
    expect(await client.open()).toMatchObject({ ok: true })
  })
})

it('gives up on a server that takes too long, and tells it so', async () => {
  const clock = createFakeClock()
  let aborted = false
  const fetch: Fetch = (_url, { signal }) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        aborted = true
        reject(new DOMException('aborted', 'AbortError'))
      })
    })
  const client = createSessionClient({
    server: server(),
    peerId: ID,
    signer: createFakeSigner(ID),
    proveJoin,
    fetch,
    clock,
  })
  const opened = client.open()
  await clock.advance(REQUEST_TIMEOUT_MS)
  expect(await opened).toEqual(fail('server-timeout'))
  expect(aborted).toBe(true)
  expect(clock.waiting()).toBe(0)
})
