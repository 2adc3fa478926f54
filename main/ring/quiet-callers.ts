// Owns whether a caller is heard now: what the user wants of quiet, the system's own, and who rings through.
import {
  quietReason,
  ringsThrough,
  type DoNotDisturb,
  type QuietReason,
} from '../../shared/model/do-not-disturb'
import type { Ring } from '../../shared/model/ring'

export interface QuietDeps {
  readonly wish: () => DoNotDisturb
  readonly isSharing: () => boolean
  readonly isSystemQuiet: () => boolean
  readonly wallMs: () => number
  /** Monotonic. */
  readonly nowMs: () => number
}

export interface QuietCallers {
  readonly reason: () => QuietReason | null
  /** Asked once for each call, as it begins: it counts as this caller's last one from then on. */
  readonly isQuietFor: (ring: Ring) => boolean
}

/** Nobody waits longer for the second call than a few of them were remembered. */
const MOST_CALLERS = 200

export function createQuietCallers(deps: QuietDeps): QuietCallers {
  const lastCalled = new Map<string, number>()

  function noteCall(id: string): number | null {
    const before = lastCalled.get(id)
    const now = deps.nowMs()
    lastCalled.delete(id)
    lastCalled.set(id, now)
    const [oldest] = lastCalled.keys()
    if (lastCalled.size > MOST_CALLERS && oldest !== undefined) lastCalled.delete(oldest)
    return before === undefined ? null : now - before
  }

  const reason = (): QuietReason | null =>
    quietReason(deps.wish(), {
      ...{ ms: deps.wallMs(), sharing: deps.isSharing(), systemQuiet: deps.isSystemQuiet() },
    })

  return {
    reason,
    isQuietFor({ person: { id, isFavourite } }) {
      const lastCalledMsAgo = noteCall(id)
      return reason() !== null && !ringsThrough(deps.wish(), { isFavourite, lastCalledMsAgo })
    },
  }
}
