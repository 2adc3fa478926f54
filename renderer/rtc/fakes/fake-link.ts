// Owns the connection between two ends in tests: how long things take, outages, and the states Chromium reports of them.
import type { Clock } from '../../platform/clock'
import { FakeEnd } from './fake-call-path'

/** `outage` heals by itself when it is over; after `moved` only a restart finds the new way. */
export type Route = 'open' | 'outage' | 'moved'

export interface FakeLinkOptions {
  readonly clock: Clock
  readonly latencyMs: number
  readonly callerFingerprint: string
}

/** Chromium says `disconnected` 5 s after the last packet and `failed` 10 s later. */
const DISCONNECTED_AFTER_MS = 5_000
const FAILED_AFTER_MS = 15_000

export class FakeLink {
  readonly caller: FakeEnd
  readonly callee: FakeEnd
  /** Known once the callee answered. */
  calleeFingerprint = ''
  #route: Route = 'open'
  #connected = false
  #stopFading: readonly (() => void)[] = []
  readonly #held: (() => void)[] = []
  readonly #options: FakeLinkOptions

  constructor(options: FakeLinkOptions) {
    this.#options = options
    this.caller = this.#end('caller', () => options.callerFingerprint)
    this.callee = this.#end('callee', () => this.calleeFingerprint)
  }

  setRoute(route: Route): void {
    for (const stop of this.#stopFading) stop()
    this.#stopFading = []
    this.#route = route
    if (route !== 'open') return this.#fade()
    if (!this.#connected) return this.#connect()
    if (this.caller.connectionState() !== 'connected') this.#tell('connected')
    for (const deliver of this.#held.splice(0)) deliver()
  }

  #end(role: 'caller' | 'callee', localFingerprint: () => string): FakeEnd {
    const { clock, latencyMs } = this.#options
    const other = () => (role === 'caller' ? this.callee : this.caller)
    const own = () => (role === 'caller' ? this.caller : this.callee)
    return new FakeEnd(role, {
      clock,
      localFingerprint,
      connect: () => this.#connect(),
      restarted: () => {
        if (this.#route === 'moved') this.setRoute('open')
      },
      closed: () => {
        clock.after(latencyMs, () => other().emit({ type: 'ctlClosed' }))
        if (this.#connected && this.#stopFading.length === 0) this.#fade()
      },
      across: (deliver) => this.#across(own(), () => deliver(other())),
    })
  }

  #across(from: FakeEnd, deliver: () => void): void {
    const { clock, latencyMs } = this.#options
    const sentMs = clock.now()
    // What was still in the buffer when the connection closed is lost.
    const run = () => {
      if (from.closedAtMs !== sentMs) deliver()
    }
    clock.after(latencyMs, () => {
      if (this.#route === 'open') run()
      else this.#held.push(run)
    })
  }

  #connect(): void {
    const { clock, latencyMs } = this.#options
    if (!this.caller.gateIsOpen() || !this.callee.gateIsOpen()) return
    this.#tell('connecting')
    clock.after(2 * latencyMs, () => {
      if (this.#route !== 'open' || !this.caller.gateIsOpen() || !this.callee.gateIsOpen()) return
      this.#connected = true
      this.#tell('connected')
      for (const end of [this.caller, this.callee]) end.emit({ type: 'ctlOpened' })
    })
  }

  #fade(): void {
    const { clock } = this.#options
    this.#stopFading = [
      clock.after(DISCONNECTED_AFTER_MS, () => this.#tell('disconnected')),
      clock.after(FAILED_AFTER_MS, () => this.#tell('failed')),
    ]
  }

  #tell(state: RTCPeerConnectionState): void {
    for (const end of [this.caller, this.callee]) end.emit({ type: 'connectionState', state })
  }
}
