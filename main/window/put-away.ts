// Owns taking the window off the screen for the self-test, and putting it back where it was.
import type { BrowserWindow } from 'electron'

export interface PutAway {
  /** In the tray, or minimised where nothing would bring it back. */
  readonly putAway: () => void
  /** Only what was put away, and in the tray without taking the keyboard. */
  readonly comeBack: () => void
}

type Window = Pick<
  BrowserWindow,
  'isDestroyed' | 'isVisible' | 'isMinimized' | 'hide' | 'minimize' | 'showInactive' | 'restore'
>

export function createPutAway(window: Window, hasTray: () => boolean): PutAway {
  let wasSeen = false
  return {
    putAway() {
      if (window.isDestroyed() || !window.isVisible() || window.isMinimized()) return
      wasSeen = true
      if (hasTray()) window.hide()
      else window.minimize()
    },
    comeBack() {
      if (!wasSeen || window.isDestroyed()) return
      wasSeen = false
      // A minimised one can only come back as its user would bring it.
      if (window.isMinimized()) window.restore()
      else if (!window.isVisible()) window.showInactive()
    },
  }
}
