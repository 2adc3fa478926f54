// Owns a client's side of a fake server: the Signalling that the call layer gets in tests.
import type { BaseUrl } from '../../../shared/link/base-url'
import type { FailureCode } from '../../../shared/failure'
import type { OfferMetadata } from '../../../shared/protocol/call-messages'
import type { Envelope, IceServer } from '../../../shared/protocol/server-messages'
import { createEmitter } from '../../lib/emitter'
import type { Clock } from '../../platform/clock'
import type { CallPath } from '../call-path'
import { NO_BEATS, type Beats } from '../heartbeat-times'
import type { ParkedOffer, PathOptions, SendOutcome, Signalling, SignallingState } from '../signalling'

/** What a client needs of its server: fake-server.ts. */
export interface ServerSide {
  readonly clock: Clock
  readonly url: BaseUrl
  readonly kind: 'own' | 'stock'
  readonly latencyMs: number
  readonly isUp: boolean
  /** What it says to whoever wants in, where it lets nobody in. */
  readonly refuses: FailureCode | null
  /** Swallows what it is sent. */
  readonly isSilent: boolean
  /** Answers HTTP at once, and lets nobody in for long. */
  readonly isSlow: boolean
  /** From the dial to the open socket. */
  readonly openMs: number
  readonly iceServers: readonly IceServer[]
  readonly iceServersMs: number
  leave(client: FakeSignalling): void
  send(from: FakeSignalling, to: string, envelope: Envelope): Promise<SendOutcome>
  offer(from: FakeSignalling, to: string, metadata: OfferMetadata, options: PathOptions): CallPath
}

const RETRY_MS = 1_000

export class FakeSignalling implements Signalling {
  readonly peerId: string
  #state: SignallingState = { status: 'connecting' }
  readonly #server: ServerSide
  readonly #states = createEmitter<SignallingState>()
  readonly #envelopes = createEmitter<{ readonly from: string; readonly envelope: Envelope }>()
  readonly #offers = createEmitter<ParkedOffer>()

  constructor(server: ServerSide, peerId: string) {
    this.#server = server
    this.peerId = peerId
    this.retry()
  }

  get server(): BaseUrl {
    return this.#server.url
  }
  get kind(): 'own' | 'stock' {
    return this.#server.kind
  }
  get guestPage(): boolean {
    return this.#server.kind === 'own'
  }

  // ---- what the server does

  isOpen(): boolean {
    return this.#state.status === 'open'
  }
  receive(from: string, envelope: Envelope): void {
    this.#envelopes.emit({ from, envelope })
  }
  park(offer: ParkedOffer): void {
    this.#offers.emit(offer)
  }
  supersede(): void {
    this.#become({ status: 'stopped', code: 'superseded' })
  }
  serverChanged(): void {
    if (this.#state.status === 'stopped' || this.#state.status === 'closed') return
    if (this.#server.isUp) this.retry()
    else this.#become(this.#waiting())
  }

  // ---- what the call layer does

  state(): SignallingState {
    return this.#state
  }
  onState(listener: (state: SignallingState) => void): () => void {
    return this.#states.on(listener)
  }
  retry(): void {
    this.#become({ status: 'connecting' })
    if (this.#server.isSilent) return
    this.#server.clock.after(this.#server.openMs, () => {
      if (this.#state.status !== 'connecting') return
      const { isUp, refuses } = this.#server
      this.#become(isUp && refuses === null ? { status: 'open' } : this.#waiting())
    })
  }
  close(): void {
    this.#become({ status: 'closed' })
    this.#server.leave(this)
  }
  ready(silentMs: number, aliveMs = silentMs): Promise<FailureCode | null> {
    return new Promise((resolve) => {
      const undo: (() => void)[] = []
      const finish = (code: FailureCode | null) => {
        for (const stop of undo) stop()
        resolve(code)
      }
      const look = () => {
        if (this.#state.status !== 'connecting') finish(codeOf(this.#state))
      }
      undo.push(this.onState(look))
      undo.push(
        this.#server.clock.after(this.#server.isSlow ? aliveMs : silentMs, () => finish('server-timeout')),
      )
      look()
    })
  }
  iceServers(): Promise<readonly IceServer[]> {
    const { clock, iceServersMs, iceServers } = this.#server
    if (iceServersMs === 0) return Promise.resolve(iceServers)
    return new Promise((resolve) => clock.after(iceServersMs, () => resolve(iceServers)))
  }
  beats(): Beats {
    return NO_BEATS
  }
  send(to: string, envelope: Envelope): Promise<SendOutcome> {
    return this.#server.send(this, to, envelope)
  }
  onEnvelope(listener: (from: string, envelope: Envelope) => void): () => void {
    return this.#envelopes.on(({ from, envelope }) => listener(from, envelope))
  }
  offer(to: string, metadata: OfferMetadata, options: PathOptions): CallPath | null {
    return this.isOpen() ? this.#server.offer(this, to, metadata, options) : null
  }
  onOffer(listener: (offer: ParkedOffer) => void): () => void {
    return this.#offers.on(listener)
  }

  #waiting(): SignallingState {
    const code = this.#server.refuses ?? 'server-unreachable'
    return { status: 'waiting', code, sinceMs: this.#server.clock.now(), waitMs: RETRY_MS }
  }

  #become(state: SignallingState): void {
    if (this.#state.status === 'closed') return
    this.#state = state
    this.#states.emit(state)
  }
}

function codeOf(state: SignallingState): FailureCode | null {
  switch (state.status) {
    case 'connecting':
    case 'open':
      return null
    case 'waiting':
    case 'stopped':
      return state.code
    case 'closed':
      return 'server-unreachable'
  }
}
