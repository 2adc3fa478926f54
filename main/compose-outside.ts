// Owns putting together the window, what Parley is outside it, and when a newer one may take its place; each needs the others.
import { app } from 'electron'
import { addCall } from '../shared/model/history-change'
import type { Page } from './compose-page'
import { composeRinging, type Ringing, type RingingParts } from './compose-ringing'
import { composeShell, type Shell } from './compose-shell'
import type { SettingsKeeper } from './documents/settings-keeper'
import type { HandlerParts } from './handlers'
import { tellOneWindow } from './ipc'
import { composeUpdates } from './updates/compose-updates'
import type { UpdateController } from './updates/update-controller'

export type Outside = {
  readonly ringing: Ringing
  readonly shell: Shell
  readonly updates: UpdateController
}

export type OutsideParts = Pick<HandlerParts, 'contacts' | 'history'> &
  Pick<RingingParts, 'front' | 'links' | 'login' | 'preload' | 'assets' | 'calm' | 'tell' | 'log'> & {
    readonly page: Page
    readonly settings: SettingsKeeper
    /** Not packaged: answers are checked. */
    readonly dev: boolean
    readonly pageLeft: (contentsId: number) => void
  }

export function composeOutside(parts: OutsideParts): Outside {
  const { page, settings, contacts, history, dev, tell, log, pageLeft } = parts
  const updates = composeUpdates({
    ...{ app, resources: process.resourcesPath, log: log.named('updates') },
    isBusy: () => shell.isInCall() || ringing.isRinging(),
    changed: (state) => tell('updates.changed', state),
  })
  const ringing = composeRinging({
    ...{ ...parts, shell: () => shell },
    ...{ contacts: () => contacts.read(), history: () => history.read() },
    record: (call) => void history.change(addCall(call)),
    tellOne: tellOneWindow(dev, log.named('ipc')),
  })
  const shell = composeShell({
    ...{ page, settings },
    hasTray: ringing.tray.isThere,
    beginTest: ringing.beginTest,
    changed: () => {
      ringing.update()
      updates.look()
    },
    pageLeft: (contentsId, how) => {
      ringing.pageLeft(how)
      pageLeft(contentsId)
    },
  })
  return { ringing, shell, updates }
}
