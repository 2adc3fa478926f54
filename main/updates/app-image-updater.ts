// Owns loading and installing an AppImage. electron-updater's own way removes the old file before the new one is there, and gives it
// another name, which the entries of start at login and of links would not follow; and what it loads stays in the cache.
import { readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppImageUpdater } from 'electron-updater'
import { putBeside, removeBeside, takePlace } from './replace-file'

/** As electron-builder names it, after the package; in the folder of all programs' caches. */
const CACHE = join('parley-updater', 'pending')
const BROKEN_OFF = /^(\d-)?temp-/

export class InPlaceUpdater extends AppImageUpdater {
  /** @param program the AppImage's own file */
  constructor(private readonly program: string) {
    super()
    removeBeside(program)
    removeBrokenOff(join(this.app.baseCachePath, CACHE))
  }

  /** Once it is loaded. Rejects where it can't be put beside the old one; nothing of it is left then. */
  async prepare(): Promise<void> {
    const loaded = this.installerPath
    if (loaded === null) throw new Error('Nothing was loaded.')
    try {
      await putBeside(loaded, this.program)
    } finally {
      await rm(join(loaded, '..'), { recursive: true, force: true })
    }
  }

  protected override doInstall(): boolean {
    takePlace(this.program)
    return true
  }
}

/** What was being loaded as a run was killed: the library goes over it only where the same version comes again. */
function removeBrokenOff(folder: string): void {
  for (const name of namesIn(folder)) if (BROKEN_OFF.test(name)) rmSync(join(folder, name), { force: true })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Nothing was ever loaded.
    return []
  }
}
