// Owns putting main's parts together: the only place that builds them. When which happens is main.ts.
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { dialog, powerSaveBlocker, session, type BrowserWindow } from 'electron'
import { desktopEn } from '../shared/text/desktop-en'
import { describeApp } from './app-info'
import { createKeptCall } from './call/kept-call'
import { createContactsKeeper } from './documents/contacts-keeper'
import { openFolder, type Folder } from './documents/folder'
import { createHistoryKeeper } from './documents/history-keeper'
import { openDocuments } from './documents/open-documents'
import { createSettingsKeeper, type SettingsKeeper } from './documents/settings-keeper'
import type { StoredDocument } from './documents/stored-document'
import { createTroubles } from './documents/troubles'
import { createHandlers } from './handlers'
import { createIdentityKey } from './identity/identity-key'
import { IdentityKeeper } from './identity/identity-keeper'
import { createKeyStore } from './identity/key-store'
import { systemKeyring } from './identity/system-keyring'
import type { OpenedLinks } from './instance/opened-links'
import { createDispatch } from './ipc-dispatch'
import { answerCommands, tellOneWindow, tellWindows, type Tell } from './ipc'
import type { Log } from './log/log'
import { systemMediaAccess } from './media/media-access'
import { rememberAdvertised, type Advertised } from './reach/advertised-document'
import { choosePort } from './reach/choose-port'
import { ProcessServer } from './reach/embedded-server'
import { isPortFree } from './reach/free-port'
import { ReachController } from './reach/reach-controller'
import { launchServerProcess } from './reach/server-process'
import { serveApp } from './scheme/app-scheme'
import { guardPermissions } from './session/permissions'
import { createReachableOrigins, type ReachableOrigins } from './session/reachable-origins'
import { filterRequests } from './session/request-filter'
import { composeShare, type Share } from './share/compose-share'
import { readShareSystem } from './share/system-of-machine'
import { createAwake } from './system/awake'
import { watchNetwork } from './system/network-watch'
import { after, every } from './system/timers'
import { openOutside } from './system/open-outside'
import { hearResume } from './system/wakes'
import { createAttention } from './window/attention'
import { createCloseQuestion, type CloseQuestion } from './window/close-question'
import { createMainWindow } from './window/main-window'
import { applyTheme } from './window/theme'

/** Where the build put what, seen from out/main. */
const PLACES = {
  page: join(__dirname, '../renderer'),
  preload: join(__dirname, '../preload/index.cjs'),
  server: join(__dirname, 'embedded-server.cjs'),
  icons: join(__dirname, '../../assets/icons'),
} as const

export type Surroundings = {
  readonly userData: string
  readonly log: Log
  readonly links: OpenedLinks
  /** Not packaged: answers are checked, developer tools may load. */
  readonly dev: boolean
  /** Where Vite serves the renderer; null except in `npm run dev`. */
  readonly devServer: string | null
}

export type App = {
  readonly window: BrowserWindow
  readonly identity: IdentityKeeper
  readonly reach: ReachController
  readonly closeQuestion: CloseQuestion
  /** What must be done before the process ends: the server's port free, everything on the disk. */
  readonly finish: () => Promise<void>
}

export async function compose(surroundings: Surroundings): Promise<App> {
  const { log, links, userData, dev } = surroundings
  const tell = tellWindows(dev, log.named('ipc'))
  const folder = openFolder(userData)
  const troubles = createTroubles((trouble) => tell('document.trouble', trouble))
  const documents = await openDocuments({ folder, troubles, now: Date.now, log: log.named('documents') })
  const settings = createSettingsKeeper(documents.settings, (changed) => {
    applyTheme(changed.theme)
    tell('settings.changed', changed)
  })
  applyTheme(settings.read().theme)

  const origins = createReachableOrigins()
  const share = composeSharing(surroundings, tell)
  guardSession(surroundings, origins, share)
  const identity = composeIdentity(folder, tell, log)
  const reach = composeReach({ settings, advertised: documents.advertised, origins, tell, log })
  watchSystem(reach, tell)

  const keptCall = createKeptCall(() => performance.now())
  const shell = composeWindow(surroundings, (contentsId) => {
    share.pageLeft(contentsId)
    links.pageLeft()
    origins.closeAllVisits()
    keptCall.pageLeft()
  })
  const handlers = createHandlers({
    appInfo: () => describeApp(links.take(), troubles.list()),
    identity,
    settings,
    contacts: createContactsKeeper(documents.contacts, (changed) => tell('contacts.changed', changed)),
    history: createHistoryKeeper(documents.history, (changed) => tell('history.changed', changed)),
    reach,
    origins,
    keptCall,
    media: systemMediaAccess(process.platform),
    share: share.handlers,
    openOutside,
    ...shell,
  })
  answerCommands(createDispatch({ handlers, checkOutputs: dev, log: log.named('ipc') }), log.named('ipc'))
  const finish = async (): Promise<void> => {
    await reach.end()
    await Promise.all(Object.values(documents).map((document) => document.settled()))
    log.info('ended')
  }
  return { window: shell.window, closeQuestion: shell.closeQuestion, identity, reach, finish }
}

function composeIdentity(folder: Folder, tell: Tell, log: Log): IdentityKeeper {
  return new IdentityKeeper({
    store: createKeyStore(folder, Date.now),
    keyring: systemKeyring(log.named('keyring')),
    createKey: createIdentityKey,
    log: log.named('identity'),
    after,
    changed: (state) => tell('identity.changed', state),
  })
}

function composeSharing({ log, dev }: Surroundings, tell: Tell): Share {
  return composeShare({
    system: readShareSystem(),
    platform: process.platform,
    session: session.defaultSession,
    preload: PLACES.preload,
    tell,
    tellOne: tellOneWindow(dev, log.named('ipc')),
    log: log.named('share'),
  })
}

function guardSession(
  { log, dev, devServer }: Surroundings,
  reachable: ReachableOrigins,
  { mayCapture }: Share,
): void {
  serveApp(PLACES.page, devServer, log.named('scheme'))
  filterRequests(session.defaultSession, { reachable, dev, devServer, log: log.named('requests') })
  guardPermissions(session.defaultSession, mayCapture, log.named('permissions'))
}

type ReachParts = {
  readonly settings: SettingsKeeper
  readonly advertised: StoredDocument<Advertised>
  readonly origins: ReachableOrigins
  readonly tell: Tell
  readonly log: Log
}

function composeReach({ settings, advertised, origins, tell, log }: ReachParts): ReachController {
  const server = new ProcessServer({
    launch: () => launchServerProcess(PLACES.server, log.named('server')),
    after,
    pageFolder: PLACES.page,
    crashed: () => reach.serverCrashed(),
    log: log.named('server'),
  })
  const reach = new ReachController({
    settings,
    server,
    advertised: rememberAdvertised(advertised),
    choosePort: (except) => choosePort({ random: Math.random, isFree: isPortFree, except }),
    readAddresses: networkInterfaces,
    after,
    homeMoved: (base) => origins.setHome(base),
    changed: (changed) => tell('reach.changed', changed),
    log: log.named('reach'),
  })
  return reach
}

function watchSystem(reach: ReachController, tell: Tell): void {
  hearResume(() => tell('system.woke', { why: 'resume' }))
  watchNetwork({
    readAddresses: networkInterfaces,
    every,
    changed: () => {
      reach.networkChanged()
      tell('system.woke', { why: 'network' })
    },
  })
}

type Shell = {
  readonly window: BrowserWindow
  readonly closeQuestion: CloseQuestion
  readonly attention: (on: boolean) => void
  readonly inCall: (call: { readonly active: boolean; readonly video: boolean }) => void
}

function composeWindow({ log }: Surroundings, pageLeft: (contentsId: number) => void): Shell {
  const awake = createAwake(powerSaveBlocker)
  const inCall = (call: { readonly active: boolean; readonly video: boolean }): void => {
    awake.set(call)
    closeQuestion.setInCall(call.active)
  }
  const window = createMainWindow({
    preload: PLACES.preload,
    iconFolder: PLACES.icons,
    platform: process.platform,
    log: log.named('window'),
    pageLeft: () => {
      letGo()
      pageLeft(contentsId)
    },
  })
  // Asked for now: a window that is closed has no contents.
  const contentsId = window.webContents.id
  const attention = createAttention(window)
  const letGo = (): void => {
    inCall({ active: false, video: false })
    attention(false)
  }
  const closeQuestion = createCloseQuestion({
    ask: () => askWhetherToHangUp(window),
    close: () => window.close(),
  })
  window.on('close', (event) => {
    if (!closeQuestion.mayClose()) event.preventDefault()
  })
  window.once('closed', () => {
    letGo()
    pageLeft(contentsId)
  })
  return { window, closeQuestion, attention, inCall }
}

async function askWhetherToHangUp(window: BrowserWindow): Promise<boolean> {
  const { message, detail, hangUp, stay } = desktopEn.closeQuestion
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message,
    detail,
    buttons: [hangUp, stay],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
