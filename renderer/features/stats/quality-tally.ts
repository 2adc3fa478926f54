// Owns the one word that stays of a whole call's connection. Pure. The rule: each second has its word (call-quality.ts); the
// call is `poor` where more than a tenth of its measured seconds was poor, `weak` where more than a tenth was weak or poor.
// So a call of an hour with one bad minute was a good one, and one that was bad again and again wasn't.
import type { Quality } from './stats-store'

export type KnownQuality = Exclude<Quality, 'unknown'>

export interface QualityTally {
  readonly good: number
  readonly weak: number
  readonly poor: number
}

export const NOTHING_MEASURED: QualityTally = { good: 0, weak: 0, poor: 0 }
const LASTING = 0.1
/** Fewer seconds say nothing: the first ones look worse than the call. */
const FEWEST = 5

export const counted = (tally: QualityTally, quality: Quality): QualityTally =>
  quality === 'unknown' ? tally : { ...tally, [quality]: tally[quality] + 1 }

/** Null where too little was measured. */
export function lastingQuality({ good, weak, poor }: QualityTally): KnownQuality | null {
  const all = good + weak + poor
  if (all < FEWEST) return null
  if (poor > all * LASTING) return 'poor'
  return weak + poor > all * LASTING ? 'weak' : 'good'
}
