// Owns the door that `peer` gets for its WebSocket server: who comes in, which frames pass, who takes whose place.
// `peer` keeps the ids, their live check and the stock protocol's answers; frames between clients are relay.ts.
import type { IncomingMessage } from 'node:http'
import { WebSocketServer, type ServerOptions } from 'ws'
import type { FailureCode } from '../shared/failure'
import { identityOfPeerId } from '../shared/protocol/identity'
import { MAX_FRAME_BYTES } from '../shared/protocol/limits'
import type { Admission } from './admission'
import type { Asking } from './asking'
import type { ClientAddresses } from './client-address'
import type { ClientDirectory } from './client-directory'
import { createFairReader } from './fair-reader'
import { readFrame } from './frames'
import { GatedSocket, type Doorkeeper } from './gated-socket'
import type { LimitHits } from './limit-hits'
import type { Limits } from './limits'
import { watchLiveness } from './liveness'
import { reasonOf, type Log } from './log'
import { NoticingSocket, type SocketKeeper } from './noticing-socket'
import type { Places } from './places'
import { createQueues, type Queues } from './queues'
import type { Rates } from './rates'
import { relayFrame, type Relay } from './relay'
import type { Tally } from './tally'
import { createTurnWriter } from './turn-writer'

export interface GateDeps {
  readonly admission: Admission
  readonly asking: Asking
  readonly clients: ClientDirectory<GatedSocket>
  readonly limits: () => Limits
  readonly hits: LimitHits
  readonly rates: Rates
  readonly places: Places
  readonly addresses: ClientAddresses
  readonly tally: Tally
  readonly mayUse: (identity: string) => boolean
  readonly pingMs: number
  readonly log: Log
}

type VerifyAnswer = (
  ok: boolean,
  status?: number,
  message?: string,
  headers?: Readonly<Record<string, string>>,
) => void

/** What a new process takes to listen. Who comes sooner waits by the client's own back-off. */
const RESTART_MS = 500
/** Who comes sooner than it can be served waits its turn (newcomers.ts); with this 5 000 are to be back within 5 s. */
const RESTART_SPREAD_MS = 0.8
/** A client answers a close at once; a dead link is destroyed after CLOSE_TIMEOUT_MS. With the rest this ends within 5 s. */
const LEAVE_MS = 2_500
/** Places come free as others leave; nobody knows when. */
const FULL_RETRY_MS = 10_000
const OPEN_TEXT = '{"type":"OPEN"}'
/** Browsers cut a message that they can't send at once, proxies one that is large; each part costs as a frame does. */
const MAX_FRAGMENTS = 64
/** How long a client has to answer a close before its socket is destroyed. */
const CLOSE_TIMEOUT_MS = 2_000

export class Gate {
  /** What `peer` listens to. It accepts nothing by itself: we emit. */
  readonly #front = new WebSocketServer({ noServer: true })
  #closeDoor: () => void = () => undefined
  /** All, with the client behind each; null where none was let in. */
  readonly #sockets = new Map<NoticingSocket, GatedSocket | null>()

  readonly #relay: Relay<GatedSocket>
  readonly #writer = createTurnWriter()
  readonly #queues: Queues
  readonly #fairly = createFairReader<GatedSocket>((client, text) => this.#receive(client, text))
  readonly #keeper: SocketKeeper = {
    received: (socket, text) => {
      const client = this.#sockets.get(socket)
      if (client) this.#fairly(client, text)
    },
    pinged: (socket, data) => {
      const client = this.#sockets.get(socket)
      if (client && this.#mayCome(client, data.length)) socket.pong(data)
    },
    // A page's own heartbeat is a timer, which a browser slows down in a hidden tab; its pongs come always.
    ponged: (socket, data) => {
      const client = this.#sockets.get(socket)
      if (client && this.#mayCome(client, data.length)) client.showLife()
    },
    closed: (socket) => {
      this.#sockets.get(socket)?.end()
      this.#sockets.delete(socket)
    },
  }
  readonly #doorkeeper: Doorkeeper = {
    mayWait: (client) => this.#queues.mayWait(client),
    hold: (connection) => this.#writer.hold(connection),
    ended: (client) => {
      this.deps.places.giveBack(client.address, client.identity)
      this.#queues.forget(client)
      this.deps.clients.leave(client)
    },
  }

  constructor(private readonly deps: GateDeps) {
    this.#queues = createQueues(deps.limits, deps.hits)
    this.#relay = {
      ...{ to: deps.clients, asking: deps.asking },
      sendAway: (client, code, retryAfterMs) => this.#sendAway(client, code, retryAfterMs),
    }
  }

  /** For `peer`'s option createWebSocketServer. */
  attach(options: ServerOptions): WebSocketServer {
    const door = openDoor(options, (request) => {
      // The answer to the upgrade and `peer`'s first word go together.
      this.#writer.hold(request.socket)
      return this.deps.rates.request(this.deps.addresses.of(request))
    })
    door.on('connection', (socket, request) => this.#admit(socket, request))
    // The HTTP server's errors arrive here as well.
    door.on('error', (error) => this.deps.log.error(reasonOf(error)))
    const endWatch = watchLiveness(() => this.#sockets.keys(), this.deps.pingMs)
    this.#closeDoor = () => {
      endWatch()
      for (const socket of this.#sockets.keys()) socket.terminate()
      door.close()
    }
    return this.#front
  }

  /** After the list has changed. */
  sendUninvitedAway(): void {
    const uninvited = this.deps.clients
      .all()
      .filter((client) => client.ticketed && !this.deps.mayUse(client.identity))
    for (const client of uninvited) this.#sendAway(client, 'not-invited')
  }

  get clients(): number {
    return this.deps.clients.size
  }

  /** Tells everybody to come back, each at another moment, and resolves when they have left, at the latest after LEAVE_MS. */
  async sayRestarting(random: () => number): Promise<void> {
    const sockets = [...this.#sockets.keys()]
    const spreadMs = sockets.length * RESTART_SPREAD_MS
    const left = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    for (const socket of sockets) socket.closeWith('restarting', Math.round(RESTART_MS + random() * spreadMs))
    const late = new Promise((resolve) => setTimeout(resolve, LEAVE_MS))
    await Promise.race([Promise.all(left), late])
  }

  close(): void {
    this.#closeDoor()
    this.#front.close()
  }

  #admit(socket: NoticingSocket, request: IncomingMessage): void {
    this.#sockets.set(socket, null)
    socket.keeper = this.#keeper
    const admitted = this.deps.admission(request.url ?? '')
    if (!admitted.ok) return this.#refuse(socket, admitted.code)
    const { id, ticketed, peerUrl } = admitted.value
    const { places, addresses, clients } = this.deps
    const before = clients.find(id)
    const [address, identity] = [addresses.of(request), countedAs(id)]
    // The list may have changed since the ticket was given.
    if (ticketed && !this.deps.mayUse(identity)) return this.#refuse(socket, 'not-invited')
    const full = places.take(address, identity, before !== undefined)
    if (full !== null)
      return this.#refuse(socket, full === 'max-clients' ? 'server-full' : 'rate-limited', FULL_RETRY_MS)
    const client = new GatedSocket(
      { id, ticketed, address, identity },
      socket,
      request.socket,
      this.#doorkeeper,
    )
    // Not the client's own URL: of a parameter that is given twice `peer` would take another one than we checked.
    request.url = peerUrl
    this.#front.emit('connection', client, request)
    if (!client.takenByPeer) return client.end()
    this.#sockets.set(socket, client)
    this.#enter(client, before)
  }

  #refuse(socket: NoticingSocket, code: FailureCode, retryAfterMs?: number): void {
    this.deps.tally.admission(code)
    socket.closeWith(code, retryAfterMs)
  }

  #enter(client: GatedSocket, before: GatedSocket | undefined): void {
    this.deps.clients.enter(client)
    this.deps.tally.admission('ok')
    if (!before) return
    // `peer` hands the id over in silence, and the newer one would wait for ever.
    client.send(OPEN_TEXT)
    this.#sendAway(before, 'superseded')
  }

  /** Whatever comes over a socket counts alike, also what never leaves it. False: its client is sent away, or was. */
  #mayCome(client: GatedSocket, bytes: number): boolean {
    if (client.ended) return false
    const waitMs = this.deps.rates.message(client.address, client.identity, bytes)
    if (waitMs > 0) this.#sendAway(client, 'rate-limited', waitMs)
    return waitMs === 0
  }

  #receive(client: GatedSocket, text: Buffer | null): void {
    if (!this.#mayCome(client, text?.length ?? 0)) return
    const frame = text && readFrame(text.toString())
    if (!frame || (frame.type === 'CTL' && !client.ticketed)) return this.#sendAway(client, 'frame-malformed')
    this.deps.tally.frame(frame.type)
    if (frame.type === 'HEARTBEAT') client.showLife()
    relayFrame(client, frame, this.#relay)
  }

  #sendAway(client: GatedSocket, code: FailureCode, retryAfterMs?: number): void {
    this.deps.tally.closing(code)
    if (retryAfterMs === undefined) client.closeWith(code)
    else client.sendAway(code, retryAfterMs)
  }
}

/** A plain client's id is nobody's identity; it counts as itself. */
const countedAs = (id: string): string => identityOfPeerId(id) ?? id

/** `waitMs`: 0, or in how many ms the request may be made again. */
function openDoor(options: ServerOptions, waitMs: (request: IncomingMessage) => number) {
  // A variable, since the types don't know closeTimeout yet.
  const gated = {
    ...options,
    WebSocket: NoticingSocket,
    // The gate has them all; `ws` would keep a closure for each.
    clientTracking: false,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    maxFragments: MAX_FRAGMENTS,
    // The gate answers pings, for it counts them.
    autoPong: false,
    closeTimeout: CLOSE_TIMEOUT_MS,
    // The only refusal before the handshake: who asks that often is spared nothing, and costs a tenth of it.
    verifyClient: ({ req }: { readonly req: IncomingMessage }, answer: VerifyAnswer) => {
      const wait = waitMs(req)
      if (wait === 0) answer(true)
      else answer(false, 429, undefined, { 'Retry-After': String(Math.ceil(wait / 1000)) })
    },
  }
  return new WebSocketServer(gated)
}
