// Owns keeping one line to one server open: session, dialling, back-off, watchdog, and being told to stop.
// Leaves what travels over the line to peer-signalling.ts. Connections between two clients never hang on it.
import { createEmitter } from '../lib/emitter'
import { createScope, type Scope } from '../lib/scope'
import type { Clock, Ids } from '../platform/clock'
import type { Log } from '../platform/log'
import type { FailureCode } from '../../shared/failure'
import { HEARTBEAT_MS, HEARTBEATS_MISSED } from '../../shared/protocol/limits'
import { PROBE_APP, type ServerFrame } from './peer-frames'
import type { PeerTransport } from './peer-transport'
import { STEADY_MS, isForGood, waitAfter } from './reconnect-policy'
import type { ServerSession, SessionClient } from './session-client'
import type { SignallingState } from './signalling'

/** From the dial to the server's OPEN. */
export const OPEN_TIMEOUT_MS = 10_000
/** A stock server sends no OPEN to a socket that takes a lost one's place; then our own echo shows that it works. */
export const PROBE_MS = 1_500
/** An open line that is asked for a sign of life must give one within this. */
export const CHECK_MS = 3_000

export interface PeerLinkOptions {
  readonly peerId: string
  readonly sessions: SessionClient
  readonly transport: PeerTransport
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** The same for one start of the app, so that a stock server lets it take its own id back. */
  readonly stockToken: string
  readonly onSession: (session: ServerSession) => void
}

export interface PeerLink {
  state(): SignallingState
  onState(listener: (state: SignallingState) => void): () => void
  /** Every frame from the server passes here first; true where it was the link's own. */
  frame(frame: ServerFrame): boolean
  lost(): void
  retry(): void
  close(): void
}

export function createPeerLink(options: PeerLinkOptions): PeerLink {
  const { peerId, sessions, transport, clock, ids, log } = options
  const states = createEmitter<SignallingState>()
  let state: SignallingState = { status: 'connecting' }
  let attempt: Scope = createScope()
  let failures = 0
  let openedMs = 0
  let kind: ServerSession['kind'] = 'own'
  /** Anything that arrived since the last beat. */
  let heard = false
  let echoes = false

  function enter(next: SignallingState): void {
    state = next
    log.info('server', { status: next.status, ...('code' in next ? { code: next.code } : {}) })
    states.emit(next)
  }

  function connect(): void {
    attempt.end()
    attempt = createScope()
    enter({ status: 'connecting' })
    void dial(attempt)
  }

  async function dial(mine: Scope): Promise<void> {
    const session = await sessions.open()
    if (mine.ended) return
    if (!session.ok) return failed(session.code)
    kind = session.value.kind
    echoes = false
    options.onSession(session.value)
    mine.add(clock.after(OPEN_TIMEOUT_MS, () => failed('server-timeout')))
    if (kind === 'stock') mine.add(clock.every(PROBE_MS, probe))
    try {
      transport.dial(session.value.kind === 'own' ? session.value.answer.ticket : options.stockToken)
    } catch {
      failed('server-unreachable') // WebSocket's constructor throws where a page may not dial at all (mixed content)
    }
  }

  function probe(): void {
    transport.send({ type: 'CANDIDATE', dst: peerId, payload: { app: PROBE_APP } })
  }

  function opened(): void {
    if (state.status !== 'connecting') return
    attempt.end()
    attempt = createScope()
    openedMs = clock.now()
    let missed = 0
    heard = true
    attempt.add(
      clock.every(HEARTBEAT_MS, () => {
        missed = heard ? 0 : missed + 1
        heard = false
        if (kind === 'stock') probe()
        // A stock server that doesn't echo is never held for dead.
        if (missed >= HEARTBEATS_MISSED && (kind === 'own' || echoes)) failed('server-timeout')
      }),
    )
    enter({ status: 'open' })
  }

  function failed(code: FailureCode): void {
    const steady = state.status === 'open' && clock.now() - openedMs >= STEADY_MS
    attempt.end()
    attempt = createScope()
    transport.hangUp()
    if (isForGood(code)) return enter({ status: 'stopped', code })
    failures = steady ? 1 : failures + 1
    const waitMs = waitAfter(code, failures, ids.random())
    attempt.add(clock.after(waitMs, connect))
    enter({ status: 'waiting', code, sinceMs: clock.now(), waitMs })
  }

  /** After sleep or a change of network a socket may be dead without knowing it. */
  function check(): void {
    if (kind === 'stock' && !echoes) return
    heard = false
    if (kind === 'stock') probe()
    else transport.send({ type: 'HEARTBEAT' })
    attempt.add(
      clock.after(CHECK_MS, () => {
        if (!heard) failed('server-timeout')
      }),
    )
  }

  function live(): boolean {
    return state.status === 'connecting' || state.status === 'open'
  }

  connect()

  return {
    state: () => state,
    onState: (listener) => states.on(listener),
    frame(frame) {
      heard = true
      if (!live()) return true
      if (frame.type === 'open') {
        transport.deliver({ type: 'OPEN' })
        opened()
        return true
      }
      if (frame.type === 'probe') {
        if (frame.from !== peerId) return true
        echoes = true
        if (state.status === 'connecting') transport.deliver({ type: 'OPEN' })
        opened()
        return true
      }
      if (frame.type === 'notice') failed(frame.code)
      return frame.type === 'notice' || frame.type === 'heartbeat'
    },
    lost() {
      if (live()) failed('server-unreachable')
    },
    retry() {
      if (state.status === 'waiting' || state.status === 'stopped') connect()
      else if (state.status === 'open') check()
    },
    close() {
      if (state.status === 'closed') return
      attempt.end()
      transport.hangUp()
      enter({ status: 'closed' })
    },
  }
}
