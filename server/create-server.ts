// Owns putting the signalling server together and taking it down: `peer` behind our gate, our HTTP side, the guest page.
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { Express } from 'express'
import { ExpressPeerServer } from 'peer'
import type { BaseUrl } from '../shared/link/base-url'
import { NONCE_LIFE_MS, TICKET_LIFE_MS } from '../shared/protocol/limits'
import { ok, type Result } from '../shared/result'
import { createAdmission } from './admission'
import { configuredAudiences, listeningAudiences, networkAddresses, type Audiences } from './audiences'
import { createClientDirectory } from './client-directory'
import type { GatedSocket } from './gated-socket'
import { Gate } from './gate'
import { hasGuestPage } from './guest-page'
import { corsOf, createHttpApp, endApp } from './http-app'
import { openHttpServer, type ListenConfig } from './http-server'
import { reasonOf, type Log } from './log'
import { createSessions } from './sessions'
import { createStamps } from './stamps'

export interface ServerConfig extends ListenConfig {
  /** Base URLs that this server answers to; empty: localhost and each address that it listens on. */
  readonly origins: readonly BaseUrl[]
  readonly stun: readonly string[]
  /** Whether plain PeerJS clients may come in, too. */
  readonly open: boolean
  /** The built renderer; null, or without an index.html: no guest page. */
  readonly pageFolder: string | null
  readonly maxClients: number
}

export interface ServerDeps {
  readonly log: Log
  /** Monotonic milliseconds. */
  readonly nowMs: () => number
  /** How often every socket has to prove that somebody is there. */
  readonly pingMs?: number
}

export interface RunningServer {
  readonly port: number
  readonly guestPage: boolean
  /** The base URLs that a ticket may be asked for; they follow the machine's addresses. */
  audiences(): readonly BaseUrl[]
  /** Ends every connection; closing twice is harmless. */
  close(): Promise<void>
}

export const DEFAULT_MAX_CLIENTS = 5_000
/** A stock server's 90 s: a hidden page's timers run once a minute. */
const ALIVE_TIMEOUT_MS = 90_000
/** A dead link is noticed within 15 to 30 s; until then its owner is said to be delivered to. */
const PING_MS = 15_000

/** Fails with `port-taken` or `no-network-address` where it can't listen, `bad-input` where key and certificate don't fit. */
export async function createSignallingServer(
  config: ServerConfig,
  deps: ServerDeps,
): Promise<Result<RunningServer>> {
  const opened = await openHttpServer(config)
  if (!opened.ok) return opened
  const listening = opened.value
  const { http, port } = listening
  const audiences =
    config.origins.length > 0
      ? configuredAudiences(config.origins)
      : listeningAudiences({ secure: config.tls !== null, host: config.host, port }, networkAddresses)
  const { app, gate, guestPage } = assemble(config, deps, http, audiences)
  http.on('request', app)
  return ok({
    port,
    guestPage,
    audiences: () => audiences.all(),
    // `peer`'s two timers have no stop; they are left with an empty realm and keep nothing else.
    close() {
      gate.close()
      return listening.close()
    },
  })
}

function assemble(
  config: ServerConfig,
  deps: ServerDeps,
  http: Server,
  audiences: Audiences,
): { readonly app: Express; readonly gate: Gate; readonly guestPage: boolean } {
  const secret = randomBytes(32)
  const tickets = createStamps({ kind: 'ticket', secret, lifeMs: TICKET_LIFE_MS, nowMs: deps.nowMs })
  const nonces = createStamps({ kind: 'nonce', secret, lifeMs: NONCE_LIFE_MS, nowMs: deps.nowMs })
  const pageFolder = hasGuestPage(config.pageFolder) ? config.pageFolder : null
  const sessions = createSessions({
    nonces,
    tickets,
    audiences,
    iceServers: config.stun.map((urls) => ({ urls })),
    guestPage: pageFolder !== null,
    log: deps.log,
  })
  const gate = new Gate({
    admission: createAdmission(tickets, config.open),
    clients: createClientDirectory<GatedSocket>(),
    maxClients: config.maxClients,
    pingMs: deps.pingMs ?? PING_MS,
    log: deps.log,
  })
  const app = createHttpApp({ sessions, audiences, pageFolder, log: deps.log })
  const peer = ExpressPeerServer(http, {
    path: '/',
    alive_timeout: ALIVE_TIMEOUT_MS,
    // The gate counts, and it has a code for it.
    concurrent_limit: Number.MAX_SAFE_INTEGER,
    corsOptions: config.open ? { origin: true } : corsOf(audiences),
    createWebSocketServer: (options) => gate.attach(options),
  })
  // `peer` re-emits every error here, and an `error` event without a listener ends the process.
  peer.on('error', (error) => deps.log.error(reasonOf(error)))
  app.use(peer)
  endApp(app, deps.log)
  return { app, gate, guestPage: pageFolder !== null }
}
