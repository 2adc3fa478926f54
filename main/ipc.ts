// Owns Electron's IPC: the only file that uses ipcMain and webContents.send. What a command does is ipc-dispatch.ts.
import { app, BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { toWire } from '../shared/ipc/as-text'
import { COMMAND_CHANNEL, EVENT_CHANNEL, channelOf } from '../shared/ipc/channels'
import { COMMANDS, EVENTS, type CommandName, type EventName, type EventPayload } from '../shared/ipc/contract'
import { fail, ok } from '../shared/result'
import { createContractCheck } from './contract-check'
import type { Asker, Dispatch } from './ipc-dispatch'
import type { Log } from './log/log'
import { hears, judgeSender, pageOf, type Sender } from './sender-rules'

const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)

type ContentsOfWindows = Pick<WeakSet<WebContents>, 'has'>

/** Also of those that were closed since: what a page sent last may come after that. */
function contentsOfWindows(): ContentsOfWindows {
  const made = new WeakSet(BrowserWindow.getAllWindows().map(({ webContents }) => webContents))
  app.on('browser-window-created', (_event, { webContents }) => void made.add(webContents))
  return made
}

function senderOf(event: IpcMainInvokeEvent, made: ContentsOfWindows): Sender {
  const { sender, senderFrame: frame } = event
  const isOpen = BrowserWindow.fromWebContents(sender) !== null
  return {
    window: isOpen ? 'open' : made.has(sender) ? 'closed' : 'none',
    frame: frame && { isMainFrame: frame.parent === null, url: frame.url },
  }
}

/** A page may ask before there is what answers it. */
export function answerCommands(dispatch: Promise<Dispatch>, log: Log): void {
  const made = contentsOfWindows()
  for (const name of Object.keys(COMMANDS).filter(isCommandName)) {
    ipcMain.handle(channelOf(COMMAND_CHANNEL, name), (event, input: unknown) => {
      // Synchronously at the start: a frame may be gone after the first await.
      const judged = judgeSender(senderOf(event, made), name)
      if (judged === 'allowed') return answerOf(dispatch, name, input, event.sender.id)
      if (judged === 'stranger') log.error('command from a stranger', { name })
      return fail('forbidden-sender')
    })
  }
}

async function answerOf(dispatch: Promise<Dispatch>, name: CommandName, input: unknown, asker: Asker) {
  const answer = await (await dispatch)(name, input, asker)
  return answer.ok ? ok(toWire(name, answer.value)) : answer
}

/** To every page that hears this event. */
export type Tell = <N extends EventName>(name: N, payload: EventPayload<N>) => void
/** To one page alone, if it is still there and hears this event. */
export type TellOne = <N extends EventName>(asker: Asker, name: N, payload: EventPayload<N>) => void

export function tellWindows(checkPayloads: boolean, log: Log): Tell {
  const send = sender(checkPayloads, log)
  return (name, payload) => {
    for (const contents of windowContents()) send(contents, name, payload)
  }
}

export function tellOneWindow(checkPayloads: boolean, log: Log): TellOne {
  const send = sender(checkPayloads, log)
  return (asker, name, payload) => {
    for (const contents of windowContents()) if (contents.id === asker) send(contents, name, payload)
  }
}

const windowContents = (): readonly WebContents[] =>
  BrowserWindow.getAllWindows().flatMap((window) => (window.isDestroyed() ? [] : [window.webContents]))

function sender(checkPayloads: boolean, log: Log) {
  const isRight = createContractCheck()
  return <N extends EventName>(contents: WebContents, name: N, payload: EventPayload<N>): void => {
    if (checkPayloads && !isRight(EVENTS[name], payload)) log.error('event breaks the contract', { name })
    const page = pageOf(contents.getURL())
    if (page !== null && hears(page, name))
      contents.send(channelOf(EVENT_CHANNEL, name), toWire(name, payload))
  }
}
