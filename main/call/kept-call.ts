// Owns remembering the call that is on, so that a page which was lost in it can take it up when it is loaded again. In memory:
// a call doesn't outlive the app.
import { KEPT_CALL_MS, type KeptCall } from '../../shared/model/kept-call'

export interface KeptCallKeeper {
  /** From the page: the call that is on, null where there is none to take up. */
  keep(call: KeptCall | null): void
  /** The page is gone, or loading anew. */
  pageLeft(): void
  /** What the page before lost, once, and only for a while. */
  takeLost(): KeptCall | null
}

/** `now`: monotonic milliseconds. */
export function createKeptCall(now: () => number): KeptCallKeeper {
  let call: KeptCall | null = null
  let lostMs: number | null = null
  return {
    keep(next) {
      call = next
      lostMs = null
    },
    pageLeft() {
      // Told twice: when its process died, and when the next one begins.
      if (call) lostMs ??= now()
    },
    takeLost() {
      const lost = lostMs !== null && now() - lostMs <= KEPT_CALL_MS ? call : null
      if (lostMs !== null) call = null
      lostMs = null
      return lost
    },
  }
}
