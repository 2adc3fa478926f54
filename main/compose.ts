// Owns putting main's parts together: the only place that builds them. When which happens is main.ts.
import { join } from 'node:path'
import { app, globalShortcut, session, type BrowserWindow } from 'electron'
import type { EventName } from '../shared/ipc/contract'
import { createAppCommands } from './app-commands'
import { describeApp } from './app-info'
import { createKeptCall } from './call/kept-call'
import { beginPage, type Page } from './compose-page'
import { composeReach, watchSystem } from './compose-reach'
import { composeOutside } from './compose-outside'
import type { Ringing } from './compose-ringing'
import type { Shell } from './compose-shell'
import type { TrayPart } from './compose-tray'
import { createDocumentKeeper } from './documents/document-keeper'
import { openFolder, type Folder } from './documents/folder'
import { openDocuments, type Documents } from './documents/open-documents'
import { createPictureFolder } from './documents/picture-folder'
import { picturesOf } from './documents/pictures-of'
import { createSettingsKeeper, type SettingsKeeper } from './documents/settings-keeper'
import { createTroubles, type Troubles } from './documents/troubles'
import { createHandlers, type HandlerParts } from './handlers'
import { systemBackupFiles } from './identity/backup-files'
import { createIdentityKey } from './identity/identity-key'
import { IdentityKeeper } from './identity/identity-keeper'
import { IdentitySaving } from './identity/identity-saving'
import { createKeyStore } from './identity/key-store'
import { systemKeyring } from './identity/system-keyring'
import type { OpenedLinks } from './instance/opened-links'
import { JoinCodes } from './join/join-codes'
import { createDispatch } from './ipc-dispatch'
import { tellOneWindow, tellWindows, type Tell } from './ipc'
import type { Log } from './log/log'
import { composeLogin } from './login/compose-login'
import { systemMediaAccess } from './media/media-access'
import type { ReachController } from './reach/reach-controller'
import { serveApp } from './scheme/app-scheme'
import { guardDownloads } from './session/downloads'
import { guardPermissions } from './session/permissions'
import { createReachableOrigins, type ReachableOrigins } from './session/reachable-origins'
import { filterRequests } from './session/request-filter'
import { fetchNoDictionary } from './session/spelling'
import { composeShare, type Share } from './share/compose-share'
import { readShareSystem } from './share/system-of-machine'
import { after } from './system/timers'
import { openOutside } from './system/open-outside'
import type { Verb } from '../shared/model/verbs'
import type { UpdateController } from './updates/update-controller'
import { createGlobalKeys, type GlobalKeys } from './verbs/global-keys'
import type { Front } from './window/front'
import { applyTheme } from './window/theme'

/** Where the build put what, seen from out/main. */
const PLACES = {
  page: join(__dirname, '../renderer'),
  preload: join(__dirname, '../preload/index.cjs'),
  server: join(__dirname, 'embedded-server.cjs'),
  assets: join(__dirname, '../../assets'),
} as const

export type Surroundings = {
  readonly userData: string
  readonly log: Log
  readonly links: OpenedLinks
  readonly front: Front
  /** The window is there, or none is wanted: what it doesn't need may begin. */
  readonly calm: Promise<void>
  /** This start stays hidden: most likely the system made it. */
  readonly hidden: boolean
  /** Not packaged: answers are checked, developer tools may load. */
  readonly dev: boolean
  /** Where Vite serves the renderer; null except in `npm run dev`. */
  readonly devServer: string | null
}

export type App = {
  readonly page: Page
  readonly shell: Shell
  readonly doVerb: (verb: Verb) => void
  readonly tray: TrayPart
  readonly identity: IdentityKeeper
  readonly reach: ReachController
  readonly updates: UpdateController
  /** What must be done before the process ends: the server's port free, everything on the disk. */
  readonly finish: () => Promise<void>
}

export async function compose(surroundings: Surroundings): Promise<App> {
  const { log, links, userData, dev } = surroundings
  let outsideChanged = (): void => undefined
  const tell = alsoHeard(tellWindows(dev, log.named('ipc')), () => outsideChanged())
  const origins = createReachableOrigins()
  const share = composeSharing(surroundings, tell)
  guardSession(surroundings, origins, share)
  const page = beginPage({ ...PLACES, log })

  const folder = openFolder(userData)
  const troubles = createTroubles((trouble) => tell('document.trouble', trouble))
  const documents = await openDocuments({ folder, troubles, now: Date.now, log: log.named('documents') })
  const settings = composeSettings(documents, tell)
  const identity = composeIdentity(folder, tell, log)
  const reach = composeReach({
    ...{ settings, advertised: documents.advertised, origins, tell, log },
    ...{ serverFile: PLACES.server, pageFolder: PLACES.page },
  })
  watchSystem(reach, tell)

  const joinCodes = composeJoinCodes(documents, log)
  const keptCall = createKeptCall(() => performance.now())
  const people = composePeople(surroundings, documents, tell)
  const login = composeLogin({ app, startedHidden: surroundings.hidden, log: log.named('login') })
  const { ringing, shell, updates } = composeOutside({
    ...{ ...surroundings, preload: PLACES.preload, assets: PLACES.assets },
    ...{ page, settings, login, tell, contacts: people.contacts, history: people.history },
    pageLeft: (contentsId) => {
      share.pageLeft(contentsId)
      links.pageLeft()
      origins.closeAllVisits()
      keptCall.pageLeft()
      keys.pause(false)
    },
  })
  const keys = composeKeys(ringing.doVerb, tell, log)
  outsideChanged = () => {
    keys.follow(settings.read().globalKeys)
    ringing.refresh()
  }
  outsideChanged()
  answerPages(surroundings, {
    ...{ troubles, identity, settings, login, keys, reach, origins },
    ...{ joinCodes, keptCall, page, shell, share, ringing, updates, ...people },
  })
  const finish = (): Promise<void> => finishAll({ keys, ringing, reach, documents, log })
  const { doVerb, tray } = ringing
  return { page, shell, doVerb, tray, identity, reach, updates, finish }
}

type Finishing = Pick<App, 'reach'> & {
  readonly keys: GlobalKeys
  readonly ringing: Ringing
  readonly documents: Documents
  readonly log: Log
}

async function finishAll({ keys, ringing, reach, documents, log }: Finishing): Promise<void> {
  keys.end()
  ringing.end()
  await reach.end()
  await Promise.all(Object.values(documents).map((document) => document.settled()))
  log.info('ended')
}

function composeSettings(documents: Documents, tell: Tell): SettingsKeeper {
  const settings = createSettingsKeeper(documents.settings, (changed) => {
    applyTheme(changed.theme)
    tell('settings.changed', changed)
  })
  applyTheme(settings.read().theme)
  return settings
}

type Answering = Omit<
  HandlerParts,
  'ring' | 'appInfo' | 'app' | 'saving' | 'media' | 'share' | 'quit' | 'inCall' | 'openOutside'
> & {
  readonly troubles: Troubles
  readonly page: Page
  readonly shell: Shell
  readonly share: Share
  readonly ringing: Ringing
}

function answerPages({ log, links, userData, dev }: Surroundings, parts: Answering): void {
  const { troubles, page, shell, share, ringing, identity } = parts
  const saving = composeSaving(identity, page.window, log)
  const handlers = createHandlers({
    ...parts,
    ...{ saving, openOutside, ring: ringing.handlers, share: share.handlers },
    appInfo: () => describeApp(links.take(), troubles.list(), saving.takeRestored()),
    app: createAppCommands(userData, () => shell.quitQuestion.waive()),
    media: systemMediaAccess(process.platform),
    ...{ quit: shell.quit, inCall: shell.inCall },
  })
  page.answer(createDispatch({ handlers, checkOutputs: dev, log: log.named('ipc') }))
}

/** What is told to the windows of these is shown outside them too. */
const SHOWN_OUTSIDE: ReadonlySet<EventName> = new Set<EventName>([
  'settings.changed',
  'contacts.changed',
  'history.changed',
])

function alsoHeard(tell: Tell, heard: () => void): Tell {
  return (name, payload) => {
    tell(name, payload)
    if (SHOWN_OUTSIDE.has(name)) heard()
  }
}

function composePeople(
  { userData, log }: Surroundings,
  documents: Documents,
  tell: Tell,
): Pick<HandlerParts, 'contacts' | 'history' | 'pictures'> {
  const pictures = createPictureFolder(openFolder(join(userData, 'pictures')), log.named('pictures'))
  void pictures.keepOnly(picturesOf(documents.contacts.read(), documents.settings.read()))
  return {
    contacts: createDocumentKeeper(documents.contacts, (changed) => tell('contacts.changed', changed)),
    history: createDocumentKeeper(documents.history, (changed) => tell('history.changed', changed)),
    pictures,
  }
}

function composeKeys(doVerb: (verb: Verb) => void, tell: Tell, log: Log): GlobalKeys {
  return createGlobalKeys({
    shortcuts: globalShortcut,
    possible: readShareSystem().is !== 'portal',
    doVerb,
    changed: (state) => tell('keys.changed', state),
    log: log.named('keys'),
  })
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

function composeJoinCodes({ joinCodes: document }: Documents, log: Log): JoinCodes {
  return new JoinCodes({ document, keyring: systemKeyring(log.named('keyring')), log: log.named('join') })
}

function composeSaving(identity: IdentityKeeper, window: BrowserWindow, log: Log): IdentitySaving {
  return new IdentitySaving({
    identity,
    files: systemBackupFiles(window),
    // After the answer is out.
    restored: () => void setImmediate(() => window.webContents.reload()),
    log: log.named('identity'),
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
  fetchNoDictionary(session.defaultSession)
  filterRequests(session.defaultSession, { reachable, dev, devServer, log: log.named('requests') })
  guardPermissions(session.defaultSession, mayCapture, log.named('permissions'))
  guardDownloads(session.defaultSession, devServer, log.named('downloads'))
}
