// Owns when missed calls count as seen: while their list is on the screen, in a window that is visible and has the focus.
import { useEffect, useState, useSyncExternalStore } from 'react'

interface SeenOptions {
  /** Missed calls from this number on weren't seen. */
  readonly seenBelow: number
  readonly hasUnseen: boolean
  /** The list is drawn, and nothing hides missed calls from it. */
  readonly isListed: boolean
  readonly onSeen: () => void
}

/** The number from which calls are new to whoever looks: as it was when they began, so that the marks can be read. */
export function useSeen({ seenBelow, hasUnseen, isListed, onSeen }: SeenOptions): number {
  const looking = useSyncExternalStore(followLooking, isLookedAt) && isListed
  const [newFrom, setNewFrom] = useState(seenBelow)
  if (!looking && newFrom !== seenBelow) setNewFrom(seenBelow)
  useEffect(() => {
    if (looking && hasUnseen) onSeen()
  }, [looking, hasUnseen, onSeen])
  return newFrom
}

const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

function followLooking(changed: () => void): () => void {
  window.addEventListener('focus', changed)
  window.addEventListener('blur', changed)
  document.addEventListener('visibilitychange', changed)
  return () => {
    window.removeEventListener('focus', changed)
    window.removeEventListener('blur', changed)
    document.removeEventListener('visibilitychange', changed)
  }
}
