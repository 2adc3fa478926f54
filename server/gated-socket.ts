// Owns one admitted client: what `peer` takes for its WebSocket, though nothing reaches `peer` that the gate didn't pass.
import type { Writable } from 'node:stream'
import type { FailureCode } from '../shared/failure'
import type { ConnectedClient } from './client-directory'
import { HEARTBEAT_TEXT } from './frames'
import type { NoticingSocket } from './noticing-socket'

/** One for all clients. */
export interface Doorkeeper {
  /** Before each frame. False: too much waits already, and this reader has been dropped for it. */
  readonly mayWait: (client: GatedSocket) => boolean
  /** Before each frame. */
  readonly hold: (connection: Writable) => void
  /** Once, at the moment it is no longer served. */
  readonly ended: (client: GatedSocket) => void
}

export interface Client {
  readonly id: string
  /** False for a plain PeerJS client. */
  readonly ticketed: boolean
  /** Whom its frames and its place count for. */
  readonly address: string
  readonly identity: string
}

// No EventEmitter, and no closures of our own: with ten thousand idle clients these are what memory goes to.
export class GatedSocket implements ConnectedClient {
  readonly id: string
  readonly ticketed: boolean
  readonly address: string
  readonly identity: string
  #ended = false
  #tellPeer: ((text: string) => void) | null = null
  #endPeer: (() => void) | null = null

  constructor(
    { id, ticketed, address, identity }: Client,
    private readonly socket: NoticingSocket,
    /** What `socket` writes to. */
    private readonly connection: Writable,
    private readonly doorkeeper: Doorkeeper,
  ) {
    this.id = id
    this.ticketed = ticketed
    this.address = address
    this.identity = identity
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Called by `peer`, once for each event. It is told of no `error`: its client is closed for it. */
  on(event: string, listener: (text?: string) => void): this {
    if (event === 'message') this.#tellPeer = listener
    if (event === 'close') this.#endPeer = listener
    return this
  }

  get queuedBytes(): number {
    return this.socket.bufferedAmount
  }

  pause(): void {
    this.socket.pause()
  }

  resume(): void {
    this.socket.resume()
  }

  /** `peer` listens for frames once it has given the socket its id, and not where it refused it. */
  get takenByPeer(): boolean {
    return this.#tellPeer !== null
  }

  /** `peer` closes whose last heartbeat is too long ago. */
  showLife(): void {
    this.#tellPeer?.(HEARTBEAT_TEXT)
  }

  send(text: string): boolean {
    if (this.#ended || this.socket.readyState !== this.socket.OPEN) return false
    if (!this.doorkeeper.mayWait(this)) return false
    this.doorkeeper.hold(this.connection)
    this.socket.send(text)
    return true
  }

  /** Called by `peer`, which has already sent its reason. */
  close(): void {
    this.socket.close()
    this.end()
  }

  closeWith(code: FailureCode, retryAfterMs?: number): void {
    this.socket.closeWith(code, retryAfterMs)
    this.end()
  }

  /** What it has sent already isn't even read: a flood costs what reading it costs. */
  sendAway(code: FailureCode, retryAfterMs: number): void {
    this.closeWith(code, retryAfterMs)
    this.socket.pause()
  }

  /** Without a word: it wouldn't be read. */
  drop(): void {
    this.socket.terminate()
    this.end()
  }

  /** The id is free at once, not when the closing handshake is through: that can take seconds on a dead link. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#endPeer?.()
    this.doorkeeper.ended(this)
  }
}
