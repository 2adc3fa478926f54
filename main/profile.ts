// Owns which folder everything is kept in: the system's place for this user, one beside it that a start names, or any other.
import { basename, dirname, join, resolve } from 'node:path'

/** What this needs of Electron's app. */
export interface ProfiledApp {
  readonly commandLine: {
    hasSwitch(name: string): boolean
    getSwitchValue(name: string): string
  }
  getPath(name: 'userData'): string
  setPath(name: 'userData', path: string): void
}

/** What a profile may be called: it becomes part of a folder's name on three systems. */
const PROFILE = /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,38}[\p{L}\p{N}])?$/u

/**
 * Before anything reads a path. `--profile=NAME` makes a second person on this computer, with an identity and a lock of its own;
 * `--user-data-dir` does so in any folder. Null where that is no name.
 */
export function chooseProfile(app: ProfiledApp): string | null {
  const folder = app.commandLine.getSwitchValue('user-data-dir')
  if (folder !== '') app.setPath('userData', resolve(folder))
  else if (app.commandLine.hasSwitch('profile')) {
    const name = app.commandLine.getSwitchValue('profile')
    if (!PROFILE.test(name)) return null
    const own = app.getPath('userData')
    app.setPath('userData', join(dirname(own), `${basename(own)}-${name}`))
  }
  return app.getPath('userData')
}
