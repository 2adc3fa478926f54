// Owns one admitted client: what `peer` takes for its WebSocket, though nothing reaches `peer` that the gate didn't pass.
import { EventEmitter } from 'node:events'
import type { FailureCode } from '../shared/failure'
import type { ConnectedClient } from './client-directory'
import { HEARTBEAT_TEXT } from './frames'
import type { NoticingSocket } from './noticing-socket'

export interface Outgoing {
  /** Told where more waits for this reader than may: it is dropped, not the server. */
  readonly isTooMuch: (bufferedBytes: number) => boolean
  /** Before each frame. */
  readonly hold: () => void
}

/** Emits what `peer` listens for: `message` for passed frames, `close` once, at the moment it is no longer served. */
export class GatedSocket extends EventEmitter implements ConnectedClient {
  #ended = false

  constructor(
    readonly id: string,
    readonly ticketed: boolean,
    private readonly socket: NoticingSocket,
    private readonly outgoing: Outgoing,
  ) {
    super()
  }

  get ended(): boolean {
    return this.#ended
  }

  /** `peer` listens for frames once it has given the socket its id, and not where it refused it. */
  get takenByPeer(): boolean {
    return this.listenerCount('message') > 0
  }

  /** `peer` closes whose last heartbeat is too long ago. */
  showLife(): void {
    this.emit('message', HEARTBEAT_TEXT)
  }

  send(text: string): boolean {
    if (this.#ended || this.socket.readyState !== this.socket.OPEN) return false
    if (this.outgoing.isTooMuch(this.socket.bufferedAmount)) {
      this.drop()
      return false
    }
    this.outgoing.hold()
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
    this.emit('close')
  }
}
