// Owns keeping one line to one server open: session, dialling, back-off, and being told to stop. Leaves knowing whether an
// open line lives to line-watch.ts, and what travels over it to peer-signalling.ts. No call hangs on it.
import { createEmitter } from '../lib/emitter'
import { createScope, type Scope } from '../lib/scope'
import type { Clock, Ids } from '../platform/clock'
import type { Log } from '../platform/log'
import type { FailureCode } from '../../shared/failure'
import { createLineWatch, type LineWatch } from './line-watch'
import type { ServerFrame } from './peer-frames'
import type { PeerTransport } from './peer-transport'
import { STEADY_MS, isForGood, waitAfter } from './reconnect-policy'
import type { ServerSession, SessionClient } from './session-client'
import type { SignallingState } from './signalling'

/** From the dial to the server's OPEN. */
export const OPEN_TIMEOUT_MS = 10_000

export interface PeerLinkOptions {
  readonly peerId: string
  readonly sessions: SessionClient
  readonly transport: PeerTransport
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly stockToken: string
  /** Told of the session behind a line when it opens, before the state says so. */
  readonly onSession: (session: ServerSession) => void
}

export class PeerLink {
  private readonly options: PeerLinkOptions
  private readonly states = createEmitter<SignallingState>()
  private current: SignallingState = { status: 'connecting' }
  /** Ends with each change of state; a late answer finds its attempt ended. */
  private attempt = createScope()
  private watch: LineWatch
  private session: ServerSession | null = null
  private hasBeenOpen = false
  private failures = 0
  private openedMs = 0

  /** Starts connecting at once. */
  constructor(options: PeerLinkOptions) {
    this.options = options
    this.watch = createLineWatch('own', this.watchOptions())
    this.connect()
  }

  state(): SignallingState {
    return this.current
  }

  onState(listener: (state: SignallingState) => void): () => void {
    return this.states.on(listener)
  }

  /** Every frame from the server passes here first; true where it was the link's own. */
  frame(frame: ServerFrame): boolean {
    if (!this.isLive()) return true
    this.watch.heard()
    switch (frame.type) {
      case 'open':
        this.opened()
        return true
      case 'probe':
        if (this.watch.echoed(frame.from)) this.opened()
        return true
      case 'notice':
        this.failed(frame.code, frame.retryAfterMs)
        return true
      default:
        return frame.type === 'heartbeat'
    }
  }

  /** The line went down by itself. */
  lost(): void {
    if (!this.isLive()) return
    // Any web server answers 404 to our question; one that then takes no socket isn't a PeerJS server.
    const isStranger = this.session?.kind === 'stock' && !this.hasBeenOpen
    this.failed(isStranger ? 'not-a-parley-server' : 'server-unreachable')
  }

  /** The user asks, or the network or the machine came back: an attempt that began before that may hang for long. */
  retry(): void {
    const { status } = this.current
    if (status === 'closed') return
    // What failed so far failed in another network, or the user knows better.
    this.failures = 0
    if (status === 'open') return this.watch.check(this.attempt)
    if (status === 'connecting') this.options.transport.hangUp()
    this.connect()
  }

  close(): void {
    if (this.current.status === 'closed') return
    this.nextAttempt()
    this.options.transport.hangUp()
    this.enter({ status: 'closed' })
  }

  private isLive(): boolean {
    return this.current.status === 'connecting' || this.current.status === 'open'
  }

  private nextAttempt(): Scope {
    this.attempt.end()
    this.attempt = createScope()
    return this.attempt
  }

  private enter(state: SignallingState): void {
    this.current = state
    this.options.log.info('server', {
      status: state.status,
      ...('code' in state ? { code: state.code } : {}),
    })
    this.states.emit(state)
  }

  private connect(): void {
    const attempt = this.nextAttempt()
    this.enter({ status: 'connecting' })
    void this.dial(attempt)
  }

  private async dial(attempt: Scope): Promise<void> {
    const { sessions, transport, clock, stockToken } = this.options
    const session = await sessions.open()
    if (attempt.ended) return
    if (!session.ok) return this.failed(session.code, session.retryAfterMs)
    this.session = session.value
    attempt.add(clock.after(OPEN_TIMEOUT_MS, () => this.failed('server-timeout')))
    this.watch = createLineWatch(session.value.kind, this.watchOptions())
    this.watch.seekOpen(attempt)
    try {
      transport.dial(session.value.kind === 'own' ? session.value.answer.ticket : stockToken)
    } catch {
      this.failed('server-unreachable') // WebSocket's constructor throws where a page may not dial at all (mixed content)
    }
  }

  private opened(): void {
    const { session } = this
    if (this.current.status !== 'connecting' || !session) return
    const { transport, clock, onSession } = this.options
    this.hasBeenOpen = true
    this.openedMs = clock.now()
    this.watch.beat(this.nextAttempt())
    transport.deliver({ type: 'OPEN' })
    onSession(session)
    this.enter({ status: 'open' })
  }

  /** `askedMs`: what the server asked us to wait. */
  private failed(code: FailureCode, askedMs?: number): void {
    const { transport, clock, ids } = this.options
    const steady = this.current.status === 'open' && clock.now() - this.openedMs >= STEADY_MS
    const attempt = this.nextAttempt()
    transport.hangUp()
    if (isForGood(code)) return this.enter({ status: 'stopped', code })
    this.failures = steady ? 1 : this.failures + 1
    const waitMs = waitAfter(code, this.failures, ids.random(), askedMs)
    attempt.add(clock.after(waitMs, () => this.connect()))
    this.enter({ status: 'waiting', code, sinceMs: clock.now(), waitMs })
  }

  private watchOptions() {
    const { peerId, transport, clock } = this.options
    return { peerId, transport, clock, onDead: () => this.failed('server-timeout') }
  }
}
