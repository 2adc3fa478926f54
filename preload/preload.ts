// Owns exposing `window.desktop` to our page, and nothing else. What it does is bridge.ts.
import { contextBridge, ipcRenderer } from 'electron'
import { createBridge } from './bridge'

// The build writes the contract's names here (build/electron.vite.config.ts).
declare const __COMMAND_NAMES__: readonly string[]
declare const __EVENT_NAMES__: readonly string[]

contextBridge.exposeInMainWorld(
  'desktop',
  createBridge(ipcRenderer, { commands: __COMMAND_NAMES__, events: __EVENT_NAMES__ }),
)
