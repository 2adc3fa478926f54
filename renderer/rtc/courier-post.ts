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

export interface Post {
  setSocket(origin: SocketOrigin): void
  socket(): SocketOrigin | null
  send(kind: CallMessageKind, sealed: Promise<Result<Envelope>>): Sent
  /** For what needed no socket. */
  done(): Sent
  settled(): Promise<void>
  end(): void
}

const REPEAT_MS = 2_000
const REPEATS = 3

export function createPost(clock: Clock): Post {
  let origin: SocketOrigin | null = null
  let ended = false
  let tail: Promise<unknown> = Promise.resolve()
  const underWay = new Set<Promise<unknown>>()

  const mayGo = (kind: CallMessageKind): boolean => !ended || BOTH_WAYS.has(kind) || kind === 'busy'

  async function handOver(kind: CallMessageKind, sealed: Promise<Result<Envelope>>): Promise<Letter | null> {
    const envelope = await sealed
    if (!envelope.ok || !origin || !mayGo(kind)) return null
    await untilOpen(clock, origin.signalling, REPEATS * REPEAT_MS)
    return mayGo(kind) && isOpen(origin.signalling) ? dispatch(kind, envelope.value, origin) : null
  }

  function dispatch(kind: CallMessageKind, envelope: Envelope, to: SocketOrigin): Letter {
    return { kind, envelope, first: to.signalling.send(to.peerId, envelope), sentMs: clock.now() }
  }

  async function repeat(letter: Letter): Promise<SendOutcome> {
    let outcome = await letter.first
    let sentMs = letter.sentMs
    for (let left = REPEATS; left > 0 && origin && worthRepeating(letter.kind, outcome, origin); left -= 1) {
      await pause(clock, sentMs + REPEAT_MS - clock.now())
      if (!mayGo(letter.kind)) break
      await untilOpen(clock, origin.signalling, REPEAT_MS)
      sentMs = clock.now()
      outcome = await origin.signalling.send(origin.peerId, letter.envelope)
    }
    return outcome
  }

  return {
    setSocket(next) {
      origin = next
    },
    socket: () => origin,
    send(kind, sealed) {
      const handed = tail.then(() => handOver(kind, sealed))
      tail = handed
      const outcome = handed.then((letter) => (letter ? repeat(letter) : 'unconfirmed'))
      underWay.add(outcome)
      void outcome.then(() => underWay.delete(outcome))
      return { handedOver: handed.then((letter) => letter !== null), outcome }
    },
    done: () => ({ handedOver: Promise.resolve(true), outcome: Promise.resolve('delivered') }),
    async settled() {
      await Promise.all([...underWay])
    },
    end() {
      ended = true
    },
  }
}

interface Letter {
  readonly kind: CallMessageKind
  readonly envelope: Envelope
  readonly first: Promise<SendOutcome>
  readonly sentMs: number
}

/** A stock server confirms nothing, and keeps what it took. An invite to somebody who isn't there is answered by that. */
function worthRepeating(kind: CallMessageKind, outcome: SendOutcome, { signalling }: SocketOrigin): boolean {
  if (outcome === 'delivered' || (outcome === 'offline' && kind === 'invite')) return false
  return signalling.kind === 'own'
}

const isOpen = (signalling: Signalling): boolean => signalling.state().status === 'open'

function pause(clock: Clock, ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => clock.after(ms, resolve))
}

/** At the latest after `maxMs`, open or not. */
function untilOpen(clock: Clock, signalling: Signalling, maxMs: number): Promise<void> {
  if (isOpen(signalling)) return Promise.resolve()
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
