// Owns one call's connection once it exists: what comes out of it, what goes into it, restarting it, closing it.
import { assertNever } from '../../../shared/assert-never'
import type { CallMessage } from '../../../shared/protocol/call-messages'
import { createScope } from '../../lib/scope'
import type { CallPath, Description, PathEvent } from '../../rtc/call-path'
import { toRtcIceServers } from '../../rtc/peer-ice-servers'
import type { InCallMessage } from './call-state'
import { freshIceServers } from './fresh-ice-servers'
import { LinkMonitor } from './link-monitor'
import type { SessionContext } from './session-context'
import type { Strike } from './strikes'

export interface SessionPathHooks {
  /** From the channel, checked like any other message. */
  readonly onMessage: (message: CallMessage) => void
  readonly onStrike: (strike: Strike) => void
  /** The channel is open. */
  readonly onChannel: () => void
  /** Received tracks may have appeared. */
  readonly onChange: () => void
}

/** A connection that is in use: gone from here once it is closed. */
interface Used {
  readonly path: CallPath
  readonly monitor: LinkMonitor
  readonly stop: () => void
}

/** How long a restart waits for fresh ICE servers before it goes on with those it has. */
const FRESH_SERVERS_MS = 1_000
/** Both sides notice a change of network, and each asks for a restart: one is enough. */
const RESTART_GAP_MS = 500
/** How long a closing connection may still carry the message that ends the call, where the other side doesn't close it before. */
const LAST_WORDS_MS = 2_000

export class SessionPath {
  #used: Used | null = null
  #expected: string | null = null
  #restarting = false
  #restartedMs: number | null = null
  readonly #call: SessionContext
  readonly #hooks: SessionPathHooks

  constructor(call: SessionContext, hooks: SessionPathHooks) {
    this.#call = call
    this.#hooks = hooks
  }

  adopt(path: CallPath): void {
    const { deps, line, scope, emit } = this.#call
    if (scope.ended || this.#used) return path.close()
    line.setChannel(path)
    const monitor = new LinkMonitor({
      clock: deps.clock,
      path,
      ping: () => line.sendOnChannel({ t: 'ping' }) !== null,
      emit: (event) => {
        if (event.type === 'linkDown') this.#doubtChannel()
        emit(event)
      },
    })
    let stop: (() => void) | null = null
    this.#used = { path, monitor, stop: () => stop?.() }
    if (this.#expected !== null) path.expectFingerprint(this.#expected)
    // Last: what happened before anybody listened comes out at once.
    stop = path.onEvent((event) => this.#onEvent(event))
  }

  current(): CallPath | null {
    return this.#used?.path ?? null
  }

  /** The proof can be here before the connection is: it waits for ICE servers, the invite doesn't. */
  expectFingerprint(fingerprint: string): void {
    this.#expected ??= fingerprint
    this.#used?.path.expectFingerprint(fingerprint)
  }

  apply(message: InCallMessage): void {
    if (message.t === 'ping') this.#call.line.sendOnChannel({ t: 'pong', of: message.seq })
    else if (message.t === 'candidate') this.#used?.path.applyCandidate(message.candidate)
    else if (message.t === 'description') this.#applyDescription(message.description)
  }

  /** Restarts one after the other; a second one asked for meanwhile is the same. */
  async restart(): Promise<void> {
    const { line, deps } = this.#call
    const used = this.#used
    const tooSoon = this.#restartedMs !== null && deps.clock.now() - this.#restartedMs < RESTART_GAP_MS
    if (!used || this.#restarting || tooSoon) return
    this.#restarting = true
    this.#restartedMs = deps.clock.now()
    this.#doubtChannel()
    const signalling = line.socket()?.signalling
    const servers = signalling ? await freshIceServers(signalling, deps.clock, FRESH_SERVERS_MS) : null
    this.#restarting = false
    if (this.#used === used) used.path.restart(servers ? toRtcIceServers(servers) : undefined)
  }

  /** For the callee: the caller makes the offer. */
  requestRestart(): void {
    this.#doubtChannel()
    this.#call.line.send({ t: 'restart-request' })
  }

  /** `told`: the message that ends the call is on its way, and closing at once would drop what still waits in the channel. */
  close(told: boolean): void {
    const used = this.#used
    if (!used) return
    this.#used = null
    used.stop()
    used.monitor.end()
    this.#call.line.setChannel(null)
    if (told && used.path.ctlIsOpen()) this.#closeWhenHeard(used.path)
    else used.path.close()
  }

  /** Who hears that the call is over closes the connection: then everything before it has arrived. */
  #closeWhenHeard(path: CallPath): void {
    const closing = createScope()
    const close = () => {
      closing.end()
      path.close()
    }
    closing.add(this.#call.deps.clock.after(LAST_WORDS_MS, close))
    closing.add(
      path.onEvent((event) => {
        if (event.type === 'ctlClosed') close()
      }),
    )
  }

  /** Only the caller offers, so an offer to it, or an answer to the callee, is nothing that a description can be. */
  #applyDescription(description: Description): void {
    const expected = this.#call.facts.direction === 'outgoing' ? 'answer' : 'offer'
    if (description.type !== expected) return this.#hooks.onStrike('wrong-state')
    this.#doubtChannel()
    this.#used?.path.applyDescription(description)
  }

  /** A restart is asked for: until something comes over the channel again, nobody knows whether anything does. */
  #doubtChannel(): void {
    this.#call.line.trustChannel(false)
  }

  #onEvent(event: PathEvent): void {
    const { line, emit, deps, facts } = this.#call
    switch (event.type) {
      case 'ctlMessage':
        return this.#onText(event.text)
      case 'localDescription':
        line.send({ t: 'description', description: event.description })
        return
      case 'localCandidate':
        line.send({ t: 'candidate', candidate: event.candidate })
        return
      case 'identityMismatch':
        return emit({ type: 'identityMismatched' })
      case 'negotiationFailed':
        deps.log.info('negotiation failed', { callId: facts.callId, detail: event.detail })
        return this.#hooks.onStrike('wrong-state')
      case 'ctlOpened':
        this.#used?.monitor.onPathEvent(event)
        this.#hooks.onChannel()
        return this.#hooks.onChange()
      case 'connectionState':
      case 'ctlClosed':
        this.#used?.monitor.onPathEvent(event)
        return this.#hooks.onChange()
      default:
        return assertNever(event)
    }
  }

  #onText(text: string): void {
    const read = this.#call.line.readChannel(text)
    if (read && !read.ok) return this.#hooks.onStrike(read.problem)
    this.#used?.monitor.heard()
    this.#call.line.trustChannel(true)
    if (read) this.#hooks.onMessage(read.value)
  }
}
