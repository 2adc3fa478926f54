// Owns a person's attention while it rings, at the edge of their screen: the task bar flashing, the Dock bouncing. The
// window stays as and where it is: somebody may be typing elsewhere, and one that was closed to the tray stays closed.
import { app, type BrowserWindow } from 'electron'

export function createAttention(window: BrowserWindow): (on: boolean) => void {
  let flashes = false
  let bounce: number | null = null

  /** One that is hidden has no place in the task bar. */
  const canFlash = (): boolean => (window.isVisible() || window.isMinimized()) && !window.isFocused()

  function flash(on: boolean): void {
    if (on === flashes) return
    flashes = on
    window.flashFrame(on)
  }

  return (on) => {
    if (window.isDestroyed()) return
    flash(on && canFlash())
    if (on) bounce ??= app.dock?.bounce('critical') ?? null
    else if (bounce !== null) {
      app.dock?.cancelBounce(bounce)
      bounce = null
    }
  }
}
