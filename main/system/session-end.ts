// Owns hearing that the system wants us gone: a signal, a shutdown, the end of the user's session.
import { powerMonitor, type BrowserWindow } from 'electron'

export function hearSessionEnd(window: BrowserWindow, ending: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, ending)
  powerMonitor.on('shutdown', ending) // macOS and Linux
  window.on('session-end', ending) // Windows
}
