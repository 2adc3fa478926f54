// Owns what a page gets of the desktop: `window.desktop`, made from the names of the contract and nothing else.
// The checks stay in main: a sandboxed preload is one small file.
import { contextBridge, ipcRenderer } from 'electron'
import { COMMAND_CHANNEL, EVENT_CHANNEL, channelOf } from '../shared/ipc/channels'
import type { Failure } from '../shared/result'

// The build writes the contract's names here (build/electron.vite.config.ts).
declare const __COMMAND_NAMES__: readonly string[]
declare const __EVENT_NAMES__: readonly string[]

const commands = new Set(__COMMAND_NAMES__)
const events = new Set(__EVENT_NAMES__)
const failure = (code: Failure['code'], detail: string): Failure => ({ ok: false, code, detail })

contextBridge.exposeInMainWorld('desktop', {
  async call(name: string, input: unknown): Promise<unknown> {
    if (!commands.has(name)) return failure('bad-input', 'unknown command')
    try {
      return await ipcRenderer.invoke(channelOf(COMMAND_CHANNEL, name), input)
    } catch (error) {
      // Main answers with a Result, so this is a bug of ours or a value that can't be copied.
      return failure('internal', error instanceof Error ? error.name : 'unknown')
    }
  },
  on(name: string, listener: (payload: unknown) => void): () => void {
    if (!events.has(name)) throw new TypeError('unknown event')
    const channel = channelOf(EVENT_CHANNEL, name)
    const heard = (_event: unknown, payload: unknown): void => listener(payload)
    ipcRenderer.on(channel, heard)
    return () => {
      ipcRenderer.off(channel, heard)
    }
  },
})
