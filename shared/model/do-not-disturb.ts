// Owns when Parley stays quiet: the user's own wish, what else makes it quiet, and who rings through all the same. Pure.
// What the system's own setting says is main's matter (main/quiet).
import * as z from 'zod'

export const doNotDisturbSchema = z.strictObject({
  /** By hand. */
  on: z.boolean(),
  /** Wall clock, milliseconds: the end of it by itself; null: until it is switched off. */
  untilMs: z.int().min(0).nullable(),
  whileSharing: z.boolean(),
  /** Whenever the system's own is on, where it can be read. */
  followSystem: z.boolean(),
  favouritesRing: z.boolean(),
  /** Who calls a second time within three minutes rings. */
  secondCallRings: z.boolean(),
})
export type DoNotDisturb = z.infer<typeof doNotDisturbSchema>

export const DEFAULT_DO_NOT_DISTURB: DoNotDisturb = {
  on: false,
  untilMs: null,
  whileSharing: true,
  followSystem: true,
  favouritesRing: true,
  secondCallRings: true,
}

export const SECOND_CALL_MS = 3 * 60_000

/** Why it is quiet now; null: it isn't. */
export type QuietReason = 'by-hand' | 'sharing' | 'system'

export function quietReason(
  wish: DoNotDisturb,
  now: { readonly ms: number; readonly sharing: boolean; readonly systemQuiet: boolean },
): QuietReason | null {
  if (isOnByHand(wish, now.ms)) return 'by-hand'
  if (wish.whileSharing && now.sharing) return 'sharing'
  return wish.followSystem && now.systemQuiet ? 'system' : null
}

export const isOnByHand = ({ on, untilMs }: DoNotDisturb, nowMs: number): boolean =>
  on && (untilMs === null || nowMs < untilMs)

/** Whether this caller is heard though it is quiet. */
export function ringsThrough(
  wish: DoNotDisturb,
  caller: { readonly isFavourite: boolean; readonly lastCalledMsAgo: number | null },
): boolean {
  if (wish.favouritesRing && caller.isFavourite) return true
  const { lastCalledMsAgo: ago } = caller
  return wish.secondCallRings && ago !== null && ago <= SECOND_CALL_MS
}
