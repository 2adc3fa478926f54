// Owns the window's full screen: whether it is, and switching it.
import { useSyncExternalStore } from 'react'

function subscribe(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed)
  return () => document.removeEventListener('fullscreenchange', changed)
}

export function useFullScreen(): readonly [boolean, () => void] {
  const isFull = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null)
  const toggle = () => {
    // Asked now: the event that tells of a change comes with the next frame, and a key may come before it.
    const change =
      document.fullscreenElement === null
        ? document.documentElement.requestFullscreen()
        : document.exitFullscreen()
    // Refused where the window manager or an embedding page doesn't allow it: the window stays as it is.
    change.catch(() => undefined)
  }
  return [isFull, toggle]
}
