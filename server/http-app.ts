// Owns the server's HTTP side: /challenge, /session, /health, /ready and the guest page, and who may read their answers.
import cors, { type CorsOptions } from 'cors'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express'
import type { FailureCode } from '../shared/failure'
import { failFor, fail, type Failure } from '../shared/result'
import type { Refusal } from '../shared/protocol/server-messages'
import type { Audiences } from './audiences'
import type { ClientAddresses } from './client-address'
import { guestPage } from './guest-page'
import { reasonOf, type Log } from './log'
import { COMMON_HEADERS } from './page-headers'
import type { Rates } from './rates'
import type { Sessions } from './sessions'
import type { Tally } from './tally'

export interface HttpAppDeps {
  readonly sessions: Sessions
  readonly audiences: Audiences
  readonly addresses: ClientAddresses
  readonly rates: Rates
  readonly maxBodyBytes: number
  readonly tally: Tally
  /** False while it stops: a balancer sends nobody here any more. */
  readonly isReady: () => boolean
  /** Null where this server has no page. */
  readonly pageFolder: string | null
  readonly log: Log
}

const APP_ORIGIN = 'app://parley'
const PREFLIGHT_LIFE_S = 86_400

/** The app and this server's own page. Other pages get an answer that their browser won't let them read. */
export function corsOf(audiences: Audiences): CorsOptions {
  return {
    origin: (origin, answer) => answer(null, origin === APP_ORIGIN || isOwnPage(origin, audiences)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['Content-Type'],
    maxAge: PREFLIGHT_LIFE_S,
  }
}

const isOwnPage = (origin: string | undefined, audiences: Audiences): boolean =>
  origin !== undefined && audiences.all().some((base) => new URL(base).origin === origin)

/** The parts that `peer` doesn't have; mount `peer` after them, then `endOfApp`. */
export function createHttpApp(deps: HttpAppDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((_request, response, next) => {
    response.set(COMMON_HEADERS)
    next()
  })
  app.use(
    ['/challenge', '/session', '/health', '/ready'],
    cors(corsOf(deps.audiences)),
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store')
      next()
    },
  )
  app.use(limited((address) => deps.rates.request(address), deps.addresses))
  app.get('/challenge', (_request, response) => void response.json(deps.sessions.challenge()))
  app.get('/health', (_request, response) => void response.json({ status: 'ok' }))
  app.get('/ready', (_request, response) => {
    const ready = deps.isReady()
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'stopping' })
  })
  // Any content type: sent as text/plain it needs no preflight, which saves the app a round trip.
  app.post(
    '/session',
    limited((address) => deps.rates.session(address), deps.addresses),
    express.json({ limit: deps.maxBodyBytes, type: () => true }),
    (request, response) => {
      const body: unknown = request.body
      const session = deps.sessions.open(body, deps.addresses.of(request))
      deps.tally.session(session.ok ? 'ok' : session.code)
      if (session.ok) response.json(session.value)
      else refuse(response, statusOfRefusal(session.code), session)
    },
  )
  if (deps.pageFolder !== null) app.use(...guestPage(deps.pageFolder, () => deps.audiences.all()))
  return app
}

/** `waitMs`: 0, or in how many ms it pays to ask again. */
function limited(waitMs: (address: string) => number, addresses: ClientAddresses): RequestHandler {
  return (request, response, next) => {
    const wait = waitMs(addresses.of(request))
    if (wait === 0) next()
    else refuse(response, 429, failFor('rate-limited', wait))
  }
}

function statusOfRefusal(code: FailureCode): number {
  if (code === 'bad-input') return 400
  return code === 'rate-limited' ? 429 : 403
}

/** What nobody took, and what went wrong on the way: an answer of ours instead of express's page with a stack. */
export function endApp(app: Express, log: Log): void {
  app.use((_request, response) => refuse(response, 404, fail('not-found')))
  const failed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    const status = statusOf(error)
    if (status >= 500) log.error(reasonOf(error))
    refuse(
      response,
      status,
      fail(status === 413 ? 'frame-too-large' : status < 500 ? 'bad-input' : 'internal'),
    )
  }
  app.use(failed)
}

/** Express's parsers put the status they would answer on their errors; anything else is our bug. */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

function refuse(response: Response, status: number, { code, detail, retryAfterMs }: Failure): void {
  if (response.headersSent) return void response.end()
  const refusal: Refusal = {
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
  // The header is for proxies and people; across origins a page can't see it.
  if (retryAfterMs !== undefined) response.set('Retry-After', String(Math.ceil(retryAfterMs / 1000)))
  response.status(status).json(refusal)
}
