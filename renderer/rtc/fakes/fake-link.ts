// Owns the connection between two ends in tests: how long things take, outages, and the states Chromium reports of them.
import type { Clock } from '../../platform/clock'
import { createFakeEnd, type FakeEnd, type Wire } from './fake-call-path'

/** `outage` heals by itself when it is over; after `moved` only a restart finds the new way. */
export type Route = 'open' | 'outage' | 'moved'

export interface FakeLink {
  readonly caller: FakeEnd
  readonly callee: FakeEnd
  setRoute(route: Route): void
}

export interface FakeLinkOptions {
  readonly clock: Clock
  readonly latencyMs: number
  readonly callerFingerprint: string
  /** Known once the callee answered. */
  calleeFingerprint(): string
}

/** Chromium says `disconnected` 5 s after the last packet and `failed` 10 s later. */
const DISCONNECTED_AFTER_MS = 5_000
const FAILED_AFTER_MS = 15_000

export function createFakeLink(options: FakeLinkOptions): FakeLink {
  const { clock, latencyMs } = options
  const held: (() => void)[] = []
  let route: Route = 'open'
  let connected = false
  let stopStates: readonly (() => void)[] = []

  const ends = () => [caller, callee] as const
  const tell = (state: RTCPeerConnectionState) => {
    for (const end of ends()) end.emit({ type: 'connectionState', state })
  }
  function connect(): void {
    if (!caller.gateOpen() || !callee.gateOpen()) return
    tell('connecting')
    clock.after(2 * latencyMs, () => {
      if (route !== 'open' || caller.closed() || callee.closed()) return
      connected = true
      tell('connected')
      for (const end of ends()) end.emit({ type: 'ctlOpened' })
    })
  }
  function fade(): void {
    stopStates = [
      clock.after(DISCONNECTED_AFTER_MS, () => tell('disconnected')),
      clock.after(FAILED_AFTER_MS, () => tell('failed')),
    ]
  }
  function setRoute(next: Route): void {
    for (const stop of stopStates) stop()
    stopStates = []
    route = next
    if (next !== 'open') return fade()
    if (!connected) return connect()
    if (caller.connectionState() !== 'connected') tell('connected')
    for (const deliver of held.splice(0)) deliver()
  }
  function wire(own: () => FakeEnd, other: () => FakeEnd, localFingerprint: () => string): Wire {
    return {
      clock,
      localFingerprint,
      connect,
      restarted: () => {
        if (route === 'moved') setRoute('open')
      },
      closed() {
        clock.after(latencyMs, () => other().emit({ type: 'ctlClosed' }))
        if (connected && stopStates.length === 0) fade()
      },
      across(deliver) {
        const sentMs = clock.now()
        // What was still in the buffer when the connection closed is lost.
        const run = () => {
          if (own().closedAtMs() !== sentMs) deliver(other())
        }
        clock.after(latencyMs, () => {
          if (route === 'open') run()
          else held.push(run)
        })
      },
    }
  }

  const caller: FakeEnd = createFakeEnd(
    'caller',
    wire(
      () => caller,
      () => callee,
      () => options.callerFingerprint,
    ),
  )
  const callee: FakeEnd = createFakeEnd(
    'callee',
    wire(
      () => callee,
      () => caller,
      () => options.calleeFingerprint(),
    ),
  )
  return { caller, callee, setRoute }
}
