// Owns putting the main window together with what closing, quitting and being in a call mean for it.
import { app, powerSaveBlocker, type BrowserWindow } from 'electron'
import { desktopEn } from '../shared/text/desktop-en'
import type { SettingsKeeper } from './documents/settings-keeper'
import type { Page } from './compose-page'
import { createAwake } from './system/awake'
import { askOver } from './window/ask-over'
import { createAttention } from './window/attention'
import { createClosing, type Closing } from './window/closing'
import { createPutAway, type PutAway } from './window/put-away'
import type { PageEnd } from './window/page-end'
import { createQuitQuestion, type QuitQuestion } from './window/quit-question'

export type ShellParts = {
  readonly page: Page
  readonly settings: SettingsKeeper
  readonly hasTray: () => boolean
  /** The page is gone or loading anew. */
  readonly pageLeft: (contentsId: number, how: PageEnd) => void
  /** Whether the window has the keyboard, or a call is on, may have changed. */
  readonly changed: () => void
  /** "Ring me in 10 seconds", where closing to the tray is explained. */
  readonly beginTest: () => void
}

export type Shell = PutAway & {
  readonly window: BrowserWindow
  readonly closing: Closing
  readonly quitQuestion: QuitQuestion
  /** Asks first during a call. */
  readonly quit: () => void
  readonly attention: (on: boolean) => void
  readonly isFocused: () => boolean
  readonly isInCall: () => boolean
  readonly inCall: (call: { readonly active: boolean; readonly video: boolean }) => void
}

export function composeShell(parts: ShellParts): Shell {
  const awake = createAwake(powerSaveBlocker)
  let inCallNow = false
  const inCall = (call: { readonly active: boolean; readonly video: boolean }): void => {
    awake.set(call)
    quitQuestion.setInCall(call.active)
    inCallNow = call.active
    parts.changed()
  }
  // What rings in a call goes on as in a call where its page is lost, so it hears of that first.
  const letGo = (how: PageEnd): void => {
    parts.pageLeft(contentsId, how)
    inCall({ active: false, video: false })
  }
  const { window } = parts.page
  parts.page.onLeft(letGo)
  // Asked for now: a window that is closed has no contents.
  const contentsId = window.webContents.id
  const quitQuestion = createQuitQuestion({ ask: () => askWhetherToHangUp(window), quit: () => app.quit() })
  const quit = (): void => {
    if (quitQuestion.mayQuit()) app.quit()
  }
  const closing = composeClosing(window, parts, quit)
  window.on('close', (event) => {
    if (!closing.mayClose()) event.preventDefault()
  })
  for (const event of ['focus', 'blur', 'show', 'hide'] as const) onWindow(window, event, parts.changed)
  window.once('closed', () => letGo('left'))
  return {
    ...{ window, closing, quitQuestion, quit, inCall, attention: createAttention(window) },
    ...createPutAway(window, parts.hasTray),
    isFocused: () => !window.isDestroyed() && window.isVisible() && window.isFocused(),
    isInCall: () => inCallNow,
  }
}

/** Electron's types know each event by itself. */
function onWindow(window: BrowserWindow, event: string, heard: () => void): void {
  window.on(event as 'focus', heard)
}

function composeClosing(window: BrowserWindow, parts: ShellParts, quit: () => void): Closing {
  const { settings, hasTray, beginTest } = parts
  return createClosing({
    hasTray,
    isExplained: () => settings.read().trayExplained,
    explained: () => void settings.change({ trayExplained: true }),
    explain: () => explainTray(window, beginTest),
    hide: () => window.hide(),
    minimise: () => window.minimize(),
    quit,
  })
}

const ASKS = { type: 'question', cancelId: 1, noLink: true } as const

async function askWhetherToHangUp(window: BrowserWindow): Promise<boolean> {
  const { message, detail, hangUp, stay } = desktopEn.quitQuestion
  return (await askOver(window, { ...ASKS, message, detail, buttons: [hangUp, stay], defaultId: 1 })) === 0
}

async function explainTray(window: BrowserWindow, beginTest: () => void): Promise<boolean> {
  const { message, detail, stay, quit, test } = desktopEn.staysBehind
  const buttons = [quit, stay, test]
  const pressed = await askOver(window, { ...ASKS, type: 'info', message, detail, buttons, defaultId: 1 })
  // It puts the window away as closing does.
  if (pressed === 2) beginTest()
  return pressed === 0
}
