// Owns the HTTP half of a connection to a server: the challenge, and the session that answers it with a ticket and ICE
// servers. Leaves the socket to peer-link.ts. Every answer is hostile input: bounded in size and time, and checked.
import type * as z from 'zod'
import type { BaseUrl } from '../../shared/link/base-url'
import { PROTOCOL_VERSION } from '../../shared/protocol/limits'
import {
  challengeAnswerSchema,
  refusalSchema,
  sessionAnswerSchema,
  type Refusal,
  type SessionAnswer,
  type SessionBody,
} from '../../shared/protocol/server-messages'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import type { Clock } from '../platform/clock'
import type { JoinProver } from './join-prover'
import type { Signer } from './signer'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** `stock`: a plain PeerJS server, known by its 404 on /challenge. */
export type ServerSession =
  { readonly kind: 'own'; readonly answer: SessionAnswer } | { readonly kind: 'stock' }

export interface SessionClient {
  /** A fresh challenge and a fresh, unused ticket. Never rejects. */
  open(): Promise<Result<ServerSession>>
}

export interface SessionClientOptions {
  readonly server: BaseUrl
  readonly peerId: string
  readonly signer: Signer
  readonly proveJoin: JoinProver
  readonly fetch: Fetch
  readonly clock: Clock
  /** Something is there and answers HTTP, whatever it says. */
  readonly onAnswer?: () => void
}

export const REQUEST_TIMEOUT_MS = 8_000
/** An answer with 16 ICE servers stays far below this. */
export const MAX_ANSWER_BYTES = 64 * 1024

export function createSessionClient(options: SessionClientOptions): SessionClient {
  const { server, peerId, signer } = options
  return {
    async open() {
      const challenge = await request(options, 'challenge', { method: 'GET' })
      if (!challenge.ok) return challenge
      if (challenge.value.status === 404) return ok({ kind: 'stock' })
      const asked = checked(challenge.value, challengeAnswerSchema)
      if (!asked.ok) return asked
      const proven = { nonce: asked.value.nonce, audience: server, id: peerId }
      const join = asked.value.joinCode ? await joinOf(options, proven) : ok({})
      if (!join.ok) return join
      const body: SessionBody = { v: PROTOCOL_VERSION, ...proven, ...join.value }
      const sealed = await signer.seal('ticket', JSON.stringify(body))
      if (!sealed.ok) return sealed
      const session = await request(options, 'session', {
        method: 'POST', // as text/plain, fetch's own for a string: the app's origin would need a preflight for JSON
        body: JSON.stringify(sealed.value),
      })
      if (!session.ok) return session
      const answer = checked(session.value, sessionAnswerSchema)
      return answer.ok ? ok({ kind: 'own', answer: answer.value }) : answer
    },
  }
}

/** Without a code nothing is asked: the server could only refuse. */
async function joinOf(
  { proveJoin }: SessionClientOptions,
  asked: Parameters<JoinProver>[0],
): Promise<Result<{ readonly join: string }>> {
  const proof = await proveJoin(asked)
  if (!proof.ok) return proof
  return proof.value === null ? fail('join-code-needed') : ok({ join: proof.value })
}

type Answer = { readonly status: number; readonly text: string }

async function request(
  options: SessionClientOptions,
  path: string,
  init: RequestInit,
): Promise<Result<Answer>> {
  const abort = new AbortController()
  const undo = options.clock.after(REQUEST_TIMEOUT_MS, () => abort.abort())
  try {
    const response = await options.fetch(`${options.server}${path}`, {
      ...init,
      signal: abort.signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error', // the audience that we sign is the address that we dial
      referrerPolicy: 'no-referrer',
    })
    options.onAnswer?.()
    const text = await boundedText(response)
    return text === null
      ? fail('server-answer-malformed', 'too large')
      : ok({ status: response.status, text })
  } catch {
    // fetch's only words for "no answer": a page learns neither the cause nor, across origins, the status
    return fail(abort.signal.aborted ? 'server-timeout' : 'server-unreachable')
  } finally {
    undo()
  }
}

async function boundedText(response: Response): Promise<string | null> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

function checked<T>(answer: Answer, schema: z.ZodType<T>): Result<T> {
  const json = parsed(answer.text)
  if (answer.status === 200) {
    const right = schema.safeParse(json)
    return right.success ? ok(right.data) : fail('server-answer-malformed')
  }
  const refusal = refusalSchema.safeParse(json)
  if (refusal.success) return refused(refusal.data)
  // a proxy speaks for a server that is down
  return answer.status >= 502
    ? fail('server-unreachable')
    : fail('server-answer-malformed', String(answer.status))
}

function refused({ code, detail, retryAfterMs }: Refusal): Failure {
  const failure = fail(code, detail)
  return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON: no schema takes undefined
  }
}
