// Owns telling our own windows from everybody else's. Pure.

/**
 * `ownIds`: getMediaSourceId of each of our windows. The last number of an id is 1 where the window is of our own process,
 * and may differ between the two ways to ask, so the first number decides as well.
 */
export function isOwnWindow(id: string, ownIds: readonly string[]): boolean {
  if (!id.startsWith('window:')) return false
  return id.endsWith(':1') || ownIds.some((own) => handleOf(own) === handleOf(id))
}

const handleOf = (id: string): string => id.split(':')[1] ?? ''
