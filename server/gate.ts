// Owns the door that `peer` gets for its WebSocket server: who comes in, which frames pass, who takes whose place.
// `peer` keeps the ids, their live check and the stock protocol's answers; frames between clients are relay.ts.
import type { IncomingMessage } from 'node:http'
import { WebSocketServer, type ServerOptions } from 'ws'
import type { FailureCode } from '../shared/failure'
import { MAX_FRAME_BYTES } from '../shared/protocol/limits'
import type { Admission } from './admission'
import type { ClientDirectory } from './client-directory'
import { HEARTBEAT_TEXT, readFrame } from './frames'
import { GatedSocket } from './gated-socket'
import { reasonOf, type Log } from './log'
import { NoticingSocket } from './noticing-socket'
import { relayFrame } from './relay'

export interface Gate {
  /** For `peer`'s option createWebSocketServer. */
  attach(options: ServerOptions): WebSocketServer
  close(): void
}

export interface GateDeps {
  readonly admission: Admission
  readonly clients: ClientDirectory<GatedSocket>
  readonly maxClients: number
  readonly log: Log
}

const OPEN_TEXT = '{"type":"OPEN"}'
/** How long a client has to answer a close before its socket is destroyed. */
const CLOSE_TIMEOUT_MS = 2_000

export function createGate(deps: GateDeps): Gate {
  // What `peer` listens to. It never sees a socket of its own accord: we emit.
  const front = new WebSocketServer({ noServer: true })
  let door: ReturnType<typeof openDoor> | null = null

  function admit(socket: NoticingSocket, request: IncomingMessage): void {
    // Without a listener one broken frame would end the process.
    socket.on('error', () => undefined)
    const admitted = deps.admission(request.url ?? '')
    if (!admitted.ok) return socket.closeWith(admitted.code)
    const before = deps.clients.find(admitted.value.id)
    if (!before && deps.clients.size >= deps.maxClients) return socket.closeWith('server-full')
    const client = new GatedSocket(admitted.value.id, admitted.value.ticketed, socket)
    // Not the client's own URL: of a parameter that is given twice `peer` would take another one than we checked.
    request.url = admitted.value.peerUrl
    front.emit('connection', client, request)
    if (client.takenByPeer) enter(client, socket, before)
  }

  function enter(client: GatedSocket, socket: NoticingSocket, before: GatedSocket | undefined): void {
    client.once('close', () => deps.clients.leave(client))
    socket.on('close', () => client.end())
    socket.on('message', (data, isBinary) =>
      receive(client, Buffer.isBuffer(data) && !isBinary ? data : null),
    )
    deps.clients.enter(client)
    if (!before) return
    // `peer` hands the id over in silence and keeps the old socket's last sign of life.
    client.emit('message', HEARTBEAT_TEXT)
    client.send(OPEN_TEXT)
    before.closeWith('superseded')
  }

  function receive(client: GatedSocket, text: Buffer | null): void {
    if (client.ended) return
    const frame = text && readFrame(text.toString())
    if (!frame || (frame.type === 'CTL' && !client.ticketed)) return end(client, 'frame-malformed')
    if (frame.type === 'HEARTBEAT') client.emit('message', HEARTBEAT_TEXT)
    relayFrame(client, frame, deps.clients)
  }

  function end(client: GatedSocket, code: FailureCode): void {
    deps.log.info(`closed a client's socket: ${code}`)
    client.closeWith(code)
  }

  return {
    attach(options) {
      door = openDoor(options)
      door.on('connection', admit)
      door.on('error', (error) => deps.log.error(reasonOf(error)))
      return front
    },
    close() {
      for (const socket of door?.clients ?? []) socket.terminate()
      door?.close()
      front.close()
    },
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
