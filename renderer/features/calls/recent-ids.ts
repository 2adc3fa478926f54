// Owns the memory of call ids, so that an invite that comes twice rings once. Pure.

/** How many ids are remembered; a replay of an older invite rings once more, and never gets media. */
export const RECENT_IDS = 1_000

export type RecentIds = ReadonlySet<string>

export function remember(ids: RecentIds, id: string): RecentIds {
  const next = new Set(ids)
  next.delete(id)
  next.add(id)
  // A Set keeps the order of insertion, so its first is the oldest.
  for (const oldest of next) {
    if (next.size <= RECENT_IDS) break
    next.delete(oldest)
  }
  return next
}
