// Owns which folder everything is kept in: the system's place for this user, or the one a start names.
import { resolve } from 'node:path'
import type { App } from 'electron'

/** Before anything reads a path. `--user-data-dir` makes a separate profile, with an identity and a lock of its own. */
export function chooseProfile(app: Pick<App, 'commandLine' | 'getPath' | 'setPath'>): string {
  const named = app.commandLine.getSwitchValue('user-data-dir')
  if (named !== '') app.setPath('userData', resolve(named))
  return app.getPath('userData')
}
