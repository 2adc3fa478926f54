// Owns remembering a guest's call beyond its page: a tab that is loaded again, or crashed, takes it up. Kept for that tab only.
import { KEPT_CALL_MS, keptCallSchema, type KeptCall } from '../../../shared/model/kept-call'
import * as z from 'zod'
import type { Clock } from '../clock'

export interface GuestKeptCall {
  keep(call: KeptCall | null): void
  /** What the page before lost, once, and only for a while. */
  takeLost(): KeptCall | null
}

const NAME = 'parley-call'
/** A tab that crashes can't say when: it was there at most this long before. */
const ALIVE_MS = 5_000

/** `at`: by the wall clock, since no other outlives a page. Whether the call is still on is the other side's to say. */
const noteSchema = z.strictObject({ at: z.number(), call: keptCallSchema })

/** `storage` is the tab's own: undefined where the browser allows none. */
export function createGuestKeptCall(storage: Storage | undefined, clock: Clock): GuestKeptCall {
  let stop: (() => void) | null = null

  function write(call: KeptCall): void {
    storage?.setItem(NAME, JSON.stringify({ at: clock.wallNow(), call }))
  }

  function stopWriting(): void {
    stop?.()
    stop = null
  }

  return {
    keep(call) {
      stopWriting()
      if (!call) return storage?.removeItem(NAME)
      write(call)
      stop = clock.every(ALIVE_MS, () => write(call))
    },
    takeLost() {
      stopWriting()
      const text = storage?.getItem(NAME) ?? null
      storage?.removeItem(NAME)
      const note = noteSchema.safeParse(text === null ? null : parsed(text))
      if (!note.success) return null
      const agoMs = clock.wallNow() - note.data.at
      return agoMs >= 0 && agoMs <= KEPT_CALL_MS + ALIVE_MS ? note.data.call : null
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not ours; the schema refuses it
  }
}
