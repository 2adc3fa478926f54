// Owns putting updating together: what this Parley was installed as, electron-updater where it may act, the system's own upgrade
// elsewhere.
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App } from 'electron'
import type { UpdateState } from '../../shared/model/update'
import type { Log } from '../log/log'
import { relaunchOptions } from '../system/relaunch-options'
import { sandboxOf } from '../system/sandbox'
import { every } from '../system/timers'
import { VERSION_FILE, watchReplaced } from './replaced-watch'
import { UpdateController } from './update-controller'
import { updatesOff, type InstalledAs } from './updates-here'

export interface UpdatesParts {
  readonly app: App
  readonly resources: string
  readonly isBusy: () => boolean
  readonly changed: (state: UpdateState) => void
  readonly log: Log
}

export function composeUpdates({ app, resources, isBusy, changed, log }: UpdatesParts): UpdateController {
  const installedAs = readInstalledAs(app, resources)
  const relaunch = (): void => app.relaunch(relaunchOptions(process.argv.slice(1), process.env))
  const controller = new UpdateController({
    ...{ off: updatesOff(installedAs), isBusy, every, changed, relaunch, log },
    async createUpdater(hear) {
      const { createLibraryUpdater } = await import('./library-updater')
      return createLibraryUpdater({ platform: process.platform, hear, relaunch })
    },
    quit: () => app.quit(),
  })
  if (installedAs.systemPackage) {
    watchReplaced({
      ...{ folder: resources, running: app.getVersion(), log },
      replaced: (version) => controller.replaced(version),
    })
  }
  return controller
}

function readInstalledAs(app: App, resources: string): InstalledAs {
  const { platform, env, execPath } = process
  const appImage = env['APPIMAGE'] === '' ? null : (env['APPIMAGE'] ?? null)
  return {
    ...{ platform, appImage, packaged: app.isPackaged, sandboxed: sandboxOf(env) !== null },
    hasProvider: existsSync(join(resources, 'app-update.yml')),
    systemPackage: existsSync(join(resources, VERSION_FILE)),
    hasUninstaller: existsSync(join(dirname(execPath), `Uninstall ${app.getName()}.exe`)),
    writable: isWritable(dirname(appImage ?? execPath)),
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
