// Owns starting with the session through Electron, on Windows and macOS: what it answers, read into our states.
import type { LoginState } from '../../shared/model/login'
import { ok } from '../../shared/result'
import type { LoginItem } from './login-kind'
import type { LoginWay } from './login-rules'

/** What this needs of Electron's app. https://www.electronjs.org/docs/latest/api/app#appgetloginitemsettingsoptions-macos-windows */
export interface LoginApp {
  getLoginItemSettings(asked: { path?: string; args?: string[]; type?: 'mainAppService' }): {
    readonly openAtLogin: boolean
    readonly executableWillLaunchAtLogin?: boolean
    readonly status?: string
  }
  setLoginItemSettings(wanted: {
    openAtLogin: boolean
    enabled?: boolean
    path?: string
    args?: string[]
    name?: string
    type?: 'mainAppService'
  }): void
}

/** Windows tells apart whether it is in the list, and whether the user left it on there. */
export const windowsState = (found: ReturnType<LoginApp['getLoginItemSettings']>): LoginState => {
  if (!found.openAtLogin) return { is: 'off', why: null }
  return found.executableWillLaunchAtLogin === false
    ? { is: 'off', why: 'switched-off-outside' }
    : { is: 'on' }
}

/** SMAppService's. `not-found`: macOS knows no such app, because it isn't signed or isn't where apps are. */
export function macosState(status: string | undefined, wanted: boolean): LoginState {
  switch (status) {
    case 'enabled':
      return { is: 'on' }
    case 'requires-approval':
      return { is: 'needs-approval' }
    case 'not-registered':
      return { is: 'off', why: wanted ? 'refused' : null }
    default:
      return { is: 'unavailable', why: 'system-says-no' }
  }
}

export function createWindowsItem(app: LoginApp, way: Extract<LoginWay, { is: 'windows' }>): LoginItem {
  // Found again only by the same path and words.
  const entry = { path: way.path, args: [...way.args] }
  const read = (): LoginState => windowsState(app.getLoginItemSettings(entry))
  return {
    read: () => Promise.resolve(read()),
    set(on) {
      // `enabled` takes back what was switched off in Windows' own list.
      app.setLoginItemSettings({ ...entry, name: way.name, openAtLogin: on, enabled: on })
      const state = read()
      const refused = on && state.is === 'off' && state.why === null
      return Promise.resolve(ok(refused ? { is: 'off', why: 'refused' } : state))
    },
  }
}

export function createMacosItem(app: LoginApp): LoginItem {
  const type = 'mainAppService'
  const status = (): string | undefined => app.getLoginItemSettings({ type }).status
  return {
    read: () => Promise.resolve(macosState(status(), false)),
    set(on) {
      app.setLoginItemSettings({ openAtLogin: on, type })
      return Promise.resolve(ok(macosState(status(), on)))
    },
  }
}
