// Owns one PeerJS Peer as a dialled line: open it with a token, put it down, frames in and out. Every frame is checked here
// before PeerJS sees it. Leaves when to dial to peer-link.ts; the real Peer is made in peer-signalling.ts.
import type { Log } from '../platform/log'
import { readServerFrame, type MediaFrame, type ServerFrame } from './peer-frames'

/** What we use of PeerJS's MediaConnection. */
export interface PeerMedia {
  readonly peer: string
  readonly connectionId: string
  readonly metadata: unknown
  readonly dataChannel?: RTCDataChannel | null
  answer(stream: MediaStream): void
  close(): void
}

type Listener = (...values: unknown[]) => void

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
  on(event: 'disconnected' | 'close', listener: () => void): unknown
  on(event: 'call', listener: (media: PeerMedia) => void): unknown
  on(event: 'error', listener: (error: { readonly type: string }) => void): unknown
  call(peerId: string, stream: MediaStream, options: { readonly metadata: unknown }): PeerMedia | undefined
  disconnect(): void
  reconnect(): void
}

export interface PeerTransportEvents {
  frame(frame: ServerFrame): void
  /** The line went down by itself. */
  lost(): void
  call(media: PeerMedia): void
}

export interface PeerTransport {
  dial(token: string): void
  /** Puts the line down without ending any connection. */
  hangUp(): void
  send(frame: object): void
  /** Lets PeerJS handle a frame that `frame` reported. */
  deliver(
    frame: MediaFrame | { readonly type: 'OPEN' } | { readonly type: 'LEAVE'; readonly src: string },
  ): void
  call(peerId: string, metadata: unknown): PeerMedia | null
}

export interface PeerTransportOptions {
  readonly newPeer: (token: string) => PeerLike
  readonly events: PeerTransportEvents
  readonly log: Log
}

export function createPeerTransport({ newPeer, events, log }: PeerTransportOptions): PeerTransport {
  let peer: PeerLike | null = null
  let deliverToPeer: (frame: unknown) => void = () => undefined
  // disconnect() emits `disconnected` as a lost line does; only the latter is news.
  let puttingDown = false
  let refused = 0

  function lost(): void {
    if (!puttingDown) events.lost()
  }

  function arrived(data: unknown): void {
    const frame = readServerFrame(data)
    if (frame) return events.frame(frame)
    refused += 1
    if (refused === 1 || refused % 1000 === 0) log.info('frame refused', { count: refused })
  }

  function adopt(made: PeerLike): void {
    const own = made.socket.listeners('message')
    deliverToPeer = (frame) => {
      for (const listener of own) if (isListener(listener)) listener(frame)
    }
    made.socket.removeAllListeners('message')
    made.socket.on('message', arrived)
    made.on('disconnected', lost)
    made.on('call', (media) => events.call(media))
    // PeerJS reports each failed candidate of each connection here; the connection itself says what matters.
    made.on('error', (error) => log.info('peerjs', { error: error.type }))
  }

  return {
    dial(token) {
      const encoded = encodeURIComponent(token) // PeerJS puts it into the URL as it is
      if (peer && !peer.destroyed) {
        if (!peer.disconnected) this.hangUp()
        peer.options.token = encoded
        peer.reconnect()
      } else {
        peer = newPeer(encoded)
        adopt(peer)
      }
    },
    hangUp() {
      puttingDown = true
      peer?.disconnect()
      puttingDown = false
    },
    send: (frame) => peer?.socket.send(frame),
    deliver: (frame) => deliverToPeer(frame),
    call: (peerId, metadata) => peer?.call(peerId, new MediaStream(), { metadata }) ?? null,
  }
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function'
}
