// Owns the judgement whether a call's connection works: the connection's own state, and a ping each second that must be
// answered, since Chromium notices a dead way only after 5 s and a foreign one never. What follows from it is the machine's.
import type { Clock } from '../../platform/clock'
import type { CallPath, PathEvent } from '../../rtc/call-path'
import type { CallEvent } from './call-state'
import { PING_MS, PINGS_LOST } from './call-timing'

export type LinkEvent = Extract<CallEvent, { type: 'linkUp' | 'linkDown' }>

export interface LinkMonitorDeps {
  readonly clock: Clock
  readonly path: Pick<CallPath, 'connectionState' | 'ctlIsOpen'>
  /** Sends a ping over the channel; false where it can't take one. */
  readonly ping: () => boolean
  readonly emit: (event: LinkEvent) => void
}

export class LinkMonitor {
  #silent = false
  #unanswered = 0
  readonly #deps: LinkMonitorDeps
  readonly #stopPings: () => void

  constructor(deps: LinkMonitorDeps) {
    this.#deps = deps
    this.#stopPings = deps.clock.every(PING_MS, () => this.#tick())
  }

  onPathEvent(event: PathEvent): void {
    if (event.type === 'ctlClosed') this.#lost(this.#otherIsThere() ? 'closed' : 'failed')
    if (event.type !== 'connectionState') return
    if (event.state === 'connected') this.#connected()
    else if (event.state === 'disconnected' || event.state === 'failed') this.#lost(event.state)
  }

  /** Something came over the channel. */
  heard(): void {
    this.#unanswered = 0
    if (this.#silent && this.#deps.path.connectionState() === 'connected') this.#connected()
  }

  end(): void {
    this.#stopPings()
  }

  /** A channel never closes by itself: Chromium tries for ever. While packets arrive, the other side has closed it. */
  #otherIsThere(): boolean {
    return this.#deps.path.connectionState() === 'connected'
  }

  #connected(): void {
    this.#unanswered = 0
    this.#silent = false
    this.#deps.emit({ type: 'linkUp' })
  }

  #lost(why: Extract<LinkEvent, { type: 'linkDown' }>['why']): void {
    this.#deps.emit({ type: 'linkDown', why })
  }

  #tick(): void {
    if (!this.#deps.path.ctlIsOpen()) return
    if (this.#unanswered >= PINGS_LOST && !this.#silent) {
      this.#silent = true
      this.#lost('silent')
    }
    if (this.#deps.ping()) this.#unanswered += 1
  }
}
