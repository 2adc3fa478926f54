// Owns every duration of a call that only this side knows; those both sides share are in shared/protocol/limits.ts.
import { RING_MS } from '../../../shared/protocol/limits'

/** The invite hasn't even left by then: some part of getting there hangs. */
export const DIAL_MS = 15_000
/** No `ringing` by then: nobody is there. A stock server's own EXPIRE comes after 5 to 6 s. */
export const NO_RINGING_MS = 5_000
/** How long a server may take to let us in when a call is placed: one that says nothing isn't there, one that answers is slow. */
export const SERVER_SILENT_MS = 3_000
export const SERVER_READY_MS = 6_000
/** A connection that isn't there by then gets an ICE restart, and again after as long. */
export const CONNECT_RESTART_MS = 10_000
export const CONNECT_DEADLINE_MS = 30_000
/** Chromium's `disconnected` often mends itself within a second or two. */
export const DISCONNECTED_MS = 2_000
export const GIVE_UP_MS = 40_000
/** A page that is loaded again is back in a second or two; a closed tab never is. */
export const RETURN_MS = 10_000
/** A connection that is dead shows it by then: three lost pings. */
export const DOUBT_MS = 6_000
export const PING_MS = 1_000
export const PINGS_LOST = 3

/** Pause after each restart attempt, by how many went before it: attempts start at 0, 2, 6, 14, 22, … s. */
const RESTART_PAUSES_MS = [2_000, 4_000, 8_000] as const
export const restartPauseMs = (attempt: number): number => RESTART_PAUSES_MS[attempt] ?? 8_000

export const CALL_TIMERS = [
  'dial',
  'no-ringing',
  'ring',
  'connect-restart',
  'connect-deadline',
  'disconnected',
  'restart',
  'give-up',
  'return',
] as const
export type CallTimer = (typeof CALL_TIMERS)[number]

/** `restart` depends on how often it was tried. */
export const TIMER_MS: Readonly<Record<Exclude<CallTimer, 'restart'>, number>> = {
  dial: DIAL_MS,
  'no-ringing': NO_RINGING_MS,
  ring: RING_MS,
  'connect-restart': CONNECT_RESTART_MS,
  'connect-deadline': CONNECT_DEADLINE_MS,
  disconnected: DISCONNECTED_MS,
  'give-up': GIVE_UP_MS,
  return: RETURN_MS,
}
