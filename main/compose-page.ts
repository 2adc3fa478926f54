// Owns the window and its page, begun before all else: while the page's own process starts, the rest of main is put together.
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { answerCommands } from './ipc'
import type { Dispatch } from './ipc-dispatch'
import type { Log } from './log/log'
import { createMainWindow, loadMainWindow } from './window/main-window'
import type { PageEnd } from './window/page-end'

export type PageParts = {
  readonly preload: string
  readonly assets: string
  readonly log: Log
}

export type Page = {
  readonly window: BrowserWindow
  /** It can be shown; also where the page couldn't be loaded: an empty window can be closed. */
  readonly drawn: Promise<void>
  /** What it asks before this is called waits for it. */
  readonly answer: (dispatch: Dispatch) => void
  /** What it leaves before this is called nobody holds yet. */
  readonly onLeft: (heard: (how: PageEnd) => void) => void
}

/** The session must be guarded by now. */
export function beginPage({ preload, assets, log }: PageParts): Page {
  let left: (how: PageEnd) => void = () => undefined
  let answer: (dispatch: Dispatch) => void = () => undefined
  const dispatch = new Promise<Dispatch>((resolve) => (answer = resolve))
  answerCommands(dispatch, log.named('ipc'))
  const window = createMainWindow({
    ...{ preload, iconFolder: join(assets, 'icons'), platform: process.platform },
    log: log.named('window'),
    pageLeft: (how) => left(how),
  })
  const drawn = loadMainWindow(window, log.named('window'))
  return { window, drawn, answer, onLeft: (heard) => (left = heard) }
}
