// Owns making call paths out of PeerJS's connections at one server: offers that we send, and offers that arrived and wait.
// Leaves which frames reach them to peer-connections.ts.
import { createEmitter } from '../lib/emitter'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import { offerMetadataSchema, type OfferMetadata } from '../../shared/protocol/call-messages'
import type { CallPath } from './call-path'
import { fingerprintOf } from './fingerprint-gate'
import { PeerCallPath } from './peer-call-path'
import { createConnections, type Connections } from './peer-connections'
import type { MediaFrame } from './peer-frames'
import { createGate } from './peer-gate'
import { renewIceServers } from './ice-renewal'
import { toRtcIceServers, type IceServers } from './peer-ice-servers'
import type { PeerMedia, PeerTransport } from './peer-transport'
import { withScopedConnection } from './scoped-connection'
import type { ParkedOffer, PathOptions } from './signalling'

export interface PeerPathsOptions {
  readonly transport: PeerTransport
  readonly clock: Clock
  readonly log: Log
  readonly iceServers: IceServers
}

interface NewPath {
  readonly role: 'caller' | 'callee'
  readonly options: PathOptions
  /** Null while the message that will name it is on its way. */
  readonly remoteFingerprint: string | null
  /** PeerJS's call() or answer(), in which it constructs the connection. */
  readonly start: () => PeerMedia | null
}

export class PeerPaths {
  private readonly transport: PeerTransport
  private readonly clock: Clock
  private readonly log: Log
  private readonly iceServers: IceServers
  private readonly connections: Connections
  private readonly offers = createEmitter<ParkedOffer>()

  constructor({ transport, clock, log, iceServers }: PeerPathsOptions) {
    this.iceServers = iceServers
    this.transport = transport
    this.clock = clock
    this.log = log
    this.connections = createConnections(clock, (src) => transport.deliver({ type: 'LEAVE', src }))
  }

  onOffer(listener: (offer: ParkedOffer) => void): () => void {
    return this.offers.on(listener)
  }

  /** Null where PeerJS or the browser wouldn't build it. */
  offer(to: string, metadata: OfferMetadata, options: PathOptions): CallPath | null {
    const start = () => {
      const media = this.transport.call(to, metadata)
      if (media) this.connections.opened(to, media.connectionId)
      return media
    }
    return this.make({ role: 'caller', options, remoteFingerprint: null, start })
  }

  /** PeerJS's `call` event. */
  arrived(media: PeerMedia): void {
    const metadata = offerMetadataSchema.safeParse(media.metadata)
    if (metadata.success) this.offers.emit(this.park(media, metadata.data))
    else media.close()
  }

  /** A frame for PeerJS's connections; delivered where one may take it. */
  frame(frame: MediaFrame): void {
    if (this.connections.admit(frame)) this.transport.deliver(frame)
  }

  private park(media: PeerMedia, metadata: OfferMetadata): ParkedOffer {
    const { peer, connectionId } = media
    let answered = false
    const close = () => {
      if (answered || !this.connections.has(peer, connectionId)) return
      media.close()
      this.closed(media)
    }
    const start = () => {
      media.answer(new MediaStream())
      return media
    }
    this.connections.parked(peer, connectionId, close)
    return {
      from: peer,
      metadata,
      claim: () => this.connections.claim(peer, connectionId),
      answer: ({ remoteFingerprint, ...options }) => {
        if (answered || !this.connections.claim(peer, connectionId)) return null
        const path = this.make({ role: 'callee', options, remoteFingerprint, start })
        if (path) answered = true
        else close()
        return path
      },
      close,
    }
  }

  /** What a browser refuses to build (it throws) ends this attempt and nothing else. */
  private make(wanted: NewPath): CallPath | null {
    try {
      return this.build(wanted)
    } catch (error) {
      this.log.error('connection not made', { error: error instanceof Error ? error.name : 'unknown' })
      return null
    }
  }

  private build({ role, options, remoteFingerprint, start }: NewPath): CallPath | null {
    const localFingerprint = fingerprintOf(options.certificate)
    if (localFingerprint === null) return null
    let path: PeerCallPath | null = null
    const gate = createGate(() => path?.mismatched())
    if (remoteFingerprint !== null) gate.expect(remoteFingerprint)
    const iceServers = toRtcIceServers(options.iceServers)
    const onFailure = (detail: string) => path?.failed(detail)
    const { certificate, relayOnly } = options
    const plan = { role, certificate, iceServers, relayOnly, gate, onFailure }
    const { value: media, connection } = withScopedConnection(plan, start)
    if (!media || !connection) return null
    const { peer, connectionId } = media
    const endRenewal = renewIceServers(connection.pc, this.iceServers, this.clock)
    path = new PeerCallPath({
      role,
      media,
      connection,
      gate,
      localFingerprint,
      clock: this.clock,
      log: this.log,
      sendCandidate: (candidate) =>
        this.transport.send({
          type: 'CANDIDATE',
          dst: peer,
          payload: { candidate, type: 'media', connectionId },
        }),
      onClosed: () => {
        endRenewal()
        this.closed(media)
      },
    })
    return path
  }

  private closed({ peer, connectionId }: PeerMedia): void {
    this.connections.closed(peer, connectionId)
    this.transport.forget(connectionId)
  }
}
