// Owns the order in which the app comes up, read from top to bottom. What is built is compose.ts.
import { app, dialog, Menu, session, type BrowserWindow } from 'electron'
import { beginAfterWindow } from './after-window'
import { logsFolder } from './app-commands'
import { compose, type App } from './compose'
import { beginDeletion, finishDeletion } from './documents/delete-everything'
import { desktopEn } from '../shared/text/desktop-en'
import { complaintWords, handedOverWords } from '../shared/text/terminal-words'
import { linkHandlerOf } from './instance/link-handler-rules'
import { createOpenedLinks } from './instance/opened-links'
import { claimInstance, hearOpenedUrls, hearSecondStarts } from './instance/single-instance'
import { tellWindows } from './ipc'
import { kindOfError, type Log } from './log/log'
import { createFileLog } from './log/log-file'
import { chooseProfile } from './profile'
import { declareAppScheme } from './scheme/app-scheme'
import { guardNavigation } from './session/navigation-guard'
import { unusableFeatures } from './share/share-abilities'
import { readShareSystem } from './share/system-of-machine'
import { disableFeatures } from './system/chromium-features'
import { sandboxOf } from './system/sandbox'
import { hearSessionEnd } from './system/session-end'
import { after } from './system/timers'
import { readArguments } from './verbs/read-arguments'
import { needsRunning, startsHidden, verbsToHandOver, type Start } from './verbs/start-rules'
import { createWaitingVerbs } from './verbs/waiting-verbs'
import { setApplicationMenu } from './window/application-menu'
import { createFront } from './window/front'

/** A page that has just been drawn asks for what it shows; what holds main up begins after that. */
const PAGE_FIRST_MS = 400

async function start(userData: string, log: Log, fresh: boolean, asked: Start): Promise<void> {
  const dev = !app.isPackaged
  const devServer = dev ? (process.env['ELECTRON_RENDERER_URL'] ?? null) : null
  const tell = tellWindows(dev, log.named('ipc'))
  const links = createOpenedLinks((link) => tell('link.opened', { link }))
  const front = createFront()
  const verbs = createWaitingVerbs()
  verbs.ask(asked.verbs)
  hearOpenedUrls(verbs.ask)
  hearSecondStarts(verbs.ask)
  guardNavigation(log.named('navigation'))

  // Electron's own would be built for nothing.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  await app.whenReady()
  // What Chromium itself keeps of our page goes with the rest.
  if (fresh) await emptySession()
  const hidden = startsHidden(asked) || openedAtLogin()
  let beginRest = (): void => undefined
  const calm = new Promise<void>((resolve) => (beginRest = resolve))
  // Before the window, which shows the bar of one that comes later.
  setApplicationMenu({
    platform: process.platform,
    develop: devServer !== null,
    closeWindow: () => parts.page.window.close(),
    quit: () => parts.shell.quit(),
  })
  const parts = await compose({ userData, log, links, front, calm, hidden, dev, devServer })
  const { window, drawn } = parts.page
  front.use(window)
  endWell(userData, parts)

  // Neither waits for the other: the window is there before a server or a keyring is.
  void parts.reach.begin()
  const inFile = parts.identity.loadFromFile()
  await drawn
  if (!hidden && !window.isDestroyed() && !window.isVisible()) window.show()
  after(PAGE_FIRST_MS, beginRest)
  if (hidden) await stayReachable(window, parts.tray)
  log.info('window is up', { hidden })
  // Not before: coming to the front would show a window that isn't drawn yet.
  verbs.begin(parts.doVerb)
  await inFile
  await beginAfterWindow({
    ...{ identity: parts.identity.load(), calm },
    beginUpdates: () => parts.updates.begin(),
    takeLinks: () => takeLinks(log),
  })
}

/** Of a window that no tray shows nothing would bring it back. */
async function stayReachable(window: BrowserWindow, tray: App['tray']): Promise<void> {
  await tray.asked
  if (!tray.isThere() && !window.isDestroyed() && !window.isVisible()) window.minimize()
}

/** macOS starts apps with the session without a word of ours. */
const openedAtLogin = (): boolean =>
  process.platform === 'darwin' && app.isPackaged && app.getLoginItemSettings().wasOpenedAtLogin

/** Last: on Linux the system's own script is asked, which everything waits for. */
function takeLinks(log: Log): void {
  const { execPath, env } = process
  const handler = linkHandlerOf({ packaged: app.isPackaged, sandboxed: sandboxOf(env) !== null, execPath })
  if (handler === null) return
  log.info('links', { ours: app.setAsDefaultProtocolClient('parley', handler.path, [...handler.args]) })
}

async function emptySession(): Promise<void> {
  const { defaultSession } = session
  await Promise.all([defaultSession.clearStorageData(), defaultSession.clearCache()])
}

function endWell(userData: string, { page, shell: { closing, quitQuestion }, updates, finish }: App): void {
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    // Elsewhere than on macOS whoever quits by our own menus was asked; else it is the system, a signal or a test's driver.
    if (process.platform !== 'darwin') quitQuestion.waive()
    if (quitQuestion.mayQuit()) closing.leave()
    else event.preventDefault()
  })
  hearSessionEnd(page.window, () => {
    quitQuestion.waive()
    app.quit()
  })
  app.once('will-quit', (event) => {
    event.preventDefault()
    // Only from a later turn: inside the event Electron still counts as quitting, and would ignore us.
    void finish().finally(() => {
      beginDeletion(userData)
      setImmediate(() => {
        if (updates.end() !== 'ends-by-itself') app.exit(0)
      })
    })
  })
}

/** Whoever typed the start reads why no window came. */
function leave(line: string, code: 0 | 1): void {
  const out = code === 0 ? process.stdout : process.stderr
  out.write(`${line}\n`, () => app.exit(code))
}

/** Nothing is opened over what should be gone: it would be taken for the person's own again. */
async function sayLeft(userData: string, names: readonly string[]): Promise<void> {
  await app.whenReady()
  const { title, left } = desktopEn.deletion
  dialog.showErrorBox(title, left(userData, names.join(', ')))
  app.exit(1)
}

function main(): void {
  const { terminal } = desktopEn
  const asked = readArguments(process.argv)
  if (asked.is === 'help') return leave(terminal.help, 0)
  if (asked.is === 'version') return leave(terminal.version(app.getVersion()), 0)
  if (asked.is === 'wrong') return leave(complaintWords(asked.complaint), 1)
  const userData = chooseProfile(app)
  if (userData === null) return leave(terminal.wrongProfile, 1)
  // As root Chromium's sandbox can't be used; enableSandbox() would take that switch away, and no child would start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  disableFeatures(app.commandLine, unusableFeatures(readShareSystem()))
  declareAppScheme()
  const handedOver = verbsToHandOver(asked)
  if (!claimInstance(handedOver)) return leave(handedOverWords(handedOver), 0)
  // Only who claims it knows that none runs. A start that waits meanwhile gets the claim as this one ends.
  if (needsRunning(asked)) return leave(terminal.notRunning, 1)
  const deletion = finishDeletion(userData)
  if (deletion.is === 'left') return void sayLeft(userData, deletion.names)
  const fresh = deletion.is === 'done'
  const log = createFileLog(logsFolder(userData))
  if (fresh) log.info('everything was deleted')
  start(userData, log, fresh, asked).catch((error: unknown) => {
    log.error('start failed', { why: kindOfError(error) })
    app.exit(1)
  })
}

main()
