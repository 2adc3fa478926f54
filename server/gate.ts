// Owns the door that `peer` gets for its WebSocket server: who comes in, which frames pass, who takes whose place.
// `peer` keeps the ids, their live check and the stock protocol's answers; frames between clients are relay.ts.
import type { IncomingMessage } from 'node:http'
import { WebSocketServer, type ServerOptions } from 'ws'
import { MAX_FRAME_BYTES } from '../shared/protocol/limits'
import type { Admission } from './admission'
import type { ClientDirectory } from './client-directory'
import { readFrame } from './frames'
import { GatedSocket } from './gated-socket'
import { watchLiveness } from './liveness'
import { reasonOf, type Log } from './log'
import { NoticingSocket } from './noticing-socket'
import { relayFrame } from './relay'

export interface GateDeps {
  readonly admission: Admission
  readonly clients: ClientDirectory<GatedSocket>
  readonly maxClients: number
  readonly pingMs: number
  readonly log: Log
}

const OPEN_TEXT = '{"type":"OPEN"}'
/** How long a client has to answer a close before its socket is destroyed. */
const CLOSE_TIMEOUT_MS = 2_000

export class Gate {
  /** What `peer` listens to. It accepts nothing by itself: we emit. */
  readonly #front = new WebSocketServer({ noServer: true })
  #closeDoor: () => void = () => undefined

  constructor(private readonly deps: GateDeps) {}

  /** For `peer`'s option createWebSocketServer. */
  attach(options: ServerOptions): WebSocketServer {
    const door = openDoor(options)
    door.on('connection', (socket, request) => this.#admit(socket, request))
    // The HTTP server's errors arrive here as well.
    door.on('error', (error) => this.deps.log.error(reasonOf(error)))
    const endWatch = watchLiveness(door.clients, this.deps.pingMs)
    this.#closeDoor = () => {
      endWatch()
      for (const socket of door.clients) socket.terminate()
      door.close()
    }
    return this.#front
  }

  close(): void {
    this.#closeDoor()
    this.#front.close()
  }

  #admit(socket: NoticingSocket, request: IncomingMessage): void {
    // Without a listener one broken frame would end the process. What it was, NoticingSocket has told the client.
    socket.on('error', () => undefined)
    const admitted = this.deps.admission(request.url ?? '')
    if (!admitted.ok) return socket.closeWith(admitted.code)
    const before = this.deps.clients.find(admitted.value.id)
    if (!before && this.deps.clients.size >= this.deps.maxClients) return socket.closeWith('server-full')
    const client = new GatedSocket(admitted.value.id, admitted.value.ticketed, socket)
    // Not the client's own URL: of a parameter that is given twice `peer` would take another one than we checked.
    request.url = admitted.value.peerUrl
    this.#front.emit('connection', client, request)
    if (client.takenByPeer) this.#enter(client, socket, before)
  }

  #enter(client: GatedSocket, socket: NoticingSocket, before: GatedSocket | undefined): void {
    client.once('close', () => this.deps.clients.leave(client))
    socket.on('close', () => client.end())
    // A page's own heartbeat is a timer, which a browser slows down in a hidden tab; its pongs come always.
    socket.on('pong', () => client.showLife())
    socket.on('message', (data, isBinary) =>
      this.#receive(client, isBinary || !Buffer.isBuffer(data) ? null : data),
    )
    this.deps.clients.enter(client)
    if (!before) return
    // `peer` hands the id over in silence, and the newer one would wait for ever.
    client.send(OPEN_TEXT)
    before.closeWith('superseded')
  }

  #receive(client: GatedSocket, text: Buffer | null): void {
    if (client.ended) return
    const frame = text && readFrame(text.toString())
    if (!frame || (frame.type === 'CTL' && !client.ticketed)) return client.closeWith('frame-malformed')
    if (frame.type === 'HEARTBEAT') client.showLife()
    relayFrame(client, frame, this.deps.clients)
  }
}

function openDoor(options: ServerOptions) {
  // A variable, since the types don't know closeTimeout yet.
  const gated = {
    ...options,
    WebSocket: NoticingSocket,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    closeTimeout: CLOSE_TIMEOUT_MS,
  }
  return new WebSocketServer(gated)
}
