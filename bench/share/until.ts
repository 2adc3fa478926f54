// Owns waiting for something that only looking tells.
import { setTimeout as wait } from 'node:timers/promises'

const PAUSE_MS = 50

/** @returns null where it never was so. */
export async function within<T>(ms: number, look: () => Promise<T | null | undefined>): Promise<T | null> {
  const end = performance.now() + ms
  for (;;) {
    const found = await look()
    if (found !== null && found !== undefined) return found
    if (performance.now() > end) return null
    await wait(PAUSE_MS)
  }
}

export async function until<T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> {
  const found = await within(30_000, look)
  if (found === null) throw new Error(`Never: ${what}.`)
  return found
}
