// Owns choosing how Parley starts with the session here, and the command that reads and sets it.
import { desktopEn } from '../../shared/text/desktop-en'
import { ok } from '../../shared/result'
import { openFolder } from '../documents/folder'
import type { Log } from '../log/log'
import { createTurns } from '../system/turns'
import { createAutostartItem } from './autostart-item'
import { createMacosItem, createWindowsItem, type LoginApp } from './electron-item'
import type { LoginItem } from './login-kind'
import type { LoginWay } from './login-rules'
import { askPortal } from './portal-bus'
import { createPortalItem } from './portal-item'

export type LoginParts = {
  readonly way: LoginWay
  readonly app: LoginApp
  /** Whether this start was asked to stay hidden. */
  readonly startedHidden: boolean
  readonly log: Log
}

export const createLoginItem = (parts: LoginParts): LoginItem => oneAtATime(itemOf(parts), parts.log)

function itemOf({ way, app, startedHidden, log }: LoginParts): LoginItem {
  switch (way.is) {
    case 'autostart':
      return createAutostartItem({ ...way, folder: openFolder(way.folder), name: desktopEn.appName })
    case 'portal':
      return createPortalItem({ ...way, startedHidden, ask: askPortal(desktopEn.loginReason, log) })
    case 'windows':
      return createWindowsItem(app, way)
    case 'macos':
      return createMacosItem(app)
    case 'none': {
      const state = { is: 'unavailable', why: way.why } as const
      return { read: () => Promise.resolve(state), set: () => Promise.resolve(ok(state)) }
    }
  }
}

/** One at a time, in the order of the presses, so that the last of them counts. */
function oneAtATime(item: LoginItem, log: Log): LoginItem {
  const inTurn = createTurns()
  return {
    read: () => inTurn(() => item.read()),
    set: (on) =>
      inTurn(async () => {
        const state = await item.set(on)
        log.info('start at login', { wanted: on, is: state.ok ? state.value.is : state.code })
        return state
      }),
  }
}
