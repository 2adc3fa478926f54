// Owns making call paths out of PeerJS's connections at one server: offers that we send, and offers that arrived and wait.
import { createEmitter } from '../lib/emitter'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import { offerMetadataSchema, type OfferMetadata } from '../../shared/protocol/call-messages'
import type { CallPath } from './call-path'
import { fingerprintOf } from './fingerprint-gate'
import { createPeerCallPath, type PeerCallPath } from './peer-call-path'
import { createConnections } from './peer-connections'
import type { MediaFrame } from './peer-frames'
import { createGate } from './peer-gate'
import { toRtcIceServers } from './peer-ice-servers'
import type { PeerMedia, PeerTransport } from './peer-transport'
import { withScopedConnection } from './scoped-connection'
import type { ParkedOffer, PathOptions } from './signalling'

export interface PeerPaths {
  offer(to: string, metadata: OfferMetadata, options: PathOptions): CallPath | null
  onOffer(listener: (offer: ParkedOffer) => void): () => void
  /** PeerJS's `call` event. */
  arrived(media: PeerMedia): void
  /** A frame for PeerJS's connections; delivered where one may take it. */
  frame(frame: MediaFrame): void
}

export interface PeerPathsOptions {
  readonly transport: PeerTransport
  readonly clock: Clock
  readonly log: Log
}

export function createPeerPaths({ transport, clock, log }: PeerPathsOptions): PeerPaths {
  const offers = createEmitter<ParkedOffer>()
  const connections = createConnections(clock, (src) => transport.deliver({ type: 'LEAVE', src }))

  /** `start` is PeerJS's call() or answer(), in which it constructs the connection. */
  function makePath(
    role: 'caller' | 'callee',
    options: PathOptions,
    remoteFingerprint: string | null,
    start: () => PeerMedia | null,
  ): CallPath | null {
    const localFingerprint = fingerprintOf(options.certificate)
    if (localFingerprint === null) return null
    let path: PeerCallPath | null = null
    const gate = createGate(() => path?.mismatched())
    if (remoteFingerprint !== null) gate.expect(remoteFingerprint)
    const { certificate } = options
    const plan = {
      role,
      certificate,
      iceServers: toRtcIceServers(options.iceServers),
      gate,
      onFailure: (detail: string) => path?.failed(detail),
    }
    const { value: media, connection } = withScopedConnection(plan, start)
    if (!media || !connection) return null
    const { peer, connectionId } = media
    path = createPeerCallPath({
      role,
      media,
      connection,
      gate,
      localFingerprint,
      log,
      sendCandidate: (candidate) =>
        transport.send({ type: 'CANDIDATE', dst: peer, payload: { candidate, type: 'media', connectionId } }),
      onClosed: () => connections.closed(peer, connectionId),
    })
    return path
  }

  /** Null instead of an exception: what PeerJS or the browser refuses to build ends this attempt, nothing else. */
  function attempt(make: () => CallPath | null): CallPath | null {
    try {
      return make()
    } catch (error) {
      log.error('connection not made', { error: error instanceof Error ? error.name : 'unknown' })
      return null
    }
  }

  function park(media: PeerMedia, metadata: OfferMetadata): ParkedOffer {
    const { peer, connectionId } = media
    let answered = false
    const close = () => {
      if (answered || !connections.has(peer, connectionId)) return
      media.close()
      connections.closed(peer, connectionId)
    }
    connections.parked(peer, connectionId, close)
    return {
      from: peer,
      metadata,
      claim: () => connections.claim(peer, connectionId),
      answer(options) {
        if (answered || !connections.claim(peer, connectionId)) return null
        const path = attempt(() =>
          makePath('callee', options, options.remoteFingerprint, () => {
            media.answer(new MediaStream())
            return media
          }),
        )
        if (path) answered = true
        else close()
        return path
      },
      close,
    }
  }

  return {
    offer: (to, metadata, options) =>
      attempt(() =>
        makePath('caller', options, null, () => {
          const media = transport.call(to, metadata)
          if (media) connections.opened(to, media.connectionId)
          return media
        }),
      ),
    onOffer: (listener) => offers.on(listener),
    arrived(media) {
      const metadata = offerMetadataSchema.safeParse(media.metadata)
      if (metadata.success) offers.emit(park(media, metadata.data))
      else media.close()
    },
    frame(frame) {
      if (connections.admit(frame)) transport.deliver(frame)
    },
  }
}
