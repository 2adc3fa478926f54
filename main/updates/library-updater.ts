// Owns electron-updater: which of its updaters this system takes, and its news in our words. Loaded with the first check.
import { MacUpdater, NsisUpdater, type AppUpdater, type UpdateInfo } from 'electron-updater'
import { InPlaceUpdater } from './app-image-updater'
import type { Installed, Updater, UpdaterNews } from './updater-kind'

export interface LibraryUpdaterParts {
  readonly platform: NodeJS.Platform
  readonly hear: (news: UpdaterNews) => void
  /** Starts the app anew as it ends. */
  readonly relaunch: () => void
}

export function createLibraryUpdater({ platform, hear, relaunch }: LibraryUpdaterParts): Updater {
  const { updater, install } = updaterOf(platform, relaunch)
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
  updater.on('update-downloaded', () => hear({ is: 'loaded' }))
  updater.on('error', (error) => hear({ is: 'failed', error }))
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
    return { updater, install }
  }
  if (platform === 'win32') {
    const updater = new NsisUpdater()
    updater.autoInstallOnAppQuit = false
    return { updater, install: (startAgain) => (updater.install(true, startAgain) ? 'done' : 'failed') }
  }
  const updater = new InPlaceUpdater()
  updater.autoInstallOnAppQuit = false
  const install = (startAgain: boolean): Installed => {
    const done = updater.install(true, startAgain)
    if (startAgain) relaunch()
    return done ? 'done' : 'failed'
  }
  return { updater, install }
}
