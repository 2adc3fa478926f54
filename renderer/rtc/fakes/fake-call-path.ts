// Owns one end of a connection in tests: gate, channel, tracks, restarts. The connection itself is fake-link.ts.
import { createEmitter } from '../../lib/emitter'
import type { Clock } from '../../platform/clock'
import type { CallPath, Description, MediaRole, PathEvent } from '../call-path'
import { FakeTrack } from './fake-track'

export interface FakeEnd extends CallPath {
  /** What this side sends now. */
  sending(role: MediaRole): MediaStreamTrack | null
  /** How often a track was put on a sender. */
  attached(): number
  restarts(): number
  closed(): boolean
  closedAtMs(): number | null
  /** Both the signed fingerprint and the other's first description are here, and agree. */
  gateOpen(): boolean
  /** The fingerprint in the other side's first description, as it came over the server. */
  receiveFirst(fingerprint: string): void
  emit(event: PathEvent): void
}

/** What an end needs of the connection between the two. */
export interface Wire {
  readonly clock: Clock
  localFingerprint(): string
  /** Hands something to the other end, over the connection, while it lasts. */
  across(deliver: (to: FakeEnd) => void): void
  /** Called when this end's gate opened. */
  connect(): void
  /** Called when a restart was answered. */
  restarted(): void
  /** Called when this end closed; the other learns of it only by its channel, and later by its connection state. */
  closed(): void
}

const SDP = 'fingerprint '
/** A description in tests is its fingerprint; tests alter it to play the man in the middle. */
export const fakeSdp = (fingerprint: string): string => SDP + fingerprint

export function createFakeEnd(role: 'caller' | 'callee', wire: Wire): FakeEnd {
  const events = createEmitter<PathEvent>()
  const senders = new Map<MediaRole, MediaStreamTrack | null>()
  const receivers = new Map<MediaRole, MediaStreamTrack>()
  let expected: string | null = null
  let first: string | null = null
  let state: RTCPeerConnectionState = 'new'
  let ctlOpen = false
  let closedAtMs: number | null = null
  let attached = 0
  let restarts = 0

  function check(): void {
    if (expected === null || first === null) return
    if (expected === first) wire.connect()
    else mismatch()
  }
  function mismatch(): void {
    end.close()
    events.emit({ type: 'identityMismatch' })
  }
  function describe(type: 'offer' | 'answer', round: number): void {
    const description = { type, sdp: fakeSdp(wire.localFingerprint()), round }
    // Chromium makes it asynchronously.
    wire.clock.after(1, () => {
      if (closedAtMs === null) events.emit({ type: 'localDescription', description })
    })
  }
  function apply(description: Description): void {
    if (closedAtMs !== null) return
    if (description.sdp !== SDP + (expected ?? '')) mismatch()
    else if (description.type === 'offer') describe('answer', description.round ?? 0)
    else if (description.round === restarts) wire.restarted()
  }

  const end: FakeEnd = {
    role,
    get localFingerprint() {
      return wire.localFingerprint()
    },
    onEvent: (listener) => events.on(listener),
    expectFingerprint(fingerprint) {
      expected ??= fingerprint
      check()
    },
    applyDescription: apply,
    applyCandidate: () => undefined,
    restart() {
      restarts += 1
      describe('offer', restarts)
    },
    sendCtl(text) {
      if (!ctlOpen) return false
      wire.across((to) => to.emit({ type: 'ctlMessage', text }))
      return true
    },
    ctlIsOpen: () => ctlOpen,
    connectionState: () => state,
    setTrack(mediaRole, track) {
      if (track) attached += 1
      senders.set(mediaRole, track)
      return Promise.resolve()
    },
    remoteTrack(mediaRole) {
      if (first === null) return null
      const kind = mediaRole === 'microphone' || mediaRole === 'screen-audio' ? 'audio' : 'video'
      const known = receivers.get(mediaRole) ?? new FakeTrack(kind, `received-${mediaRole}`)
      receivers.set(mediaRole, known)
      return known
    },
    stats: () => Promise.resolve(new Map()),
    close() {
      if (closedAtMs !== null) return
      closedAtMs = wire.clock.now()
      ctlOpen = false
      state = 'closed'
      wire.closed()
    },

    sending: (mediaRole) => senders.get(mediaRole) ?? null,
    attached: () => attached,
    restarts: () => restarts,
    closed: () => closedAtMs !== null,
    closedAtMs: () => closedAtMs,
    gateOpen: () => closedAtMs === null && expected !== null && expected === first,
    receiveFirst(fingerprint) {
      first = fingerprint
      check()
    },
    emit(event) {
      if (closedAtMs !== null) return
      if (event.type === 'connectionState') state = event.state
      if (event.type === 'ctlOpened') ctlOpen = true
      if (event.type === 'ctlClosed') ctlOpen = false
      events.emit(event)
    },
  }
  return end
}
