// Owns signalling through one server, on PeerJS: the only file that imports it. Joins the line (peer-link.ts), the messages
// (peer-deliveries.ts) and the connections (peer-paths.ts) into what the call layer sees.
import { Peer } from 'peerjs'
import { createEmitter } from '../lib/emitter'
import { createScope } from '../lib/scope'
import type { Clock, Ids } from '../platform/clock'
import type { Log } from '../platform/log'
import { assertNever } from '../../shared/assert-never'
import type { FailureCode } from '../../shared/failure'
import { addressOf, type BaseUrl } from '../../shared/link/base-url'
import type { OfferMetadata } from '../../shared/protocol/call-messages'
import type { Envelope, IceServer, StockCtlPayload } from '../../shared/protocol/server-messages'
import type { CallPath } from './call-path'
import type { Beats } from './heartbeat-times'
import type { JoinProver } from './join-prover'
import { createDeliveries, type Deliveries } from './peer-deliveries'
import type { ServerFrame } from './peer-frames'
import { createIceServers, type IceServers } from './peer-ice-servers'
import { PeerLink } from './peer-link'
import { PeerPaths } from './peer-paths'
import { PeerJsTransport, type PeerLike, type PeerTransport } from './peer-transport'
import { createSessionClient, type Fetch, type ServerSession } from './session-client'
import type { ParkedOffer, PathOptions, SendOutcome, Signalling, SignallingState } from './signalling'
import type { Signer } from './signer'

export interface PeerSignallingOptions {
  readonly server: BaseUrl
  /** The identity at home, `visitPeerId(…)` on a visit. */
  readonly peerId: string
  readonly signer: Signer
  readonly proveJoin: JoinProver
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
  return new PeerSignalling(options)
}

class PeerSignalling implements Signalling {
  readonly server: BaseUrl
  readonly peerId: string
  private readonly clock: Clock
  private readonly envelopes = createEmitter<{ readonly from: string; readonly envelope: Envelope }>()
  private readonly sessionIceServers: IceServers
  private readonly deliveries: Deliveries
  private readonly transport: PeerTransport
  private readonly paths: PeerPaths
  private readonly link: PeerLink
  private session: ServerSession | null = null
  private hasAnswered = false

  constructor(options: PeerSignallingOptions) {
    const { server, peerId, clock, log } = options
    this.server = server
    this.peerId = peerId
    this.clock = clock
    const sessions = createSessionClient({ ...options, onAnswer: () => (this.hasAnswered = true) })
    this.sessionIceServers = createIceServers(sessions, clock, options.stunServers)
    this.deliveries = createDeliveries(clock)
    const transport = new PeerJsTransport({
      newPeer: (token) => newPeer(server, peerId, token),
      clock,
      log,
      onFrame: (frame) => this.arrived(frame),
      onLost: () => this.link.lost(),
      onCall: (media) => this.paths.arrived(media),
    })
    this.transport = transport
    this.paths = new PeerPaths({ transport, clock, log, iceServers: this.sessionIceServers })
    this.link = new PeerLink({ ...options, sessions, transport, onSession: (session) => this.learn(session) })
    this.link.onState(({ status }) => {
      if (status !== 'open') this.deliveries.lost()
    })
  }

  get kind(): Signalling['kind'] {
    return this.session?.kind ?? 'unknown'
  }

  get guestPage(): boolean {
    return this.session?.kind === 'own' && this.session.answer.guestPage
  }

  state(): SignallingState {
    return this.link.state()
  }

  onState(listener: (state: SignallingState) => void): () => void {
    return this.link.onState(listener)
  }

  retry(): void {
    this.link.retry()
  }

  /** Connections that stand go on without it. */
  close(): void {
    this.link.close()
  }

  ready(silentMs: number, aliveMs = silentMs): Promise<FailureCode | null> {
    const scope = createScope()
    return new Promise<FailureCode | null>((resolve) => {
      const look = (state: SignallingState) => {
        const answer = readiness(state)
        if (answer !== undefined) resolve(answer)
      }
      scope.add(this.onState(look))
      const tooLate = () => resolve('server-timeout')
      scope.add(this.clock.after(silentMs, () => this.hasAnswered || tooLate()))
      scope.add(this.clock.after(aliveMs, tooLate))
      look(this.state())
    }).finally(() => scope.end())
  }

  iceServers(): Promise<readonly IceServer[]> {
    return this.sessionIceServers.current()
  }

  beats(): Beats {
    return this.transport.beats()
  }

  send(to: string, envelope: Envelope): Promise<SendOutcome> {
    const { session } = this
    if (!session || !this.isOpen()) return Promise.resolve('unconfirmed')
    return this.deliveries.track(to, session.kind, (n) => {
      const stock: StockCtlPayload = { app: 'parley', envelope }
      const own = { n, envelope }
      this.transport.send(
        session.kind === 'own'
          ? { type: 'CTL', dst: to, payload: own }
          : { type: 'CANDIDATE', dst: to, payload: stock },
      )
    })
  }

  onEnvelope(listener: (from: string, envelope: Envelope) => void): () => void {
    return this.envelopes.on(({ from, envelope }) => listener(from, envelope))
  }

  offer(to: string, metadata: OfferMetadata, options: PathOptions): CallPath | null {
    return this.isOpen() ? this.paths.offer(to, metadata, options) : null
  }

  onOffer(listener: (offer: ParkedOffer) => void): () => void {
    return this.paths.onOffer(listener)
  }

  private isOpen(): boolean {
    return this.link.state().status === 'open'
  }

  private learn(session: ServerSession): void {
    this.session = session
    this.sessionIceServers.learned(session)
  }

  private arrived(frame: ServerFrame): void {
    if (this.link.frame(frame)) return
    switch (frame.type) {
      case 'envelope':
        // Our own server's way and a stock server's are never both open, so neither gets past the other's checks.
        if (frame.via === this.session?.kind) this.envelopes.emit(frame)
        return
      case 'ack':
        return this.deliveries.acknowledged(frame.n, frame.status)
      case 'expired':
        this.transport.expired(frame.to)
        return this.deliveries.expired(frame.to)
      case 'media':
        return this.paths.frame(frame.frame)
      default:
        return // the link's own
    }
  }
}

/** Undefined: nobody knows yet. */
function readiness(state: SignallingState): FailureCode | null | undefined {
  switch (state.status) {
    case 'connecting':
      return undefined
    case 'open':
      return null
    case 'waiting':
    case 'stopped':
      return state.code
    case 'closed':
      return 'server-unreachable'
    default:
      return assertNever(state)
  }
}

/**
 * The longest that setTimeout takes, 24 days. PeerJS sends its own heartbeats past `socket.send`, where nobody can time their
 * echoes; line-watch.ts sends ours.
 */
const NEVER_MS = 2 ** 31 - 1

function newPeer(server: BaseUrl, peerId: string, token: string): PeerLike {
  const { hostname, port, path, secure } = addressOf(server)
  // `config` is never used, since our connections bring their own; PeerJS's default names Google's and its own servers.
  const config: RTCConfiguration = { iceServers: [] }
  const options = { host: hostname, port, path, secure, token, pingInterval: NEVER_MS, config }
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- PeerOptions is a class in PeerJS's types only
  return new Peer(peerId, options)
}
