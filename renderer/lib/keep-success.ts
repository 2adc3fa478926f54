// Owns reading something once: everybody shares the first read, and a read that failed is forgotten, so that trying again
// tries.

export interface KeptSuccess<T> {
  (): Promise<T>
  /** The next call reads anew. */
  forget(): void
}

export function keepSuccess<T>(load: () => Promise<T>): KeptSuccess<T> {
  let loading: Promise<T> | null = null
  const read = (): Promise<T> => {
    if (loading) return loading
    const mine = load().catch((error: unknown) => {
      if (loading === mine) loading = null
      throw error
    })
    loading = mine
    return mine
  }
  return Object.assign(read, { forget: () => void (loading = null) })
}
