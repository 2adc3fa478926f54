// Decides whether this Parley looks for newer ones itself, by what it was installed as. Pure.
import type { UpdatesOff } from '../../shared/model/update'

export interface InstalledAs {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  /** The build named a place to ask: electron-builder's app-update.yml lies beside the archive. */
  readonly hasProvider: boolean
  /** A deb or rpm: the build wrote the version beside the archive (replaced-watch.ts). */
  readonly systemPackage: boolean
  /** In a Flatpak or a snap. */
  readonly sandboxed: boolean
  /** The AppImage's own file, as its runtime says; null elsewhere. */
  readonly appImage: string | null
  /** Windows: the installer's own remover lies beside the program. */
  readonly hasUninstaller: boolean
  /** The folder that the new version would be written into takes files. */
  readonly writable: boolean
}

/** Null: it does. */
export function updatesOff(as: InstalledAs): UpdatesOff | null {
  if (as.systemPackage || as.sandboxed) return 'system-package'
  if (!as.packaged || !as.hasProvider) return 'no-provider'
  if (as.platform === 'linux' && as.appImage === null) return 'portable'
  if (as.platform === 'win32' && !as.hasUninstaller) return 'portable'
  return as.writable ? null : 'not-writable'
}
