// Owns knowing whether a socket that claims to be open still reaches its server. Our server answers each heartbeat. A stock
// one answers none, but hands us what we address to ourselves; until it has done so once, it is never held for dead.
import type { Scope } from '../lib/scope'
import type { Clock } from '../platform/clock'
import { HEARTBEAT_MS, HEARTBEATS_MISSED } from '../../shared/protocol/limits'
import { PROBE_APP } from './peer-frames'
import type { PeerTransport } from './peer-transport'

/** A stock server sends no OPEN to a socket that takes a lost one's place, so its echo has to show that it is open. */
export const SEEK_MS = 1_500
/**
 * A line that is asked for a sign of life must give one within this. With the look at the network before it and the dial after it
 * one can be rung 3 s after a change of network; a line that only is slow is dialled anew for nothing, and no call hangs on it.
 */
export const CHECK_MS = 1_500

export interface LineWatch {
  /** Something arrived. */
  heard(): void
  /** A probe arrived; true where it is our own. */
  echoed(from: string): boolean
  /** While dialling, until `scope` ends. */
  seekOpen(scope: Scope): void
  /** While open: beats, and after three without a word it is dead. */
  beat(scope: Scope): void
  /** While open: it is dead unless it answers now. */
  check(scope: Scope): void
}

export interface LineWatchOptions {
  readonly peerId: string
  readonly transport: Pick<PeerTransport, 'send'>
  readonly clock: Clock
  readonly onDead: () => void
}

export function createLineWatch(kind: 'own' | 'stock', options: LineWatchOptions): LineWatch {
  const { peerId, transport, clock, onDead } = options
  const isStock = kind === 'stock'
  let silent = true
  let answers = !isStock
  let missed = 0

  const sendBeat = (): void => transport.send({ type: 'HEARTBEAT' })

  function ask(): void {
    if (!isStock) return sendBeat()
    transport.send({ type: 'CANDIDATE', dst: peerId, payload: { app: PROBE_APP } })
  }

  return {
    heard: () => (silent = false),
    echoed(from) {
      answers ||= from === peerId
      return from === peerId
    },
    seekOpen(scope) {
      if (isStock) scope.add(clock.every(SEEK_MS, ask))
    },
    beat(scope) {
      const tick = () => {
        missed = silent ? missed + 1 : 0
        silent = true
        // A stock server answers none, but ends a line that brings none.
        if (isStock) sendBeat()
        ask()
        if (missed >= HEARTBEATS_MISSED && answers) onDead()
      }
      scope.add(clock.every(HEARTBEAT_MS, tick))
      if (isStock) ask() // so that a check can count on an answer from the start
    },
    check(scope) {
      if (!answers) return
      silent = true
      ask()
      scope.add(
        clock.after(CHECK_MS, () => {
          if (silent) onDead()
        }),
      )
    },
  }
}
