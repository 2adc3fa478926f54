// Owns the socket way of one call's messages: handed over in the order they were made, although sealing is asynchronous,
// and repeated where our server confirmed nothing.
import { BOTH_WAYS, type CallMessageKind } from '../../shared/protocol/call-messages'
import type { Envelope } from '../../shared/protocol/server-messages'
import type { Result } from '../../shared/result'
import type { Clock } from '../platform/clock'
import type { SocketOrigin } from './courier-inbox'
import type { SendOutcome, Signalling } from './signalling'

export interface Sent {
  /** True once it has left on an open socket, so that what must come after it may go. */
  readonly handedOver: Promise<boolean>
  readonly outcome: Promise<SendOutcome>
}

/** For what needed no socket. */
export const SENT: Sent = { handedOver: Promise.resolve(true), outcome: Promise.resolve('delivered') }

interface Letter {
  readonly kind: CallMessageKind
  readonly envelope: Envelope
  readonly sentMs: number
  readonly first: Promise<SendOutcome>
}

interface Waiting {
  readonly kind: CallMessageKind
  readonly sealed: Promise<Result<Envelope>>
  /** A socket that isn't open by then is too late. */
  readonly untilMs: number
}

/** As long as the callee waits to be connected: a server that restarts meanwhile must not cost the call. */
const ACCEPT_MS = 30_000
const REPEAT_MS = 2_000
const REPEATS = 3

export class Post {
  #origin: SocketOrigin | null = null
  #ended = false
  #tail: Promise<unknown> = Promise.resolve()
  readonly #underWay = new Set<Promise<unknown>>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  setSocket(origin: SocketOrigin): void {
    this.#origin = origin
  }

  socket(): SocketOrigin | null {
    return this.#origin
  }

  send(kind: CallMessageKind, sealed: Promise<Result<Envelope>>): Sent {
    const untilMs = this.#clock.now() + (kind === 'accept' ? ACCEPT_MS : REPEATS * REPEAT_MS)
    const handed = this.#tail.then(() => this.#handOver({ kind, sealed, untilMs }))
    this.#tail = handed
    const outcome = handed.then((letter) => (letter ? this.#repeat(letter) : 'unconfirmed'))
    this.#underWay.add(outcome)
    void outcome.then(() => this.#underWay.delete(outcome))
    return { handedOver: handed.then((letter) => letter !== null), outcome }
  }

  /** Resolves when everything that was sent so far has its outcome. */
  async settled(): Promise<void> {
    await Promise.all([...this.#underWay])
  }

  /** Nothing more goes, except what ends a call. */
  end(): void {
    this.#ended = true
  }

  #mayGo(kind: CallMessageKind): boolean {
    return !this.#ended || BOTH_WAYS.has(kind) || kind === 'busy'
  }

  async #handOver({ kind, sealed, untilMs }: Waiting): Promise<Letter | null> {
    const envelope = await sealed
    if (!envelope.ok || !this.#origin || !this.#mayGo(kind)) return null
    await untilOpen(this.#clock, this.#origin.signalling, untilMs - this.#clock.now())
    const { signalling, peerId } = this.#origin
    if (!this.#mayGo(kind) || !isOpen(signalling)) return null
    const first = signalling.send(peerId, envelope.value)
    return { kind, envelope: envelope.value, sentMs: this.#clock.now(), first }
  }

  async #repeat(letter: Letter): Promise<SendOutcome> {
    let outcome = await letter.first
    let sentMs = letter.sentMs
    for (let left = REPEATS; left > 0 && this.#isWorthRepeating(letter.kind, outcome); left -= 1) {
      await pause(this.#clock, sentMs + REPEAT_MS - this.#clock.now())
      if (!this.#origin || !this.#mayGo(letter.kind)) break
      await untilOpen(this.#clock, this.#origin.signalling, REPEAT_MS)
      const { signalling, peerId } = this.#origin
      sentMs = this.#clock.now()
      outcome = await signalling.send(peerId, letter.envelope)
    }
    return outcome
  }

  /**
   * A stock server confirms nothing, and keeps what it took. An invite to somebody who isn't there is answered by that, and one
   * that the server held back would wait for it only longer.
   */
  #isWorthRepeating(kind: CallMessageKind, outcome: SendOutcome): boolean {
    if (outcome === 'delivered' || ((outcome === 'offline' || outcome === 'limited') && kind === 'invite'))
      return false
    return this.#origin?.signalling.kind === 'own'
  }
}

const isOpen = (signalling: Signalling): boolean => signalling.state().status === 'open'

function pause(clock: Clock, ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => clock.after(ms, resolve))
}

/** At the latest after `maxMs`, open or not. */
function untilOpen(clock: Clock, signalling: Signalling, maxMs: number): Promise<void> {
  if (isOpen(signalling) || maxMs <= 0) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      stop()
      unsubscribe()
      resolve()
    }
    const stop = clock.after(maxMs, finish)
    const unsubscribe = signalling.onState(({ status }) => {
      if (status === 'open' || status === 'closed') finish()
    })
  })
}
