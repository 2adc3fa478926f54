// Owns the way from the renderer to its host. The only reader of window.desktop; other hosts are guest-desktop.ts and
// memory-desktop.ts.
import type { Desktop } from '../../shared/ipc/desktop-api'

export type { Desktop } from '../../shared/ipc/desktop-api'

declare global {
  interface Window {
    /** Set by preload in Electron, absent in a browser. */
    readonly desktop?: Desktop
  }
}

export function electronDesktop(): Desktop | null {
  return window.desktop ?? null
}
