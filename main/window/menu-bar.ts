// Owns that the menu's bar is never shown where it isn't the system's own.
import type { BrowserWindow } from 'electron'

type Barred = Pick<BrowserWindow, 'setMenuBarVisibility'> & {
  on(event: 'leave-full-screen' | 'leave-html-full-screen', listener: () => void): unknown
}

/** Electron shows the bar again whenever full screen ends. Not by autoHideMenuBar: then Alt would show it. */
export function keepMenuHidden(window: Barred, platform: string): void {
  if (platform === 'darwin') return
  const hide = (): void => window.setMenuBarVisibility(false)
  window.on('leave-full-screen', hide)
  window.on('leave-html-full-screen', hide)
  hide()
}
