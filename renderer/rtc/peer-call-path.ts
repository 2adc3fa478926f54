// Owns one connection of one call, on PeerJS's MediaConnection: takes PeerJS's handlers off it, speaks ctl, and reports what
// happens. Leaves construction to scoped-connection.ts, restarts to peer-negotiation.ts, tracks to peer-tracks.ts.
import { createEmitter } from '../lib/emitter'
import type { Log } from '../platform/log'
import { MAX_CTL_CHARS } from '../../shared/protocol/limits'
import type { CallPath, Candidate, PathEvent } from './call-path'
import type { Gate } from './peer-gate'
import { createNegotiation } from './peer-negotiation'
import { createPeerTracks } from './peer-tracks'
import type { PeerMedia } from './peer-transport'
import type { ScopedConnection } from './scoped-connection'

/** Control messages are small; this much unsent means that the connection is gone. */
const MAX_BUFFERED_BYTES = 512 * 1024
const MAX_EARLY_EVENTS = 100

export interface PeerCallPathOptions {
  readonly role: 'caller' | 'callee'
  readonly media: PeerMedia
  readonly connection: ScopedConnection
  readonly gate: Gate
  readonly localFingerprint: string
  readonly log: Log
  /** A candidate in PeerJS's own frame, over the socket; until the connection stands. */
  readonly sendCandidate: (candidate: Candidate) => void
  readonly onClosed: () => void
}

export interface PeerCallPath extends CallPath {
  /** The gate saw another certificate. */
  mismatched(): void
  /** PeerJS's part of the negotiation failed. */
  failed(detail: string): void
}

export function createPeerCallPath(options: PeerCallPathOptions): PeerCallPath {
  const { role, media, connection, gate, log } = options
  const { pc, ctl } = connection
  const events = createEmitter<PathEvent>()
  // What happens before anybody listens is kept for the first who does.
  let early: PathEvent[] | null = []
  let closed = false
  /** Since the first connect: candidates travel as messages of the call instead of as PeerJS's. */
  let established = false

  function emit(event: PathEvent): void {
    if (!early) events.emit(event)
    else if (early.length < MAX_EARLY_EVENTS) early.push(event)
  }

  function report(event: PathEvent): void {
    if (!closed) emit(event)
  }

  function close(): void {
    if (closed) return
    closed = true
    gate.close()
    tracks.close()
    release(connection)
    media.close()
    pc.close() // PeerJS closes it too, unless it never took it over
    options.onClosed()
  }

  const tracks = createPeerTracks(connection, log)
  const negotiation = createNegotiation({
    connection,
    gate,
    log,
    polite: role === 'callee',
    onDescription: (description) => report({ type: 'localDescription', description }),
    onFailure: (detail) => report({ type: 'negotiationFailed', detail }),
  })

  function localCandidate({ candidate }: RTCPeerConnectionIceEvent): void {
    if (!candidate?.candidate) return // the end of candidates, which nobody needs
    const { sdpMid, sdpMLineIndex, usernameFragment } = candidate
    const plain: Candidate = { candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment }
    if (established) report({ type: 'localCandidate', candidate: plain })
    else options.sendCandidate(plain)
  }

  takeOver(connection, media)
  pc.onicecandidate = localCandidate
  pc.onconnectionstatechange = () => {
    established ||= pc.connectionState === 'connected'
    report({ type: 'connectionState', state: pc.connectionState })
  }
  ctl.onopen = () => {
    established = true
    report({ type: 'ctlOpened' })
  }
  ctl.onclose = () => report({ type: 'ctlClosed' })
  ctl.onmessage = ({ data }: MessageEvent<unknown>) => report({ type: 'ctlMessage', text: boundedText(data) })

  return {
    role,
    localFingerprint: options.localFingerprint,
    onEvent(listener) {
      const missed = early ?? []
      early = null
      const undo = events.on(listener)
      for (const event of missed) listener(event)
      return undo
    },
    expectFingerprint: (fingerprint) => gate.expect(fingerprint),
    applyDescription: (description) => negotiation.applyDescription(description),
    applyCandidate: (candidate) => negotiation.applyCandidate(candidate),
    restart: (iceServers) => negotiation.restart(iceServers),
    sendCtl(text) {
      if (ctl.readyState !== 'open' || ctl.bufferedAmount > MAX_BUFFERED_BYTES || text.length > MAX_CTL_CHARS)
        return false
      ctl.send(text)
      return true
    },
    ctlIsOpen: () => ctl.readyState === 'open',
    connectionState: () => pc.connectionState,
    setTrack: (mediaRole, track) => tracks.set(mediaRole, track),
    remoteTrack: (mediaRole) => tracks.remote(mediaRole),
    stats: () => pc.getStats(),
    close,
    mismatched() {
      if (closed) return
      close()
      emit({ type: 'identityMismatch' })
    },
    failed: (detail) => report({ type: 'negotiationFailed', detail }),
  }
}

/** PeerJS's handlers would close the connection, drop late candidates, or fail on a track without a stream. */
function takeOver({ pc }: ScopedConnection, media: PeerMedia): void {
  pc.oniceconnectionstatechange = null
  pc.ontrack = null // receivers are found by their place, from the start
  pc.onnegotiationneeded = null // every negotiation is asked for: peer-negotiation.ts
  pc.ondatachannel = ({ channel }) => channel.close() // PeerJS's own, or anything that the other side makes up
  if (media.dataChannel) media.dataChannel.onopen = media.dataChannel.onclose = null
}

function release({ pc, ctl }: ScopedConnection): void {
  ctl.onopen = ctl.onclose = ctl.onmessage = null
  pc.onicecandidate = pc.onconnectionstatechange = null
}

/** Too large or not text at all arrives as an empty text, so that it counts as a broken message like any other. */
function boundedText(data: unknown): string {
  return typeof data === 'string' && data.length <= MAX_CTL_CHARS ? data : ''
}
