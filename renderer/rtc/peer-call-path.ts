// Owns one connection of one call, on PeerJS's MediaConnection: takes PeerJS's handlers off it, speaks ctl, and reports what
// happens. Leaves construction to scoped-connection.ts, restarts to peer-negotiation.ts, tracks to peer-tracks.ts.
import { createEmitter } from '../lib/emitter'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import { MAX_CTL_CHARS } from '../../shared/protocol/limits'
import type { CallPath, Candidate, Description, MediaRole, PathEvent } from './call-path'
import type { SenderLimits } from './sender-limits'
import type { Gate } from './peer-gate'
import { PeerNegotiation } from './peer-negotiation'
import { createPeerTracks, type PeerTracks } from './peer-tracks'
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
  readonly clock: Clock
  readonly log: Log
  /** A candidate in PeerJS's own frame, over the socket; until the connection stands. */
  readonly sendCandidate: (candidate: Candidate) => void
  readonly onClosed: () => void
}

export class PeerCallPath implements CallPath {
  readonly role: 'caller' | 'callee'
  readonly localFingerprint: string
  private readonly options: PeerCallPathOptions
  private readonly events = createEmitter<PathEvent>()
  /** What happens before anybody listens is kept for the first who does. */
  private early: PathEvent[] | null = []
  private readonly tracks: PeerTracks
  private readonly negotiation: PeerNegotiation
  private isClosed = false
  /** Since the first connect: candidates travel as messages of the call instead of as PeerJS's. */
  private isEstablished = false

  constructor(options: PeerCallPathOptions) {
    const { role, connection, gate, clock, log } = options
    this.options = options
    this.role = role
    this.localFingerprint = options.localFingerprint
    this.tracks = createPeerTracks(connection, clock, log)
    this.negotiation = new PeerNegotiation({
      connection,
      gate,
      log,
      polite: role === 'callee',
      onDescription: (description) => this.report({ type: 'localDescription', description }),
      onFailure: (detail) => this.failed(detail),
    })
    this.takeOver()
    this.listen()
  }

  onEvent(listener: (event: PathEvent) => void): () => void {
    const missed = this.early ?? []
    this.early = null
    const undo = this.events.on(listener)
    for (const event of missed) listener(event)
    return undo
  }

  expectFingerprint(fingerprint: string): void {
    this.options.gate.expect(fingerprint)
  }

  applyDescription(description: Description): void {
    this.negotiation.applyDescription(description)
  }

  applyCandidate(candidate: Candidate): void {
    this.negotiation.applyCandidate(candidate)
  }

  restart(iceServers?: readonly RTCIceServer[]): void {
    this.negotiation.restart(iceServers)
  }

  sendCtl(text: string): boolean {
    const { ctl } = this.options.connection
    if (!this.ctlIsOpen() || ctl.bufferedAmount > MAX_BUFFERED_BYTES || text.length > MAX_CTL_CHARS)
      return false
    try {
      ctl.send(text)
      return true
    } catch {
      // The other side's description may name any max-message-size, which no signature covers; then it goes by socket.
      return false
    }
  }

  ctlIsOpen(): boolean {
    return this.options.connection.ctl.readyState === 'open'
  }

  connectionState(): RTCPeerConnectionState {
    return this.options.connection.pc.connectionState
  }

  setTrack(role: MediaRole, track: MediaStreamTrack | null): Promise<void> {
    return this.tracks.set(role, track)
  }

  setLimits(role: MediaRole, limits: SenderLimits): Promise<void> {
    return this.tracks.limit(role, limits)
  }

  remoteTrack(role: MediaRole): MediaStreamTrack | null {
    return this.tracks.remote(role)
  }

  stats(): Promise<RTCStatsReport> {
    return this.options.connection.pc.getStats()
  }

  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    const { gate, media, connection, onClosed } = this.options
    const { pc, ctl } = connection
    gate.close()
    this.tracks.close()
    ctl.onopen = ctl.onclose = ctl.onmessage = null
    pc.onicecandidate = pc.onconnectionstatechange = null
    media.close()
    pc.close() // PeerJS closes it too, unless it never took it over
    onClosed()
  }

  /** The gate saw another certificate. */
  mismatched(): void {
    if (this.isClosed) return
    this.close()
    this.emit({ type: 'identityMismatch' })
  }

  /** A step of the negotiation failed. */
  failed(detail: string): void {
    this.report({ type: 'negotiationFailed', detail })
  }

  /** PeerJS's handlers would close the connection, drop late candidates, or fail on a track without a stream. */
  private takeOver(): void {
    const { connection, media } = this.options
    const { pc } = connection
    pc.oniceconnectionstatechange = null
    pc.ontrack = null // receivers are found by their place, from the start
    pc.onnegotiationneeded = null // every negotiation is asked for: peer-negotiation.ts
    pc.ondatachannel = ({ channel }) => channel.close() // PeerJS's own, or anything that the other side makes up
    if (media.dataChannel) media.dataChannel.onopen = media.dataChannel.onclose = null
  }

  private listen(): void {
    const { pc, ctl } = this.options.connection
    pc.onicecandidate = ({ candidate }) => this.localCandidate(candidate)
    pc.onconnectionstatechange = () => {
      this.isEstablished ||= pc.connectionState === 'connected'
      this.report({ type: 'connectionState', state: pc.connectionState })
    }
    ctl.onopen = () => {
      this.isEstablished = true
      this.report({ type: 'ctlOpened' })
    }
    ctl.onclose = () => this.report({ type: 'ctlClosed' })
    ctl.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.report({ type: 'ctlMessage', text: boundedText(data) })
  }

  private localCandidate(found: RTCIceCandidate | null): void {
    if (!found?.candidate) return // the end of candidates, which nobody needs
    const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = found
    const plain: Candidate = { candidate, sdpMid, sdpMLineIndex, usernameFragment }
    if (this.isEstablished) this.report({ type: 'localCandidate', candidate: plain })
    else this.options.sendCandidate(plain)
  }

  private report(event: PathEvent): void {
    if (!this.isClosed) this.emit(event)
  }

  private emit(event: PathEvent): void {
    if (!this.early) this.events.emit(event)
    else if (this.early.length < MAX_EARLY_EVENTS) this.early.push(event)
  }
}

/** Too large or not text at all arrives as an empty text, so that it counts as a broken message like any other. */
function boundedText(data: unknown): string {
  return typeof data === 'string' && data.length <= MAX_CTL_CHARS ? data : ''
}
