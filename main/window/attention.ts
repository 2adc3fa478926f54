// Owns getting a person's attention while it rings: window to the front, task bar flashing, the Dock bouncing.
// Takes no keyboard from another window, since somebody may be typing there.
import { app, type BrowserWindow } from 'electron'

export function createAttention(window: BrowserWindow): (on: boolean) => void {
  let bounce: number | null = null

  function begin(): void {
    if (window.isMinimized()) window.restore()
    if (!window.isVisible()) window.showInactive()
    window.moveTop()
    window.flashFrame(!window.isFocused())
    bounce ??= app.dock?.bounce('critical') ?? null
  }

  function end(): void {
    window.flashFrame(false)
    if (bounce !== null) app.dock?.cancelBounce(bounce)
    bounce = null
  }

  return (on) => {
    if (window.isDestroyed()) return
    if (on) begin()
    else end()
  }
}
