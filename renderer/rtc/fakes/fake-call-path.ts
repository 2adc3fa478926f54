// Owns one end of a connection in tests: gate, channel, tracks, restarts. The connection itself is fake-link.ts.
import { createEmitter } from '../../lib/emitter'
import type { Clock } from '../../platform/clock'
import type { CallPath, Description, MediaRole, PathEvent } from '../call-path'
import type { SenderLimits } from '../sender-limits'
import { FakeTrack } from './fake-track'

/** What an end needs of the connection between the two. */
export interface Wire {
  readonly clock: Clock
  readonly localFingerprint: () => string
  /** Hands something to the other end, over the connection, while it lasts. */
  readonly across: (deliver: (to: FakeEnd) => void) => void
  /** This end's gate opened. */
  readonly connect: () => void
  /** A restart was answered. */
  readonly restarted: () => void
  /** This end closed; the other learns of it only by its channel, and later by its connection's state. */
  readonly closed: () => void
}

const SDP = 'fingerprint '
/** A description in tests is its fingerprint; tests alter it to play the man in the middle. */
export const fakeSdp = (fingerprint: string): string => SDP + fingerprint

export class FakeEnd implements CallPath {
  readonly role: 'caller' | 'callee'
  /** When this end was closed; null while it isn't. */
  closedAtMs: number | null = null
  /** How often a track was put on a sender. */
  attached = 0
  restarts = 0
  /** As it was made. */
  relayOnly = false
  /** Every candidate the other side sent in a message. */
  candidates = 0
  /** The last ones of each sender. */
  readonly limits = new Map<MediaRole, SenderLimits>()
  /** What `stats` gives. */
  report: RTCStatsReport = new Map()
  #expected: string | null = null
  #first: string | null = null
  #state: RTCPeerConnectionState = 'new'
  #ctlOpen = false
  readonly #wire: Wire
  readonly #events = createEmitter<PathEvent>()
  readonly #senders = new Map<MediaRole, MediaStreamTrack | null>()
  readonly #receivers = new Map<MediaRole, MediaStreamTrack>()

  constructor(role: 'caller' | 'callee', wire: Wire) {
    this.role = role
    this.#wire = wire
  }

  get localFingerprint(): string {
    return this.#wire.localFingerprint()
  }

  /** What this side sends now. */
  sending(role: MediaRole): MediaStreamTrack | null {
    return this.#senders.get(role) ?? null
  }

  /** Both the signed fingerprint and the other's first description are here, and agree. */
  gateIsOpen(): boolean {
    return this.closedAtMs === null && this.#expected !== null && this.#expected === this.#first
  }

  /** The fingerprint in the other side's first description, as it came over the server. */
  receiveFirst(fingerprint: string): void {
    this.#first = fingerprint
    this.#check()
  }

  emit(event: PathEvent): void {
    if (this.closedAtMs !== null) return
    if (event.type === 'connectionState') this.#state = event.state
    if (event.type === 'ctlOpened') this.#ctlOpen = true
    if (event.type === 'ctlClosed') this.#ctlOpen = false
    this.#events.emit(event)
  }

  onEvent(listener: (event: PathEvent) => void): () => void {
    return this.#events.on(listener)
  }

  expectFingerprint(fingerprint: string): void {
    this.#expected ??= fingerprint
    this.#check()
  }

  applyDescription(description: Description): void {
    if (this.closedAtMs !== null) return
    if (description.sdp !== fakeSdp(this.#expected ?? '')) this.#mismatch()
    else if (description.type === 'offer') this.#describe('answer', description.round ?? 0)
    else if (description.round === this.restarts) this.#wire.restarted()
  }

  applyCandidate(): void {
    this.candidates += 1
  }

  restart(): void {
    this.restarts += 1
    this.#describe('offer', this.restarts)
  }

  sendCtl(text: string): boolean {
    if (!this.#ctlOpen) return false
    this.#wire.across((to) => to.emit({ type: 'ctlMessage', text }))
    return true
  }

  ctlIsOpen(): boolean {
    return this.#ctlOpen
  }

  connectionState(): RTCPeerConnectionState {
    return this.#state
  }

  setTrack(role: MediaRole, track: MediaStreamTrack | null): Promise<void> {
    if (track) this.attached += 1
    this.#senders.set(role, track)
    return Promise.resolve()
  }

  setLimits(role: MediaRole, limits: SenderLimits): Promise<void> {
    this.limits.set(role, limits)
    return Promise.resolve()
  }

  remoteTrack(role: MediaRole): MediaStreamTrack | null {
    if (this.#first === null) return null
    const kind = role === 'microphone' || role === 'screen-audio' ? 'audio' : 'video'
    const track = this.#receivers.get(role) ?? new FakeTrack(kind, `received-${role}`)
    this.#receivers.set(role, track)
    return track
  }

  stats(): Promise<RTCStatsReport> {
    return Promise.resolve(this.report)
  }

  close(): void {
    if (this.closedAtMs !== null) return
    this.closedAtMs = this.#wire.clock.now()
    this.#ctlOpen = false
    this.#state = 'closed'
    this.#wire.closed()
  }

  #check(): void {
    if (this.#expected === null || this.#first === null) return
    if (this.#expected === this.#first) this.#wire.connect()
    else this.#mismatch()
  }

  #mismatch(): void {
    this.close()
    this.#events.emit({ type: 'identityMismatch' })
  }

  /** A turn later, as Chromium makes it. */
  #describe(type: 'offer' | 'answer', round: number): void {
    const description = { type, sdp: fakeSdp(this.localFingerprint), round }
    this.#wire.clock.after(1, () => this.emit({ type: 'localDescription', description }))
  }
}
