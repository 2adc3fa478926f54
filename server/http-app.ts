// Owns the server's HTTP side but for the sign-in: /health, /ready and the guest page, and what is said to everything else.
import cors from 'cors'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { failFor, fail } from '../shared/result'
import { answerJson, refuse } from './answers'
import type { Audiences } from './audiences'
import type { ClientAddresses } from './client-address'
import { guestPage } from './guest-page'
import { reasonOf, type Log } from './log'
import { COMMON_HEADERS } from './page-headers'
import type { Rates } from './rates'
import { corsOf } from './readers'

export interface HttpAppDeps {
  readonly audiences: Audiences
  readonly addresses: ClientAddresses
  readonly rates: Rates
  /** False while it stops: a balancer sends nobody here any more. */
  readonly isReady: () => boolean
  /** Null where this server has no page. */
  readonly pageFolder: string | null
}

/** The parts that `peer` doesn't have; mount `peer` after them, then `endOfApp`. */
export function createHttpApp(deps: HttpAppDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((_request, response, next) => {
    response.set(COMMON_HEADERS)
    next()
  })
  app.use(
    // The sign-in's preflights come here: they are rare, and this library's.
    ['/challenge', '/session', '/health', '/ready'],
    cors(corsOf(deps.audiences)),
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store')
      next()
    },
  )
  app.use(limited((address) => deps.rates.request(address), deps.addresses))
  app.get('/health', (_request, response) => answerJson(response, 200, { status: 'ok' }))
  app.get('/ready', (_request, response) => {
    const ready = deps.isReady()
    answerJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'stopping' })
  })
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
