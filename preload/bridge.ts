// Owns what a page gets of the desktop, made from the names of the contract. Electron's side is preload.ts.
// The checks stay in main: a sandboxed preload is one small file.
import { COMMAND_CHANNEL, EVENT_CHANNEL, channelOf } from '../shared/ipc/channels'
import type { Failure } from '../shared/result'

type Heard = (event: unknown, payload: unknown) => void

/** Electron's ipcRenderer, as far as it is used. */
export interface Wire {
  invoke(channel: string, input: unknown): Promise<unknown>
  on(channel: string, heard: Heard): unknown
  off(channel: string, heard: Heard): unknown
}

export interface Bridge {
  call(name: string, input?: unknown): Promise<unknown>
  on(name: string, listener: (payload: unknown) => void): () => void
}

export type BridgeNames = { readonly commands: readonly string[]; readonly events: readonly string[] }

const failure = (code: Failure['code'], detail: string): Failure => ({ ok: false, code, detail })

export function createBridge(wire: Wire, names: BridgeNames): Bridge {
  return {
    async call(name, input) {
      if (!names.commands.includes(name)) return failure('bad-input', 'unknown command')
      try {
        return await wire.invoke(channelOf(COMMAND_CHANNEL, name), input)
      } catch (error) {
        // Main answers with a Result, so this is a bug of ours or a value that can't be copied.
        return failure('internal', error instanceof Error ? error.name : 'unknown')
      }
    },
    on(name, listener) {
      if (!names.events.includes(name)) throw new TypeError('unknown event')
      const channel = channelOf(EVENT_CHANNEL, name)
      const heard: Heard = (_event, payload) => listener(payload)
      wire.on(channel, heard)
      return () => {
        wire.off(channel, heard)
      }
    },
  }
}
