// Owns following a media query from code, where a layout needs other parts and not only other measures.
import { useSyncExternalStore } from 'react'

/** The breakpoint below which there is one column. */
export const NARROW = '(max-width: 639.98px)'

export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
