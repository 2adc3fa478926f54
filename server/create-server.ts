// Owns the signalling server's life: listening, what changes while it runs, taking it down. Its parts are assemble.ts.
import { Server as HttpsServer } from 'node:https'
import type { BaseUrl } from '../shared/link/base-url'
import type { IceServer, SessionAnswer } from '../shared/protocol/server-messages'
import { ok, type Result } from '../shared/result'
import { assemble } from './assemble'
import { configuredAudiences, listeningAudiences, networkAddresses, type Audiences } from './audiences'
import { createClientAddresses } from './client-address'
import type { Gate } from './gate'
import { openHttpServer, type OpenHttpServer } from './http-server'
import { createLimitHits } from './limit-hits'
import type { LimitName } from './limits'
import type { Log } from './log'
import { newcomersInTurn } from './newcomers'
import type { ServerConfig } from './server-config'
import { createTally, type Tally } from './tally'
import { turnServer } from './turn'

export interface ServerDeps {
  readonly log: Log
  /** Monotonic milliseconds. */
  readonly nowMs: () => number
}

export interface RunningServer {
  readonly port: number
  readonly guestPage: boolean
  /** The base URLs that a ticket may be asked for; they follow the machine's addresses. */
  audiences(): readonly BaseUrl[]
  clients(): number
  connections(): number
  /** False from `stop` on. */
  isReady(): boolean
  readonly tally: Tally
  readonly limitHits: ReadonlyMap<LimitName, number>
  /** Takes over what may change while it runs: certificate, limits, who may use it. */
  reload(config: ServerConfig): void
  /** Tells every client when to come back, then closes; takes at most 5 s. */
  stop(random: () => number): Promise<void>
  /** Ends every connection; closing twice is harmless. */
  close(): Promise<void>
}

/** What a running server is now; `reload` and `stop` change it. */
interface State {
  live: ServerConfig
  ready: boolean
}

/** Fails with `port-taken` or `no-network-address` where it can't listen, `bad-input` where key and certificate don't fit. */
export async function createSignallingServer(
  config: ServerConfig,
  deps: ServerDeps,
): Promise<Result<RunningServer>> {
  const state: State = { live: config, ready: true }
  const shared = sharedOf(state, deps)
  const listening = await openHttpServer(config, shared)
  if (!listening.ok) return listening
  const { http, port } = listening.value
  const audiences = audiencesOf(config, port)
  const assembled = assemble(config, { ...shared, http, audiences })
  http.on('request', newcomersInTurn(http, assembled.answer))
  return ok({
    port,
    guestPage: assembled.guestPage,
    audiences: () => audiences.all(),
    connections: () => listening.value.connections.size,
    isReady: shared.isReady,
    tally: shared.tally,
    limitHits: shared.hits.counts,
    ...lifeOf(state, listening.value, assembled.gate),
  })
}

const sharedOf = (state: State, deps: ServerDeps) => ({
  ...deps,
  limits: () => state.live.limits,
  mayUse: (identity: string) => state.live.invited?.has(identity) ?? true,
  joinCode: () => state.live.joinCode,
  iceServers: (identity: string) => iceServersOf(state.live, identity),
  isReady: () => state.ready,
  hits: createLimitHits(deps.log, deps.nowMs),
  addresses: createClientAddresses(state.live.trustProxy),
  tally: createTally(),
})

function lifeOf(
  state: State,
  listening: OpenHttpServer,
  gate: Gate,
): Pick<RunningServer, 'clients' | 'reload' | 'stop' | 'close'> {
  // `peer`'s two timers have no stop; they are left with an empty realm and keep nothing else.
  const close = (): Promise<void> => {
    gate.close()
    return listening.close()
  }
  return {
    clients: () => gate.clients,
    reload(next) {
      state.live = next
      gate.sendUninvitedAway()
      if (next.tls && listening.http instanceof HttpsServer) listening.http.setSecureContext(next.tls)
    },
    async stop(random) {
      state.ready = false
      listening.stopListening()
      await gate.sayRestarting(random)
      await close()
    },
    close,
  }
}

function iceServersOf(
  { stun, turn }: ServerConfig,
  identity: string,
): Pick<SessionAnswer, 'iceServers' | 'iceLifeMs'> {
  const iceServers: IceServer[] = stun.map((urls) => ({ urls }))
  if (!turn) return { iceServers }
  return {
    iceServers: [...iceServers, turnServer(turn, identity, Date.now())],
    iceLifeMs: turn.lifeS * 1000,
  }
}

function audiencesOf({ origins, tls, host }: ServerConfig, port: number): Audiences {
  if (origins.length > 0) return configuredAudiences(origins)
  return listeningAudiences({ secure: tls !== null, host, port }, networkAddresses)
}
