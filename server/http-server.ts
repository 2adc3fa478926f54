// Owns the listening socket: http or https, why it can't listen, and ending every connection when it closes.
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Socket } from 'node:net'
import { fail, ok, type Failure, type Result } from '../shared/result'
import { reasonOf } from './log'

export interface ListenConfig {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** PEM texts. */
  readonly tls: { readonly cert: string; readonly key: string } | null
}

export interface OpenHttpServer {
  readonly http: Server
  readonly port: number
  close(): Promise<void>
}

// A client that says its request byte by byte holds a socket no longer than this.
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 20_000

export async function openHttpServer(config: ListenConfig): Promise<Result<OpenHttpServer>> {
  const made = makeHttpServer(config)
  if (!made.ok) return made
  const http = made.value
  const sockets = trackSockets(http)
  const port = await listen(http, config)
  return port.ok ? ok({ http, port: port.value, close: () => closeServer(http, sockets) }) : port
}

function makeHttpServer(config: ListenConfig): Result<Server> {
  try {
    const http = config.tls ? createHttpsServer(config.tls) : createHttpServer()
    http.headersTimeout = HEADERS_TIMEOUT_MS
    http.requestTimeout = REQUEST_TIMEOUT_MS
    return ok(http)
  } catch (error) {
    return fail('bad-input', `certificate or key: ${reasonOf(error)}`)
  }
}

function listen(http: Server, config: ListenConfig): Promise<Result<number>> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(listenFailure(error))
    http.once('error', failed)
    http.listen({ host: config.host.replace(/^\[|\]$/g, ''), port: config.port }, () => {
      http.off('error', failed)
      const address = http.address()
      resolve(ok(typeof address === 'object' && address ? address.port : config.port))
    })
  })
}

function listenFailure(error: NodeJS.ErrnoException): Failure {
  switch (error.code) {
    case 'EADDRINUSE':
    case 'EACCES': // a port below 1024 without the right to it
      return fail('port-taken', error.message)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return fail('no-network-address', error.message)
    default:
      return fail('internal', error.message)
  }
}

/** Node 16 can't close what is kept alive, so we remember what is open. */
function trackSockets(http: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  http.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

function closeServer(http: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    if (!http.listening) return resolve()
    http.close(() => resolve())
    for (const socket of sockets) socket.destroy()
  })
}
