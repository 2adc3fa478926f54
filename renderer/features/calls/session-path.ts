// Owns one call's connection once it exists: what comes out of it, what goes into it, restarting it, closing it.
import type { IceServer } from '../../../shared/protocol/server-messages'
import type { CallMessage } from '../../../shared/protocol/call-messages'
import type { CallPath, PathEvent } from '../../rtc/call-path'
import type { InCallMessage } from './call-state'
import { watchLink, type LinkMonitor } from './link-monitor'
import type { SessionContext } from './session-context'
import type { Strike } from './strikes'

export interface SessionPathHooks {
  /** From the channel, checked like any other message. */
  onMessage(message: CallMessage): void
  onStrike(strike: Strike): void
  /** Received tracks may have appeared. */
  onChange(): void
}

/** How long a restart waits for fresh ICE servers before it goes on with those it has. */
const FRESH_SERVERS_MS = 1_000
/** How long a closing connection may still carry the message that ends the call. */
const LAST_WORDS_MS = 150

export class SessionPath {
  #path: CallPath | null = null
  #monitor: LinkMonitor | null = null
  #stop = () => {}
  #restarting = false

  constructor(
    private readonly call: SessionContext,
    private readonly hooks: SessionPathHooks,
  ) {}

  adopt(path: CallPath): void {
    const { deps, line, scope } = this.call
    if (scope.ended || this.#path) return path.close()
    this.#path = path
    line.setChannel(path)
    this.#stop = path.onEvent((event) => this.#onEvent(event))
    this.#monitor = watchLink({
      clock: deps.clock,
      path,
      ping: () => line.sendOnChannel({ t: 'ping' }) !== null,
      emit: (event) => {
        line.trustChannel(event.type === 'linkUp')
        this.call.emit(event)
      },
    })
  }

  current(): CallPath | null {
    return this.#path
  }

  apply(message: InCallMessage): void {
    if (message.t === 'candidate') this.#path?.applyCandidate(message.candidate)
    else if (message.t === 'ping') this.call.line.sendOnChannel({ t: 'pong', of: message.seq })
    else if (message.t === 'description') this.#applyDescription(message.description)
  }

  /** Only the caller offers, so an offer to it, or an answer to the callee, is nothing that a description can be. */
  #applyDescription(description: Parameters<CallPath['applyDescription']>[0]): void {
    const expected = this.call.facts.direction === 'outgoing' ? 'answer' : 'offer'
    if (description.type === expected) this.#path?.applyDescription(description)
    else this.hooks.onStrike('wrong-state')
  }

  async restart(): Promise<void> {
    const path = this.#path
    if (!path || this.#restarting) return
    this.#restarting = true
    const servers = await this.#freshServers()
    this.#restarting = false
    if (this.#path === path) path.restart(servers)
  }

  close(): void {
    const path = this.#path
    if (!path) return
    this.#path = null
    this.#stop()
    this.#monitor?.end()
    this.call.line.setChannel(null)
    if (path.ctlIsOpen()) this.call.deps.clock.after(LAST_WORDS_MS, () => path.close())
    else path.close()
  }

  /** None while the server is away: the ones at hand may still do. */
  async #freshServers(): Promise<readonly RTCIceServer[] | undefined> {
    const signalling = this.call.line.socket()?.signalling
    if (signalling?.state().status !== 'open') return undefined
    const late = new Promise<undefined>((resolve) => {
      this.call.deps.clock.after(FRESH_SERVERS_MS, () => resolve(undefined))
    })
    const servers = await Promise.race([signalling.iceServers(), late])
    return servers?.map(asRtc)
  }

  #onEvent(event: PathEvent): void {
    const { call, hooks } = this
    switch (event.type) {
      case 'ctlMessage':
        return this.#onText(event.text)
      case 'localDescription':
        call.line.send({ t: 'description', description: event.description })
        return
      case 'localCandidate':
        call.line.send({ t: 'candidate', candidate: event.candidate })
        return
      case 'identityMismatch':
        return call.emit({ type: 'identityMismatched' })
      case 'negotiationFailed':
        call.deps.log.info('negotiation failed', { callId: call.facts.callId, detail: event.detail })
        return hooks.onStrike('wrong-state')
      case 'connectionState':
      case 'ctlOpened':
      case 'ctlClosed':
        return hooks.onChange()
    }
  }

  #onText(text: string): void {
    const read = this.call.line.readChannel(text)
    if (read && !read.ok) return this.hooks.onStrike(read.problem)
    this.#monitor?.heard()
    if (read) this.hooks.onMessage(read.value)
  }
}

function asRtc({ urls, username, credential }: IceServer): RTCIceServer {
  return {
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }
}
