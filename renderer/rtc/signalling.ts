// Owns the interface between the call layer and one signalling server (home or visit).
// The only implementation is peer-signalling.ts, on PeerJS; tests join two in memory (fakes/). The call layer can't tell
// which server it talks through.
import type { BaseUrl } from '../../shared/link/base-url'
import type { FailureCode } from '../../shared/failure'
import type { OfferMetadata } from '../../shared/protocol/call-messages'
import type { Envelope, IceServer } from '../../shared/protocol/server-messages'
import type { CallPath } from './call-path'
import type { Beats } from './heartbeat-times'

/**
 * `delivered` and `offline` are our server's word, at once. A stock server says `offline` after 5 to 6 s and nothing at all
 * otherwise, which is `unconfirmed` after 7 s: never wait for one message's outcome before sending the next. A lost socket
 * and a missing acknowledgement are `unconfirmed` too. `limited`: our server held it back, since this side asks too often.
 */
export type SendOutcome = 'delivered' | 'offline' | 'limited' | 'unconfirmed'

export type SignallingState =
  | { readonly status: 'connecting' }
  | { readonly status: 'open' }
  /** Tries again by itself after waitMs (monotonic `sinceMs` from the clock). */
  | {
      readonly status: 'waiting'
      readonly code: FailureCode
      readonly sinceMs: number
      readonly waitMs: number
    }
  /** Doesn't try again by itself: superseded by a newer start, refused for good, or closed. */
  | { readonly status: 'stopped'; readonly code: FailureCode }
  | { readonly status: 'closed' }

/** A PeerJS `call` that arrived. It waits, unanswered, until the call layer has a verified invite for it, or closes it. */
export interface ParkedOffer {
  readonly from: string
  readonly metadata: OfferMetadata
  /**
   * Its invite is verified, so it waits from now on until it is answered or closed; unclaimed it is closed after 5 s.
   * False where it is gone already.
   */
  claim(): boolean
  /**
   * Answers without any track; the caller's description must carry `fingerprint` (from its verified invite).
   * Call once. Transceivers are attached by CallPath.setTrack later. Null where it is gone, or couldn't be answered.
   */
  answer(options: PathOptions & { readonly remoteFingerprint: string }): CallPath | null
  close(): void
}

export interface PathOptions {
  readonly certificate: RTCCertificate
  readonly iceServers: readonly IceServer[]
  /** No candidate but a relay's is gathered or used, for the connection's whole life. */
  readonly relayOnly: boolean
}

export interface Signalling {
  readonly server: BaseUrl
  /** Known after the first connect: our server, or a stock PeerJS server (no CTL, no tickets, no page, no TURN). */
  readonly kind: 'own' | 'stock' | 'unknown'
  /** Our own PeerJS id here: the identity at home, `<id>-xxxxxxxx` on a visit. */
  readonly peerId: string
  readonly guestPage: boolean

  state(): SignallingState
  onState(listener: (state: SignallingState) => void): () => void
  /** Tries now instead of after the back-off; takes the place back after `superseded`. While open: checks that the line lives. */
  retry(): void
  close(): void

  /**
   * Resolves when open, or with the code that stopped or delayed the first connect: at the latest after `silentMs` where the
   * server has never answered anything, after `aliveMs` where it has (as long, unless given).
   */
  ready(silentMs: number, aliveMs?: number): Promise<FailureCode | null>
  iceServers(): Promise<readonly IceServer[]>
  /** How this server's echoes come; nothing is known of a stock one's. */
  beats(): Beats

  /** Hands a signed message over, at once if open. Frames to one receiver keep their order with its OFFER. */
  send(to: string, envelope: Envelope): Promise<SendOutcome>
  /** `from` is the PeerJS id the server vouches for; the envelope's own `from` is checked by the listener. */
  onEnvelope(listener: (from: string, envelope: Envelope) => void): () => void

  /** Sends PeerJS's OFFER with `metadata`, without any track. Send the invite before it. Only while open. */
  offer(to: string, metadata: OfferMetadata, options: PathOptions): CallPath | null
  onOffer(listener: (offer: ParkedOffer) => void): () => void
}
