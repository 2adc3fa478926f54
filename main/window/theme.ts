// Owns light and dark as far as the system draws them: the window's ground before the page is there, native dialogs.
import { nativeTheme, type BrowserWindow } from 'electron'
import type { Settings } from '../../shared/model/settings'

/** `--bg` of the renderer's tokens.css, so that nothing flashes while the page loads. */
const GROUND = { light: '#fbfbf9', dark: '#161a19' } as const

export function groundColour(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light
}

/** The page follows by prefers-color-scheme. */
export function applyTheme(theme: Settings['theme']): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
}

export function followTheme(window: BrowserWindow): void {
  const repaint = (): void => window.setBackgroundColor(groundColour())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
}
