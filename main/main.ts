// Owns the order in which the app comes up, read from top to bottom. What is built is compose.ts.
import { join } from 'node:path'
import { app } from 'electron'
import { compose, type App } from './compose'
import { findLink, createOpenedLinks } from './instance/opened-links'
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
import { hearSessionEnd } from './system/session-end'
import { setApplicationMenu } from './window/application-menu'
import { createFront } from './window/front'
import { showMainWindow } from './window/main-window'

async function start(userData: string, log: Log): Promise<void> {
  const dev = !app.isPackaged
  const devServer = dev ? (process.env['ELECTRON_RENDERER_URL'] ?? null) : null
  const tell = tellWindows(dev, log.named('ipc'))
  const links = createOpenedLinks((link) => tell('link.opened', { link }))
  links.open(findLink(process.argv))
  const front = createFront()
  const opened = (link: string | null): void => {
    front.bring()
    links.open(link)
  }
  hearOpenedUrls(opened)
  hearSecondStarts(opened)
  guardNavigation(log.named('navigation'))

  await app.whenReady()
  const parts = await compose({ userData, log, links, dev, devServer })
  const { window } = parts
  front.use(window)
  setApplicationMenu({ platform: process.platform, dev, closeWindow: () => window.close() })
  endWell(parts)

  // Neither waits for the other: the window is there before a server or a keyring is.
  void parts.reach.begin()
  await showMainWindow(window, log.named('window'))
  log.info('window is up')
  await parts.identity.load()
}

function endWell({ window, closeQuestion, finish }: App): void {
  app.on('window-all-closed', () => app.quit())
  // Elsewhere than on macOS only the system, a signal or a test's driver quits without closing the window first.
  app.on('before-quit', () => {
    if (process.platform !== 'darwin') closeQuestion.waive()
  })
  hearSessionEnd(window, () => {
    closeQuestion.waive()
    app.quit()
  })
  app.once('will-quit', (event) => {
    event.preventDefault()
    // Only from a later turn: inside the event Electron still counts as quitting, and would ignore us.
    void finish().finally(() => setImmediate(() => app.exit(0)))
  })
}

function main(): void {
  const userData = chooseProfile(app)
  // As root Chromium's sandbox can't be used; enableSandbox() would take that switch away, and no child would start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  disableFeatures(app.commandLine, unusableFeatures(readShareSystem()))
  declareAppScheme()
  if (!claimInstance(process.argv)) {
    app.exit(0)
    return
  }
  const log = createFileLog(join(userData, 'logs'))
  start(userData, log).catch((error: unknown) => {
    log.error('start failed', { why: kindOfError(error) })
    app.exit(1)
  })
}

main()
