// Owns which calls count as missed, and which of them weren't seen yet. Pure.
import type { EndReason } from './call'
import type { CallRecord } from './call-record'

const MISSED: ReadonlySet<EndReason> = new Set<EndReason>([
  'missed',
  'cancelled-by-other',
  'answered-too-late',
])

export function isMissed({ direction, reason }: Pick<CallRecord, 'direction' | 'reason'>): boolean {
  return direction === 'incoming' && MISSED.has(reason)
}

export interface SeenHistory {
  /** Newest first. */
  readonly records: readonly CallRecord[]
  readonly seenBelow: number
}

/** Newest first. */
export function unseenMissed({ records, seenBelow }: SeenHistory): readonly CallRecord[] {
  const end = records.findIndex(({ n }) => n < seenBelow)
  return (end === -1 ? records : records.slice(0, end)).filter(isMissed)
}

export const missedCount = (history: SeenHistory): number => unseenMissed(history).length
