// Owns reading this start's surroundings for the start at login.
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { App } from 'electron'
import type { Log } from '../log/log'
import { sandboxOf } from '../system/sandbox'
import { createLoginItem } from './login-item'
import type { LoginItem } from './login-kind'
import { loginWay } from './login-rules'

export type LoginSurroundings = {
  readonly app: App
  readonly startedHidden: boolean
  readonly log: Log
}

export function composeLogin({ app, startedHidden, log }: LoginSurroundings): LoginItem {
  const { platform, env, execPath } = process
  const way = loginWay({
    platform,
    sandbox: sandboxOf(env),
    packaged: app.isPackaged,
    env,
    home: homedir(),
    execPath,
    appPath: app.getAppPath(),
    profileArgument: profileArgument(app),
  })
  return createLoginItem({ way, app, startedHidden, log })
}

/** As main/profile.ts reads it: a folder counts more than a name. */
function profileArgument({ commandLine }: App): string | null {
  const folder = commandLine.getSwitchValue('user-data-dir')
  // A session begins in another folder than a terminal.
  if (folder !== '') return `--user-data-dir=${resolve(folder)}`
  const name = commandLine.getSwitchValue('profile')
  return name === '' ? null : `--profile=${name}`
}
