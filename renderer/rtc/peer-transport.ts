// Owns one PeerJS Peer as a dialled line: open it with a token, put it down, frames in and out. Every frame is checked here
// before PeerJS sees it. Leaves when to dial to peer-link.ts; the real Peer is made in peer-signalling.ts.
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import { readServerFrame, type MediaFrame, type ServerFrame } from './peer-frames'
import { createSentAnswers, type SentAnswers } from './peer-answers'
import { HeartbeatTimes, type Beats } from './heartbeat-times'
import { createOutbox } from './peer-outbox'

/** What we use of PeerJS's MediaConnection. */
export interface PeerMedia {
  readonly peer: string
  readonly connectionId: string
  readonly metadata: unknown
  readonly dataChannel?: RTCDataChannel | null
  answer(stream: MediaStream): void
  close(): void
}

/** What we use of PeerJS's Peer. Its socket is the same object through every reconnect. */
export interface PeerLike {
  readonly options: { token?: string }
  readonly disconnected: boolean
  readonly destroyed: boolean
  readonly socket: {
    send(frame: unknown): void
    listeners(event: 'message'): unknown[]
    removeAllListeners(event: 'message'): unknown
    on(event: 'message', listener: (data: unknown) => void): unknown
  }
  on(event: 'disconnected', listener: () => void): unknown
  on(event: 'call', listener: (media: PeerMedia) => void): unknown
  on(event: 'error', listener: (error: { readonly type: string }) => void): unknown
  call(peerId: string, stream: MediaStream, options: { readonly metadata: unknown }): PeerMedia | undefined
  disconnect(): void
  reconnect(): void
}

export type PeerCommand =
  | MediaFrame
  | { readonly type: 'OPEN' }
  /** PeerJS forgets that peer, and closes whatever connections with it are left. */
  | { readonly type: 'LEAVE'; readonly src: string }

export interface PeerTransport {
  dial(token: string): void
  /** Puts the line down without ending any connection. */
  hangUp(): void
  send(frame: object): void
  /** Lets PeerJS handle a frame. */
  deliver(frame: PeerCommand): void
  /** Null where there is no line. */
  call(peerId: string, metadata: unknown): PeerMedia | null
  /** The server had nobody of this id. */
  expired(to: string): void
  /** What still waits to be sent for that connection is dropped. */
  forget(connectionId: string): void
  /** How our server's echoes come. */
  beats(): Beats
}

export interface PeerTransportOptions {
  readonly newPeer: (token: string) => PeerLike
  readonly clock: Clock
  readonly log: Log
  readonly onFrame: (frame: ServerFrame) => void
  /** The line went down by itself. */
  readonly onLost: () => void
  readonly onCall: (media: PeerMedia) => void
}

export class PeerJsTransport implements PeerTransport {
  private readonly options: PeerTransportOptions
  private readonly outbox = createOutbox()
  private readonly heartbeats = new HeartbeatTimes()
  private readonly answers: SentAnswers
  private peer: PeerLike | null = null
  private deliverToPeer: (frame: unknown) => void = () => undefined
  private sendNow: (frame: unknown) => void = () => undefined
  private isOpen = false
  private refused = 0

  constructor(options: PeerTransportOptions) {
    this.options = options
    this.answers = createSentAnswers(options.clock, (frame) => this.sendAgain(frame))
  }

  dial(token: string): void {
    const encoded = encodeURIComponent(token) // PeerJS puts it into the URL as it is
    if (this.peer && !this.peer.destroyed) {
      this.hangUp()
      this.peer.options.token = encoded
      this.peer.reconnect()
    } else {
      this.peer = this.options.newPeer(encoded)
      this.adopt(this.peer)
    }
  }

  hangUp(): void {
    const { peer } = this
    this.isOpen = false
    this.heartbeats.lost()
    if (!peer || peer.disconnected) return
    this.peer = null // disconnect() says `disconnected` as a lost line does; only the latter is news
    peer.disconnect()
    this.peer = peer
  }

  send(frame: object): void {
    this.peer?.socket.send(frame)
  }

  deliver(frame: PeerCommand): void {
    this.deliverToPeer(frame)
    if (frame.type !== 'OPEN') return
    this.isOpen = true
    for (const kept of this.outbox.take()) this.pass(kept)
  }

  call(peerId: string, metadata: unknown): PeerMedia | null {
    return this.peer?.call(peerId, new MediaStream(), { metadata }) ?? null
  }

  expired(to: string): void {
    this.answers.expired(to)
  }

  forget(connectionId: string): void {
    this.outbox.drop(connectionId)
    this.answers.forget(connectionId)
  }

  beats(): Beats {
    return this.heartbeats.read(this.options.clock.now())
  }

  private pass(frame: unknown): void {
    if (isHeartbeat(frame)) this.heartbeats.sent(this.options.clock.now())
    this.answers.sent(frame)
    this.sendNow(frame)
  }

  private sendAgain(frame: unknown): void {
    if (this.isOpen) this.sendNow(frame)
    else this.outbox.keep(frame)
  }

  private adopt(peer: PeerLike): void {
    const { socket } = peer
    const own = socket.listeners('message').filter(isListener)
    this.deliverToPeer = (frame) => {
      for (const listener of own) listener(frame)
    }
    socket.removeAllListeners('message')
    socket.on('message', (data) => this.arrived(data))
    this.sendNow = socket.send.bind(socket)
    socket.send = (frame) => {
      if (this.isOpen || !this.outbox.keep(frame)) this.pass(frame)
    }
    peer.on('disconnected', () => {
      if (this.peer !== peer) return
      this.isOpen = false
      this.heartbeats.lost()
      this.options.onLost()
    })
    peer.on('call', this.options.onCall)
    // PeerJS reports each failed candidate of each connection here; the connection itself says what matters.
    peer.on('error', ({ type }) => this.options.log.info('peerjs', { error: type }))
  }

  private arrived(data: unknown): void {
    const frame = readServerFrame(data)
    if (frame?.type === 'heartbeat') this.heartbeats.echoed(this.options.clock.now())
    if (frame) return this.options.onFrame(frame)
    this.refused += 1
    if (this.refused === 1 || this.refused % 1_000 === 0) {
      this.options.log.info('frame refused', { count: this.refused })
    }
  }
}

function isHeartbeat(frame: unknown): boolean {
  return typeof frame === 'object' && frame !== null && 'type' in frame && frame.type === 'HEARTBEAT'
}

function isListener(value: unknown): value is (frame: unknown) => void {
  return typeof value === 'function'
}
