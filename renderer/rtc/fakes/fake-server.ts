// Owns a signalling server in tests: who is there, acknowledgements, order, delay, loss, outages, tampering on the way.
// A client's side of it is fake-signalling.ts.
import type { BaseUrl } from '../../../shared/link/base-url'
import type { FailureCode } from '../../../shared/failure'
import type { OfferMetadata } from '../../../shared/protocol/call-messages'
import type { Envelope, IceServer } from '../../../shared/protocol/server-messages'
import type { Clock } from '../../platform/clock'
import type { CallPath } from '../call-path'
import { fingerprintOf } from '../fingerprint-gate'
import type { ParkedOffer, PathOptions, SendOutcome, Signalling } from '../signalling'
import { FakeLink } from './fake-link'
import { FakeSignalling, type ServerSide } from './fake-signalling'

export type Frame =
  | { readonly kind: 'envelope'; readonly envelope: Envelope }
  /** Of the first negotiation; only the fingerprint matters here. */
  | { readonly kind: 'offer' | 'answer'; readonly fingerprint: string }

/** What happens to a frame on the server: passed on, maybe altered; or lost. */
export type Tamper = (frame: Frame, from: string, to: string) => Frame | null

export interface Passed {
  readonly from: string
  readonly to: string
  readonly envelope: Envelope
}

export interface FakeServerOptions {
  readonly clock: Clock
  readonly url: BaseUrl
  readonly kind?: 'own' | 'stock'
  readonly latencyMs?: number
}

const STOCK_EXPIRE_MS = 5_100
const STOCK_SILENCE_MS = 7_000
const ACK_TIMEOUT_MS = 2_000
/** An offer whose invite isn't verified by then is closed. */
const PARKED_MS = 5_000

export class FakeServer implements ServerSide {
  readonly clock: Clock
  readonly url: BaseUrl
  readonly kind: 'own' | 'stock'
  readonly latencyMs: number
  iceServers: readonly IceServer[] = []
  /** How long a client waits for them. */
  iceServersMs = 0
  isUp = true
  refuses: FailureCode | null = null
  isSilent = false
  isSlow = false
  openMs: number
  tamper: Tamper | null = null
  /** True for an envelope that dies with its socket: lost, and without an acknowledgement. */
  loses: ((envelope: Envelope) => boolean) | null = null
  /** True where it holds back what is sent, since it is asked too often. */
  isLimiting = false
  /** Every connection made over this server, oldest first. */
  readonly links: FakeLink[] = []
  /** Every envelope that passed, oldest first, for replays. */
  readonly passed: Passed[] = []
  readonly #clients = new Map<string, FakeSignalling>()

  constructor({ clock, url, kind = 'own', latencyMs = 10 }: FakeServerOptions) {
    this.clock = clock
    this.url = url
    this.kind = kind
    this.latencyMs = latencyMs
    this.openMs = 2 * latencyMs
  }

  /** A client that is let in after one round trip. One id, one socket: the newest wins. */
  connect(peerId: string): Signalling {
    const client = new FakeSignalling(this, peerId)
    this.#clients.get(peerId)?.supersede()
    this.#clients.set(peerId, client)
    return client
  }

  leave(client: FakeSignalling): void {
    if (this.#clients.get(client.peerId) === client) this.#clients.delete(client.peerId)
  }

  /** Down: sockets close. Up: they come back by themselves. */
  setUp(up: boolean): void {
    this.isUp = up
    for (const client of this.#clients.values()) client.serverChanged()
  }

  /** Plays any client sending anything to anybody. */
  inject(from: string, to: string, envelope: Envelope): void {
    this.#relay({ kind: 'envelope', envelope }, from, to, (client, frame) => {
      if (frame.kind === 'envelope') client.receive(from, frame.envelope)
    })
  }

  async send(from: FakeSignalling, to: string, envelope: Envelope): Promise<SendOutcome> {
    if (!this.isUp || !from.isOpen() || this.loses?.(envelope)) return 'unconfirmed'
    const there = this.#present(to) !== null
    if (there && !this.isLimiting) this.inject(from.peerId, to, envelope)
    if (this.kind === 'stock') {
      await this.#wait(there ? STOCK_SILENCE_MS : STOCK_EXPIRE_MS)
      return there ? 'unconfirmed' : 'offline'
    }
    await this.#wait(2 * this.latencyMs)
    if (from.isOpen() && this.isLimiting) return 'limited'
    if (from.isOpen()) return there ? 'delivered' : 'offline'
    await this.#wait(ACK_TIMEOUT_MS)
    return 'unconfirmed'
  }

  offer(from: FakeSignalling, to: string, metadata: OfferMetadata, options: PathOptions): CallPath {
    const callerFingerprint = fingerprintOf(options.certificate) ?? ''
    const link = new FakeLink({ clock: this.clock, latencyMs: this.latencyMs, callerFingerprint })
    link.caller.relayOnly = options.relayOnly
    this.links.push(link)
    this.#relay({ kind: 'offer', fingerprint: callerFingerprint }, from.peerId, to, (client, frame) => {
      if (frame.kind !== 'offer') return
      const { fingerprint } = frame
      client.park(new Parked(from.peerId, metadata, { server: this, link, to, fingerprint }))
    })
    return link.caller
  }

  /** The callee's answer, over the same server. */
  answer(link: FakeLink, from: string, to: string): void {
    this.#relay({ kind: 'answer', fingerprint: link.calleeFingerprint }, from, to, (_, frame) => {
      if (frame.kind === 'answer') link.caller.receiveFirst(frame.fingerprint)
    })
  }

  #present(peerId: string): FakeSignalling | null {
    const client = this.#clients.get(peerId)
    return this.isUp && client?.isOpen() ? client : null
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.clock.after(ms, resolve))
  }

  /** Every frame takes equally long, so order is kept. */
  #relay(
    frame: Frame,
    from: string,
    to: string,
    arrive: (client: FakeSignalling, frame: Frame) => void,
  ): void {
    const passing = this.tamper ? this.tamper(frame, from, to) : frame
    if (!passing) return
    if (passing.kind === 'envelope') this.passed.push({ from, to, envelope: passing.envelope })
    this.clock.after(this.latencyMs, () => {
      const client = this.#present(to)
      if (client) arrive(client, passing)
    })
  }
}

interface Arrived {
  readonly server: FakeServer
  readonly link: FakeLink
  readonly to: string
  /** In the offer as it arrived. */
  readonly fingerprint: string
}

class Parked implements ParkedOffer {
  #gone = false
  readonly #stop: () => void
  readonly #arrived: Arrived
  readonly from: string
  readonly metadata: OfferMetadata

  constructor(from: string, metadata: OfferMetadata, arrived: Arrived) {
    this.from = from
    this.metadata = metadata
    this.#arrived = arrived
    this.#stop = arrived.server.clock.after(PARKED_MS, () => this.close())
  }

  claim(): boolean {
    this.#stop()
    return !this.#gone
  }

  answer(options: PathOptions & { readonly remoteFingerprint: string }): CallPath | null {
    if (this.#gone) return null
    this.#gone = true
    const { server, link, to, fingerprint } = this.#arrived
    link.calleeFingerprint = fingerprintOf(options.certificate) ?? ''
    link.callee.relayOnly = options.relayOnly
    link.callee.expectFingerprint(options.remoteFingerprint)
    // A turn later, since the check of a description is never synchronous.
    server.clock.after(0, () => {
      link.callee.receiveFirst(fingerprint)
      if (link.callee.closedAtMs === null) server.answer(link, to, this.from)
    })
    return link.callee
  }

  close(): void {
    this.#stop()
    this.#gone = true
  }
}

export const createFakeServer = (options: FakeServerOptions): FakeServer => new FakeServer(options)
