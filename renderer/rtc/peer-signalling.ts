// Owns signalling through one server, on PeerJS: the only file that imports it. Joins the line (peer-link.ts), the messages
// (peer-deliveries.ts) and the connections (peer-paths.ts) into what the call layer sees.
import { Peer } from 'peerjs'
import { createEmitter } from '../lib/emitter'
import { createScope } from '../lib/scope'
import type { Clock, Ids } from '../platform/clock'
import type { Log } from '../platform/log'
import { addressOf, type BaseUrl } from '../../shared/link/base-url'
import { HEARTBEAT_MS } from '../../shared/protocol/limits'
import type { Envelope, StockCtlPayload } from '../../shared/protocol/server-messages'
import { createDeliveries } from './peer-deliveries'
import type { ServerFrame } from './peer-frames'
import { createIceServers } from './peer-ice-servers'
import { createPeerLink } from './peer-link'
import { createPeerPaths } from './peer-paths'
import { createPeerTransport, type PeerLike } from './peer-transport'
import { createSessionClient, type Fetch, type ServerSession } from './session-client'
import type { Signalling } from './signalling'
import type { Signer } from './signer'

export interface PeerSignallingOptions {
  readonly server: BaseUrl
  /** The identity at home, `visitPeerId(…)` on a visit. */
  readonly peerId: string
  readonly signer: Signer
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly fetch: Fetch
  /** Read for each call on a stock server, and never used on ours. */
  readonly stunServers: () => readonly string[]
  /** Random, the same for every server and for as long as the app runs: a stock server knows an id's owner by it. */
  readonly stockToken: string
}

/** Starts connecting at once. */
export function createPeerSignalling(options: PeerSignallingOptions): Signalling {
  const { server, peerId, clock, log } = options
  const envelopes = createEmitter<{ readonly from: string; readonly envelope: Envelope }>()
  let session: ServerSession | null = null

  const sessions = createSessionClient(options)
  const iceServers = createIceServers(sessions, clock, options.stunServers)
  const deliveries = createDeliveries(clock)
  const transport = createPeerTransport({
    newPeer: (token) => newPeer(server, peerId, token),
    log,
    events: { frame: arrived, lost: () => link.lost(), call: (media) => paths.arrived(media) },
  })
  const paths = createPeerPaths({ transport, clock, log })
  const link = createPeerLink({
    ...options,
    sessions,
    transport,
    onSession(opened) {
      session = opened
      iceServers.learned(opened)
    },
  })
  link.onState(({ status }) => {
    if (status !== 'open') deliveries.lost()
  })

  function arrived(frame: ServerFrame): void {
    if (link.frame(frame)) return
    switch (frame.type) {
      case 'envelope':
        // Our own server's way and a stock server's are never both open, so neither can be used to get past the other.
        if (frame.via === session?.kind) envelopes.emit(frame)
        return
      case 'ack':
        return deliveries.acknowledged(frame.n, frame.status)
      case 'expired':
        return deliveries.expired(frame.to)
      case 'media':
        return paths.frame(frame.frame)
      default:
    }
  }

  const isOpen = () => link.state().status === 'open'

  return {
    server,
    peerId,
    get kind() {
      return session?.kind ?? 'unknown'
    },
    get guestPage() {
      return session?.kind === 'own' && session.answer.guestPage
    },
    state: () => link.state(),
    onState: (listener) => link.onState(listener),
    retry: () => link.retry(),
    close: () => link.close(),
    ready: (timeoutMs) => ready(link, clock, timeoutMs),
    iceServers: () => iceServers.current(),
    send(to, envelope) {
      if (!session || !isOpen()) return Promise.resolve('unconfirmed')
      const own = session.kind === 'own'
      return deliveries.track(to, session.kind, (n) => {
        const payload: StockCtlPayload = { app: 'parley', envelope }
        transport.send(
          own ? { type: 'CTL', dst: to, payload: { n, envelope } } : { type: 'CANDIDATE', dst: to, payload },
        )
      })
    },
    onEnvelope: (listener) => envelopes.on(({ from, envelope }) => listener(from, envelope)),
    offer: (to, metadata, pathOptions) => (isOpen() ? paths.offer(to, metadata, pathOptions) : null),
    onOffer: (listener) => paths.onOffer(listener),
  }
}

function newPeer(server: BaseUrl, peerId: string, token: string): PeerLike {
  const { hostname, port, path, secure } = addressOf(server)
  // `config` is never used, since our connections bring their own; PeerJS's default names Google's and its own servers.
  const config: RTCConfiguration = { iceServers: [] }
  return new Peer(peerId, {
    host: hostname,
    port,
    path,
    secure,
    token,
    pingInterval: HEARTBEAT_MS,
    config,
    debug: 0,
  })
}

async function ready(
  link: Pick<Signalling, 'state' | 'onState'>,
  clock: Clock,
  timeoutMs: number,
): ReturnType<Signalling['ready']> {
  const scope = createScope()
  try {
    return await new Promise((resolve) => {
      const look = () => {
        const state = link.state()
        if (state.status === 'open') resolve(null)
        else if (state.status === 'closed') resolve('server-unreachable')
        else if (state.status !== 'connecting') resolve(state.code)
      }
      scope.add(link.onState(look))
      scope.add(clock.after(timeoutMs, () => resolve('server-timeout')))
      look()
    })
  } finally {
    scope.end()
  }
}
