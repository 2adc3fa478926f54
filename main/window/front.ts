// Owns bringing the window before everything else, when the user asked for it by starting the app again or by a link.
import type { BrowserWindow } from 'electron'

export interface Front {
  /** The window, once there is one; until then it will come to the front by being shown. */
  use(window: BrowserWindow): void
  bring(): void
}

export function createFront(): Front {
  let front: BrowserWindow | null = null
  return {
    use: (window) => (front = window),
    bring() {
      if (!front || front.isDestroyed()) return
      if (front.isMinimized()) front.restore()
      front.show()
      front.focus()
    },
  }
}
