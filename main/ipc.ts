// Owns Electron's IPC: the only file that uses ipcMain and webContents.send. What a command does is ipc-dispatch.ts.
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { COMMAND_CHANNEL, EVENT_CHANNEL, channelOf } from '../shared/ipc/channels'
import { COMMANDS, EVENTS, type CommandName, type EventName, type EventPayload } from '../shared/ipc/contract'
import { fail } from '../shared/result'
import type { Dispatch } from './ipc-dispatch'
import type { Log } from './log/log'
import { mayUseIpc, type Sender } from './sender-rules'

const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame
  return {
    ofOurWindow: BrowserWindow.fromWebContents(event.sender) !== null,
    frame: frame && { isMainFrame: frame === event.sender.mainFrame, url: frame.url },
  }
}

export function answerCommands(dispatch: Dispatch, log: Log): void {
  for (const name of Object.keys(COMMANDS).filter(isCommandName)) {
    ipcMain.handle(channelOf(COMMAND_CHANNEL, name), (event, input: unknown) => {
      // Synchronously at the start: a frame may be gone after the first await.
      if (mayUseIpc(senderOf(event))) return dispatch(name, input)
      log.error('command from a stranger', { name })
      return fail('forbidden-sender')
    })
  }
}

export type Tell = <N extends EventName>(name: N, payload: EventPayload<N>) => void

export function tellWindows(checkPayloads: boolean, log: Log): Tell {
  return (name, payload) => {
    if (checkPayloads && !EVENTS[name].safeParse(payload).success)
      log.error('event breaks the contract', { name })
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.isDestroyed()) window.webContents.send(channelOf(EVENT_CHANNEL, name), payload)
    }
  }
}
