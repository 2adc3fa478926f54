// Owns the two requests of each sign-in, GET /challenge and POST /session. On Node's http alone: both through express and its parsers
// cost more than checking the signature and opening the socket together (`npm run bench -- signalling --only accept`).
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FailureCode } from '../shared/failure'
import { fail, failFor } from '../shared/result'
import { answerJson, refuse } from './answers'
import type { Audiences } from './audiences'
import type { ClientAddresses } from './client-address'
import { reasonOf, type Log } from './log'
import { COMMON_HEADERS } from './page-headers'
import type { Rates } from './rates'
import { mayRead } from './readers'
import type { Sessions } from './sessions'
import type { Tally } from './tally'

export interface SignInDeps {
  readonly sessions: Sessions
  readonly audiences: Audiences
  readonly addresses: ClientAddresses
  readonly rates: Rates
  readonly maxBodyBytes: number
  readonly tally: Tally
  readonly log: Log
}

/** True where the request was one of its own; the answer may come later. */
export type SignIn = (request: IncomingMessage, response: ServerResponse) => boolean

export function createSignIn(deps: SignInDeps): SignIn {
  /** What is thrown is our bug: it ends this request, not the process. */
  function guard(response: ServerResponse, act: () => void): void {
    try {
      act()
    } catch (error) {
      deps.log.error(reasonOf(error))
      refuse(response, 500, fail('internal'))
    }
  }

  function openSession(text: string | null, address: string, response: ServerResponse): void {
    if (text === null) return refuse(response, 413, fail('frame-too-large'))
    const session = deps.sessions.open(parsed(text), address)
    deps.tally.session(session.ok ? 'ok' : session.code)
    if (session.ok) answerJson(response, 200, session.value)
    else refuse(response, statusOfRefusal(session.code), session)
  }

  function answer(request: IncomingMessage, response: ServerResponse, asksForSession: boolean): void {
    setHeaders(request.headers.origin, response, deps.audiences)
    const address = deps.addresses.of(request)
    const waitMs = deps.rates.request(address) || (asksForSession ? deps.rates.session(address) : 0)
    if (waitMs > 0) return refuse(response, 429, failFor('rate-limited', waitMs))
    if (!asksForSession) return answerJson(response, 200, deps.sessions.challenge())
    readBody(request, deps.maxBodyBytes, (text) =>
      guard(response, () => openSession(text, address, response)),
    )
  }

  return (request, response) => {
    const asked = `${request.method ?? ''} ${request.url?.split('?', 1)[0] ?? ''}`
    if (asked !== 'GET /challenge' && asked !== 'POST /session') return false
    guard(response, () => answer(request, response, asked === 'POST /session'))
    return true
  }
}

function setHeaders(origin: string | undefined, response: ServerResponse, audiences: Audiences): void {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value)
  response.setHeader('Cache-Control', 'no-store')
  if (origin === undefined || !mayRead(origin, audiences)) return
  response.setHeader('Access-Control-Allow-Origin', origin)
  response.setHeader('Vary', 'Origin')
}

function statusOfRefusal(code: FailureCode): number {
  if (code === 'bad-input') return 400
  return code === 'rate-limited' ? 429 : 403
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no schema of ours takes undefined
  }
}

/** Whatever its content type: as text/plain it needs no preflight. Null: too much; the rest isn't read. */
function readBody(request: IncomingMessage, maxBytes: number, use: (text: string | null) => void): void {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  const ended = (): void => use(Buffer.concat(chunks).toString('utf8'))
  const came = (chunk: Buffer): void => {
    sizeBytes += chunk.length
    if (sizeBytes <= maxBytes) return void chunks.push(chunk)
    request.off('data', came).off('end', ended).pause()
    use(null)
  }
  request.on('data', came).on('end', ended)
}
