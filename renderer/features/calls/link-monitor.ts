// Owns the judgement whether a call's connection works: the connection's own state, and a ping each second that must be
// answered, since Chromium notices a dead way only after 5 s and a foreign one never. What follows from it is the machine's.
import type { Clock } from '../../platform/clock'
import type { CallPath, PathEvent } from '../../rtc/call-path'
import type { CallEvent } from './call-state'
import { PING_MS, PINGS_LOST } from './call-timing'

export interface LinkMonitorDeps {
  readonly clock: Clock
  readonly path: CallPath
  /** Sends a ping over the channel; false where that is closed. */
  ping(): boolean
  emit(event: Extract<CallEvent, { type: 'linkUp' | 'linkDown' }>): void
}

export interface LinkMonitor {
  /** Something came over the channel. */
  heard(): void
  /** True while what is sent over the channel can be expected to arrive. */
  isUp(): boolean
  end(): void
}

export function watchLink({ clock, path, ping, emit }: LinkMonitorDeps): LinkMonitor {
  let up = false
  let silent = false
  let unanswered = 0

  function connected(): void {
    unanswered = 0
    silent = false
    up = true
    emit({ type: 'linkUp' })
  }
  function lost(why: 'disconnected' | 'failed' | 'silent'): void {
    up = false
    emit({ type: 'linkDown', why })
  }
  function onPathEvent(event: PathEvent): void {
    if (event.type === 'ctlClosed' && path.connectionState() !== 'closed') lost('failed')
    if (event.type !== 'connectionState') return
    if (event.state === 'connected') connected()
    else if (event.state === 'disconnected' || event.state === 'failed') lost(event.state)
  }
  function tick(): void {
    if (!path.ctlIsOpen()) return
    if (unanswered >= PINGS_LOST && !silent) {
      silent = true
      lost('silent')
    }
    if (ping()) unanswered += 1
  }

  const stopEvents = path.onEvent(onPathEvent)
  const stopPings = clock.every(PING_MS, tick)
  if (path.connectionState() === 'connected') connected()

  return {
    heard() {
      unanswered = 0
      if (silent && path.connectionState() === 'connected') connected()
    },
    isUp: () => up,
    end() {
      stopEvents()
      stopPings()
    },
  }
}
