// Owns installing a loaded AppImage. electron-updater's own way removes the old file before the new one is there, and gives it
// another name, which the entries of start at login and of links would not follow.
import { AppImageUpdater } from 'electron-updater'
import { replaceProgram } from './replace-file'

export class InPlaceUpdater extends AppImageUpdater {
  protected override doInstall(): boolean {
    const appImage = process.env['APPIMAGE']
    const loaded = this.installerPath
    if (appImage === undefined || loaded === null) return false
    replaceProgram(loaded, appImage)
    return true
  }
}
