// Owns an AppImage that updates itself, as tests take it: two versions of the same sources, a copy of the older one where its
// user put it, a server of the newer one, and what settings say about it.
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { updateWords as words } from '../../shared/text/en-updates'
import { screensOf } from '../fixtures/screens-model'
import { settingsOf } from '../settings/settings-screens'
import { endProcessesOf } from './home-processes'
import { saidBy, startInstalled, type Home, type InstalledApp, type Start } from './installed-app'
import { ensurePacked, packageFile, type PackageSet } from './packages'
import { startUpdateServer, type UpdateServer } from './update-server'

/** It is written into the packages, so that they can be built before a server runs. */
const PORT = 48_123
export const UPDATE_URL = `http://127.0.0.1:${PORT}/`
const UPDATING = { system: 'linux', targets: ['AppImage'], updateUrl: UPDATE_URL } as const
export const OLD: PackageSet = { ...UPDATING, version: '0.2.0' }
export const NEW: PackageSet = { ...UPDATING, version: '0.2.1' }
export const NOTES = 'Sound comes back after sleep.\n<b>Windows</b> are found "faster".'

export async function packBoth(): Promise<void> {
  await ensurePacked(OLD)
  await ensurePacked(NEW)
}

export const oldImage = (): string => packageFile(OLD, '.AppImage')
export const newImage = (): string => packageFile(NEW, '.AppImage')

export async function serveNew(atEnd: AtEnd): Promise<UpdateServer> {
  const server = await startUpdateServer({ folder: dirname(newImage()), port: PORT, notes: NOTES })
  atEnd(server.stop)
  return server
}

type AtEnd = (end: () => unknown) => void

export interface Place {
  /** The AppImage, where its user keeps it. */
  readonly file: string
  readonly start: Start
}

/** @param folder of the home's own by default */
export function putOld(home: Home, folder = join(home.folder, 'Programs')): Place {
  const image = oldImage()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, basename(image))
  copyFileSync(image, file)
  chmodSync(file, 0o755)
  const { uid, gid } = statSync(home.folder)
  for (const path of [folder, file]) chownSync(path, uid, gid)
  // Also where nothing can be mounted, as in most containers.
  const env = { APPIMAGE_EXTRACT_AND_RUN: '1', TMPDIR: join(home.folder, 'tmp') }
  return { file, start: { command: [file], home, env } }
}

/** As it says itself. */
export async function versionOf({ start }: Place): Promise<string> {
  const { stdout } = await saidBy(start, ['--version'])
  // Between the names of what it unpacks.
  return /Parley (\d\S+)/.exec(stdout)?.[1] ?? ''
}

/** As its file is named. */
export const packedVersionOf = (set: PackageSet): string =>
  /-(\d\S*)-linux/.exec(basename(packageFile(set, '.AppImage')))?.[1] ?? ''

export const digestOf = (file: string): string =>
  createHash('sha512').update(readFileSync(file)).digest('hex')

/** What updating left: beside the AppImage, and where it loads to. Folders themselves don't count. */
export function leftBy({ file, start }: Place): string[] {
  const beside = readdirSync(join(file, '..')).filter((name) => name !== basename(file))
  return [...beside, ...filesIn(join(start.home.folder, '.cache'))]
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  } catch {
    // It wasn't made.
    return []
  }
}

export interface AboutUpdates {
  readonly says: (sentence: string) => Locator
  readonly check: Locator
  readonly restart: Locator
  readonly afterCall: Locator
  readonly progress: Locator
  readonly notes: Locator
  readonly version: (version: string) => Locator
}

export async function openAbout(page: Page): Promise<AboutUpdates> {
  const { open, dialog, button } = settingsOf(page)
  await open('about')
  return {
    says: (sentence) => dialog.getByRole('status').filter({ hasText: sentence }),
    check: button(words.check),
    restart: button(words.restart),
    afterCall: dialog.getByText(words.afterCall),
    progress: dialog.getByRole('progressbar', { name: words.progress }),
    notes: dialog.getByRole('region', { name: words.notes }),
    version: (version) => dialog.getByText(version, { exact: true }),
  }
}

/** Its processes end with the test, also those that it started itself. */
export async function startAt(place: Place, atEnd: AtEnd): Promise<InstalledApp> {
  atEnd(() => endProcessesOf(place.start.home))
  const app = await startInstalled(place.start)
  atEnd(app.stop)
  return app
}

/** Until it can be rung. */
export async function answerFirstStart({ page }: InstalledApp): Promise<string> {
  const ui = screensOf(page)
  await ui.answerFirstStart('Ben', { mode: 'this-computer' })
  return ui.ownLink()
}

/** What main answers; the screens don't show all of it. */
export const ask = (page: Page, command: string, input?: unknown): Promise<unknown> =>
  page.evaluate(`window.desktop.call(${JSON.stringify(command)}, ${JSON.stringify(input)})`)
