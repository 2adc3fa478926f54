// Owns introducing figures to the calls: of which call they are, and what both sides tell each other of their lines.
import type { CallController } from '../features/calls/call-control'
import { activeCall } from '../features/calls/call-selectors'
import type { CallsState } from '../features/calls/calls-store'
import type { LineFigures } from '../features/stats/choose-diagnosis'
import type { Parts } from './compose'

/** As much as the message takes; later than that, a line is as good as dead. */
const MOST_MS = 60_000

/** `calls` is null while there is no identity, and nothing is measured without a call. */
export function wireStats({ stores, stats }: Parts, calls: () => CallController | null): void {
  let heard: CallController | null = null
  function hear(): void {
    const now = calls()
    if (!now || now === heard) return
    heard = now
    now.onSaid(({ callId, message }) => {
      if (message.t !== 'line') return
      const { lateMs, beats, lossPct, jitterMs, busy } = message
      stats.hear(callId, { lateMs, beats, lossPct, jitterMs, busy })
    })
  }

  function tell(callId: string, line: LineFigures): void {
    const { lateMs, jitterMs, ...rest } = line
    calls()?.say(callId, { t: 'line', ...rest, lateMs: bounded(lateMs), jitterMs: bounded(jitterMs) })
  }

  function follow(state: CallsState): void {
    hear()
    const live = activeCall(state)
    const path = live && calls()?.pathOf(live.callId)
    stats.follow(
      live && path
        ? {
            callId: live.callId,
            stats: () => path.stats(),
            tell: (line) => tell(live.callId, line),
          }
        : null,
    )
    stats.listen({
      local: state.media?.localMicrophone ?? null,
      remote: state.media?.remoteMicrophone ?? null,
    })
  }

  stores.calls.subscribe(follow)
}

const bounded = (ms: number | null): number | null => (ms === null ? null : Math.min(ms, MOST_MS))
