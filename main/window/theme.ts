// Owns light and dark as far as the system draws them: the window's ground before the page is there, native dialogs.
import { nativeTheme, type BrowserWindow } from 'electron'
import type { Settings } from '../../shared/model/settings'

/** `--bg` and `--raised` of the renderer's tokens.css, so that nothing flashes while the page loads. */
const GROUND = { light: '#fbfbf9', dark: '#161a19' } as const
const RAISED = { light: '#ffffff', dark: '#262c2a' } as const

const ofTheme = (colour: { readonly light: string; readonly dark: string }): string =>
  nativeTheme.shouldUseDarkColors ? colour.dark : colour.light

export const groundColour = (): string => ofTheme(GROUND)

/** Of a small window that lies over others. */
export const raisedColour = (): string => ofTheme(RAISED)

/** The page follows by prefers-color-scheme. */
export function applyTheme(theme: Settings['theme']): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
}

export function followTheme(window: BrowserWindow): void {
  const repaint = (): void => window.setBackgroundColor(groundColour())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
}
