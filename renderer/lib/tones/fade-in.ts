// Owns how a ring begins softly, so that nobody is startled, and is heard from its first moment all the same. Pure.

/** About one repetition of a tone. */
export const FADE_MS = 3_000
/** −12 dB. */
const FIRST = 0.25

/** What the volume is multiplied with, `sinceMs` after the ring began. Even to the ear: by decibels. */
export function fadeIn(sinceMs: number): number {
  return sinceMs >= FADE_MS ? 1 : FIRST ** (1 - Math.max(0, sinceMs) / FADE_MS)
}
