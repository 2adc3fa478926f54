// Owns electron-updater: which of its updaters this system takes, and its news in our words. Loaded with the first check.
import { autoUpdater } from 'electron'
import { MacUpdater, NsisUpdater, type AppUpdater, type UpdateInfo } from 'electron-updater'
import { after } from '../system/timers'
import { InPlaceUpdater } from './app-image-updater'
import { guardRequests, requestsOf } from './patient-requests'
import { takenBySquirrel } from './taken-by-squirrel'
import type { Installed, Updater, UpdaterNews } from './updater-kind'

export interface LibraryUpdaterParts {
  readonly platform: NodeJS.Platform
  readonly hear: (news: UpdaterNews) => void
  /** Starts the app anew as it ends. */
  readonly relaunch: () => void
}

export function createLibraryUpdater({ platform, hear, relaunch }: LibraryUpdaterParts): Updater {
  const { updater, prepare, install } = updaterOf(platform, relaunch)
  guardRequests(requestsOf(updater), after)
  // Its lines hold paths and addresses.
  updater.logger = null
  // When to load is ours, since a call comes first.
  updater.autoDownload = false
  updater.allowDowngrade = false
  // Nothing goes along that tells one Parley from another; the library's own names each installation.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  updater.on('update-not-available', () => hear({ is: 'none' }))
  updater.on('update-available', ({ version, releaseNotes }: UpdateInfo) =>
    hear({ is: 'found', version, notes: releaseNotes }),
  )
  updater.on('download-progress', ({ percent }) => hear({ is: 'progress', part: percent / 100 }))
  const failed = (error: unknown): void => hear({ is: 'failed', error })
  updater.on('update-downloaded', () => void prepare().then(() => hear({ is: 'loaded' }), failed))
  updater.on('error', failed)
  return {
    // Null: it finds that it may not ask here.
    check: () => void told(updater.checkForUpdates(), (asked) => asked === null && hear({ is: 'none' })),
    load: () => void told(updater.downloadUpdate(), () => undefined),
    install,
  }
}

/** What goes wrong is told by its event, before the promise. */
function told<T>(asked: Promise<T>, then: (answer: T) => void): Promise<void> {
  return asked.then(then, () => undefined)
}

interface SystemUpdater {
  readonly updater: AppUpdater
  /** What can be done, and go wrong, before the app ends. */
  readonly prepare: () => Promise<void>
  readonly install: (startAgain: boolean) => Installed
}

function updaterOf(platform: NodeJS.Platform, relaunch: () => void): SystemUpdater {
  if (platform === 'darwin') {
    const updater = new MacUpdater()
    // The system's own installs as the app ends, and starts it only where it was told to end it.
    updater.autoInstallOnAppQuit = true
    const install = (startAgain: boolean): Installed => {
      if (startAgain) updater.quitAndInstall()
      return startAgain ? 'ends-by-itself' : 'done'
    }
    return { updater, prepare: () => takenBySquirrel(autoUpdater), install }
  }
  if (platform === 'win32') {
    const updater = new NsisUpdater()
    updater.autoInstallOnAppQuit = false
    const install = (startAgain: boolean): Installed =>
      updater.install(true, startAgain) ? 'done' : 'failed'
    return { updater, prepare: () => Promise.resolve(), install }
  }
  const updater = new InPlaceUpdater(process.env['APPIMAGE'] ?? '')
  updater.autoInstallOnAppQuit = false
  const install = (startAgain: boolean): Installed => {
    const done = updater.install(true, startAgain)
    if (startAgain) relaunch()
    return done ? 'done' : 'failed'
  }
  return { updater, prepare: () => updater.prepare(), install }
}
