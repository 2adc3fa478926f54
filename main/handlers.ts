// Owns which part of main answers which command of the contract. No logic of its own.
import { clipboard, type BrowserWindow } from 'electron'
import type { AppInfo, CommandName } from '../shared/ipc/contract'
import { ok, type Result } from '../shared/result'
import type { KeptCallKeeper } from './call/kept-call'
import type { ContactsKeeper } from './documents/contacts-keeper'
import type { HistoryKeeper } from './documents/history-keeper'
import type { SettingsKeeper } from './documents/settings-keeper'
import type { IdentityKeeper } from './identity/identity-keeper'
import type { Handlers } from './ipc-dispatch'
import type { SystemMediaAccess } from './media/media-access'
import type { ReachController } from './reach/reach-controller'
import type { ReachableOrigins } from './session/reachable-origins'
import type { ShareHandlers } from './share/share-handlers'

export type HandlerParts = {
  readonly appInfo: () => AppInfo
  readonly identity: IdentityKeeper
  readonly settings: SettingsKeeper
  readonly contacts: ContactsKeeper
  readonly history: HistoryKeeper
  readonly reach: ReachController
  readonly origins: ReachableOrigins
  readonly keptCall: KeptCallKeeper
  readonly media: SystemMediaAccess
  readonly share: ShareHandlers
  readonly openOutside: (url: string) => Promise<Result<undefined>>
  readonly window: Pick<BrowserWindow, 'close'>
  readonly attention: (on: boolean) => void
  readonly inCall: (call: { readonly active: boolean; readonly video: boolean }) => void
}

/** What a command answers that has nothing to say. */
const DONE = ok(undefined)

export function createHandlers(parts: HandlerParts): Handlers {
  const { identity, settings, contacts, history, reach, origins } = parts
  return {
    'app.info': () => ok(parts.appInfo()),
    'app.quit': () => {
      // After the answer is out.
      setImmediate(() => parts.window.close())
      return DONE
    },
    'identity.read': () => ok(identity.read()),
    'identity.sign': ({ purpose, body }) => identity.sign(purpose, body),
    'identity.retry': async () => ok(await identity.retry()),
    'identity.startOver': () => identity.startOver(),
    'settings.read': () => ok(settings.read()),
    'settings.change': (change) => settings.change(change),
    'reach.read': () => ok(reach.read()),
    'reach.choose': (choice) => reach.choose(choice),
    'reach.retry': () => reach.retry(),
    'reach.newPort': () => reach.newPort(),
    'visit.open': ({ server, via }) => origins.openVisit(server, via),
    'visit.close': ({ server }) => {
      origins.closeVisit(server)
      return DONE
    },
    'contacts.read': () => ok(contacts.read()),
    'contacts.save': (contact) => contacts.save(contact),
    'contacts.remove': ({ id }) => contacts.remove(id),
    'history.read': () => ok(history.read()),
    'history.add': (record) => history.add(record),
    'call.keep': (call) => {
      parts.keptCall.keep(call)
      return DONE
    },
    'call.takeLost': () => ok(parts.keptCall.takeLost()),
    ...parts.share,
    ...systemHandlers(parts),
  }
}

type SystemCommand = `${'clipboard' | 'media' | 'link' | 'window'}.${string}` & CommandName

function systemHandlers({
  media,
  openOutside,
  attention,
  inCall,
}: HandlerParts): Pick<Handlers, SystemCommand> {
  return {
    'clipboard.write': async ({ text }) => {
      await clipboard.writeText(text)
      return DONE
    },
    'media.access': async ({ kind }) => ok(await media.ask(kind)),
    'media.openSystemSettings': async ({ kind }) => ok(await media.openSettings(kind)),
    'link.openOutside': ({ url }) => openOutside(url),
    'window.attention': ({ on }) => {
      attention(on)
      return DONE
    },
    'window.inCall': (call) => {
      inCall(call)
      return DONE
    },
  }
}
