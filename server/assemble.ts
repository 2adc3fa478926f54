// Owns putting the signalling server's parts together: `peer` behind our gate, our HTTP side, the guest page.
import { randomBytes } from 'node:crypto'
import type { RequestListener, Server } from 'node:http'
import type { Express } from 'express'
import { ExpressPeerServer } from 'peer'
import { NONCE_LIFE_MS, TICKET_LIFE_MS } from '../shared/protocol/limits'
import { createAdmission } from './admission'
import { createAsking } from './asking'
import type { Audiences } from './audiences'
import type { ClientAddresses } from './client-address'
import { createClientDirectory } from './client-directory'
import type { ServerConfig } from './server-config'
import { Gate } from './gate'
import type { GatedSocket } from './gated-socket'
import { hasGuestPage } from './guest-page'
import { createHttpApp, endApp } from './http-app'
import type { LimitHits } from './limit-hits'
import type { Limits } from './limits'
import { reasonOf, type Log } from './log'
import { createJoinGate } from './join-gate'
import { createPlaces } from './places'
import { createRates } from './rates'
import { corsOf } from './readers'
import { createSessions, type SessionDeps } from './sessions'
import { createSignIn } from './sign-in'
import { createStamps } from './stamps'
import type { Tally } from './tally'

export interface Surroundings {
  readonly http: Server
  readonly audiences: Audiences
  readonly addresses: ClientAddresses
  /** As they are now: they may change while it runs. */
  readonly limits: () => Limits
  readonly iceServers: SessionDeps['iceServers']
  readonly hits: LimitHits
  /** As the list is now. */
  readonly mayUse: (identity: string) => boolean
  /** As it is now; null: none is needed. */
  readonly joinCode: () => string | null
  readonly tally: Tally
  readonly isReady: () => boolean
  readonly log: Log
  readonly nowMs: () => number
}

export interface Assembled {
  readonly answer: RequestListener
  readonly gate: Gate
  readonly guestPage: boolean
}

export function assemble(config: ServerConfig, around: Surroundings): Assembled {
  const { audiences, log, nowMs } = around
  const secret = randomBytes(32)
  const tickets = createStamps({ kind: 'ticket', secret, lifeMs: TICKET_LIFE_MS, nowMs })
  const nonces = createStamps({ kind: 'nonce', secret, lifeMs: NONCE_LIFE_MS, nowMs })
  const rates = createRates(around)
  const pageFolder = hasGuestPage(config.pageFolder) ? config.pageFolder : null
  const sessions = createSessions({
    nonces,
    tickets,
    audiences,
    iceServers: around.iceServers,
    guestPage: pageFolder !== null,
    mayUse: around.mayUse,
    join: createJoinGate(around.joinCode, rates),
    waitMs: (identity) => rates.sessionOf(identity),
    log,
  })
  const gate = new Gate({
    ...around,
    admission: createAdmission(tickets, config.open),
    asking: createAsking(rates),
    clients: createClientDirectory<GatedSocket>(),
    rates,
    places: createPlaces(around.limits, around.hits),
    pingMs: config.limits['slow-reader-seconds'] * 1000,
  })
  const signIn = createSignIn({ ...around, sessions, rates, maxBodyBytes: config.limits['body-bytes'] })
  const app = createHttpApp({ ...around, rates, pageFolder })
  mountPeer(app, config, around, gate)
  endApp(app, log)
  return {
    answer(request, response) {
      if (!signIn(request, response)) app(request, response)
    },
    gate,
    guestPage: pageFolder !== null,
  }
}

function mountPeer(
  app: Express,
  config: ServerConfig,
  { http, audiences, log }: Surroundings,
  gate: Gate,
): void {
  const peer = ExpressPeerServer(http, {
    path: '/',
    alive_timeout: config.limits['idle-seconds'] * 1000,
    // The gate counts, and it has a code for it.
    concurrent_limit: Number.MAX_SAFE_INTEGER,
    corsOptions: config.open ? { origin: true } : corsOf(audiences),
    createWebSocketServer: (options) => gate.attach(options),
  })
  // `peer` re-emits every error here, and an `error` event without a listener ends the process.
  peer.on('error', (error) => log.error(reasonOf(error)))
  app.use(peer)
}
