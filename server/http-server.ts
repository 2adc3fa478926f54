// Owns the listening socket: http or https, why it can't listen, and ending every connection when it closes.
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { fail, ok, type Failure, type Result } from '../shared/result'
import { watchConnections, type ConnectionDeps, type Connections } from './connections'
import { reasonOf } from './log'
import type { Limits } from './limits'
import type { TlsPair } from './tls-pair'

export interface ListenConfig {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly tls: TlsPair | null
}

export interface OpenHttpServer {
  readonly http: Server
  readonly port: number
  readonly connections: Connections
  /** Takes no further connection. */
  stopListening(): void
  close(): Promise<void>
}

/** Node looks for late requests every 30 s otherwise; Node 16 looks as their bytes come. */
const CHECK_MS = 5_000
/**
 * Connections that the system keeps until they are taken; Linux: at most net.core.somaxconn, 4096 there. Further ones are
 * dropped, and try again after 1, 3 and 7 s: at Node's own 511 most of a crowd that comes back after a restart.
 */
const BACKLOG = 4_096
/** An answer that nobody reads; sockets of clients are watched by liveness.ts. */
const STUCK_MS = 60_000

export async function openHttpServer(
  config: ListenConfig,
  deps: ConnectionDeps,
): Promise<Result<OpenHttpServer>> {
  const made = makeHttpServer(config, deps.limits())
  if (!made.ok) return made
  const http = made.value
  const connections = watchConnections(http, config.tls !== null, deps)
  const port = await listen(http, config)
  if (!port.ok) return port
  let closed: Promise<void> | null = null
  const stopListening = (): Promise<void> =>
    (closed ??= new Promise((resolve) => http.close(() => resolve())))
  return ok({
    http,
    port: port.value,
    connections,
    stopListening: () => void stopListening(),
    close() {
      const done = stopListening()
      connections.destroyAll()
      return done
    },
  })
}

function makeHttpServer({ tls }: ListenConfig, limits: Limits): Result<Server> {
  const handshakeMs = limits['handshake-seconds'] * 1000
  const options = {
    maxHeaderSize: limits['header-bytes'],
    headersTimeout: handshakeMs,
    // Who says it byte by byte holds a connection no longer than this.
    requestTimeout: 2 * handshakeMs,
    connectionsCheckingInterval: Math.min(CHECK_MS, handshakeMs),
  }
  try {
    const http = tls
      ? createHttpsServer({ ...options, ...tls, handshakeTimeout: handshakeMs })
      : createHttpServer(options)
    // Node 16 has them as properties only.
    http.headersTimeout = options.headersTimeout
    http.requestTimeout = options.requestTimeout
    // By request, not by `http.timeout`: Node would leave a timer to each socket of a client.
    http.on('request', ({ socket }) => void socket.setTimeout(STUCK_MS))
    return ok(http)
  } catch (error) {
    return fail('bad-input', `certificate or key: ${reasonOf(error)}`)
  }
}

export function listen(http: Server, config: Pick<ListenConfig, 'host' | 'port'>): Promise<Result<number>> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(listenFailure(error))
    http.once('error', failed)
    http.listen({ host: config.host.replace(/^\[|\]$/g, ''), port: config.port, backlog: BACKLOG }, () => {
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
