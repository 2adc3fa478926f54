// Owns the interface of one connection of one call: four transceivers, one ctl channel, one gate.
// Implemented by peer-call-path.ts on a PeerJS MediaConnection, and in memory by fakes/.
import type { CallMessageOf } from '../../shared/protocol/call-messages'
import type { SenderLimits } from './sender-limits'

/** The order of the m-lines in every first offer; index = transceiver. */
export const MEDIA_ROLES = ['microphone', 'camera', 'screen', 'screen-audio'] as const
export type MediaRole = (typeof MEDIA_ROLES)[number]

export type Description = CallMessageOf<'description'>['description']
export type Candidate = CallMessageOf<'candidate'>['candidate']

export type PathEvent =
  | { readonly type: 'connectionState'; readonly state: RTCPeerConnectionState }
  | { readonly type: 'ctlOpened' }
  | { readonly type: 'ctlClosed' }
  /** Text exactly as it arrived, not yet checked except for its size. */
  | { readonly type: 'ctlMessage'; readonly text: string }
  /** Of an ICE restart, or any negotiation after the first: goes out as a `description` or `candidate` message. */
  | { readonly type: 'localDescription'; readonly description: Description }
  | { readonly type: 'localCandidate'; readonly candidate: Candidate }
  /** A description's fingerprint wasn't the signed one. The path has closed itself. */
  | { readonly type: 'identityMismatch' }
  /** A description or candidate could not be applied for another reason; `detail` is for the log. */
  | { readonly type: 'negotiationFailed'; readonly detail: string }

export interface CallPath {
  readonly role: 'caller' | 'callee'
  /** sha-256 of the certificate that this side uses, for invite, ringing and accept. */
  readonly localFingerprint: string
  onEvent(listener: (event: PathEvent) => void): () => void

  /** Opens the gate: from now on every remote description must carry exactly this fingerprint. Call once. */
  expectFingerprint(fingerprint: string): void
  /** A remote `description` or `candidate` message. Queued behind the gate and behind each other. */
  applyDescription(description: Description): void
  applyCandidate(candidate: Candidate): void
  /** Starts an ICE restart with fresh ICE servers where given; its description comes out as an event. */
  restart(iceServers?: readonly RTCIceServer[]): void

  /** True if the channel took it. */
  sendCtl(text: string): boolean
  ctlIsOpen(): boolean
  connectionState(): RTCPeerConnectionState

  /** replaceTrack on that role's sender; null sends nothing. One at a time per role, in order. */
  setTrack(role: MediaRole, track: MediaStreamTrack | null): Promise<void>
  /** In turn with `setTrack` of that role. */
  setLimits(role: MediaRole, limits: SenderLimits): Promise<void>
  /** The receiver's track; there from the first description on, silent or black until the other side sends. */
  remoteTrack(role: MediaRole): MediaStreamTrack | null

  stats(): Promise<RTCStatsReport>
  /** Ends everything; harmless twice. */
  close(): void
}
