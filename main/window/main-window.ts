// Owns the one window: its size, its sandbox, showing it without a flash, and what happens when its page dies.
import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { desktopEn } from '../../shared/text/desktop-en'
import { kindOfError, type Log } from '../log/log'
import { redactLine } from '../log/redact-line'
import { APP_PAGE } from '../scheme/app-origin'
import { askOver } from './ask-over'
import { AWAKE_PAGE, LOCKED_PAGE } from './locked-page'
import { keepMenuHidden } from './menu-bar'
import type { PageEnd } from './page-end'
import { followTheme, groundColour } from './theme'

export type MainWindowOptions = {
  readonly preload: string
  readonly iconFolder: string
  readonly platform: string
  readonly log: Log
  /** The page is gone or loading anew: whatever it held is to be let go, or kept for the next one. */
  readonly pageLeft: (how: PageEnd) => void
}

const SIZE = { width: 1080, height: 720, minWidth: 360, minHeight: 480 } as const
const RELOAD_PAUSE_MS = 60_000

export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    title: desktopEn.appName,
    show: false,
    backgroundColor: groundColour(),
    // The other systems take the icon from the installed app.
    ...(options.platform === 'linux' ? { icon: join(options.iconFolder, 'app-256.png') } : {}),
    webPreferences: { preload: options.preload, ...LOCKED_PAGE, ...AWAKE_PAGE },
  })
  keepMenuHidden(window, options.platform)
  followTheme(window)
  reloadWhenGone(window, options)
  passConsole(window, options.log)
  window.webContents.on('did-navigate', () => options.pageLeft('loads'))
  return window
}

/** Resolves when the page is drawn; also where it couldn't be loaded: an empty window can be closed. */
export function loadMainWindow(window: BrowserWindow, log: Log): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', () => resolve())
    window.loadURL(APP_PAGE).catch((error: unknown) => {
      log.error('page not loaded', { why: kindOfError(error) })
      resolve()
    })
  })
}

/** Once by itself; a page that dies again so soon waits for the person, so that it doesn't die for ever. */
function reloadWhenGone(window: BrowserWindow, { log, pageLeft }: MainWindowOptions): void {
  let reloadedAt = -Infinity

  function reload(): void {
    reloadedAt = performance.now()
    window.webContents.reload()
  }

  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('page process gone', { reason: details.reason })
    if (details.reason === 'clean-exit') return pageLeft('left')
    pageLeft('lost')
    if (performance.now() - reloadedAt >= RELOAD_PAUSE_MS) return reload()
    void wantsReload(window).then((wanted) => {
      if (window.isDestroyed()) return
      if (wanted) reload()
      else window.destroy()
    })
  })
}

async function wantsReload(window: BrowserWindow): Promise<boolean> {
  const { message, detail, reload, quit } = desktopEn.pageGone
  const options = { message, detail, buttons: [reload, quit], defaultId: 0, cancelId: 0, noLink: true }
  return (await askOver(window, { ...options, type: 'error' })) === 0
}

function passConsole(window: BrowserWindow, log: Log): void {
  const page = log.named('page')
  window.webContents.on('console-message', (event) => {
    if (event.level === 'debug') return
    const line = redactLine(event.message)
    if (event.level === 'error') page.error(line)
    else page.info(line)
  })
}
