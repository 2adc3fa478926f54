// Owns which part of main answers which command of the contract. No logic of its own.
import { clipboard } from 'electron'
import type { CommandName } from '../shared/ipc/contract'
import type { AppInfo } from '../shared/model/app-info'
import type { History } from '../shared/model/call-record'
import type { Contacts } from '../shared/model/contact'
import { changePeople } from '../shared/ipc/people-changes'
import { fail, ok, type Result } from '../shared/result'
import type { AppCommands } from './app-commands'
import type { KeptCallKeeper } from './call/kept-call'
import type { DocumentKeeper } from './documents/document-keeper'
import type { PictureFolder } from './documents/picture-folder'
import type { SettingsKeeper } from './documents/settings-keeper'
import type { IdentityKeeper } from './identity/identity-keeper'
import type { IdentitySaving } from './identity/identity-saving'
import type { Handlers } from './ipc-dispatch'
import type { JoinCodes } from './join/join-codes'
import type { LoginItem } from './login/login-kind'
import type { SystemMediaAccess } from './media/media-access'
import type { ReachController } from './reach/reach-controller'
import type { ReachableOrigins } from './session/reachable-origins'
import type { RingHandlers } from './ring/ring-handlers'
import type { SelfTestHandlers } from './selftest/self-test-handlers'
import type { ShareHandlers } from './share/share-handlers'
import type { UpdateController } from './updates/update-controller'
import type { GlobalKeys } from './verbs/global-keys'

export type HandlerParts = {
  readonly appInfo: () => AppInfo
  readonly app: AppCommands
  readonly identity: IdentityKeeper
  readonly saving: IdentitySaving
  readonly settings: SettingsKeeper
  readonly contacts: DocumentKeeper<Contacts>
  readonly history: DocumentKeeper<History>
  readonly pictures: PictureFolder
  readonly login: LoginItem
  readonly keys: Pick<GlobalKeys, 'read' | 'pause'>
  readonly reach: ReachController
  readonly origins: ReachableOrigins
  readonly joinCodes: Pick<JoinCodes, 'keep' | 'prove'>
  readonly keptCall: KeptCallKeeper
  readonly media: SystemMediaAccess
  readonly share: ShareHandlers
  readonly openOutside: (url: string) => Promise<Result<undefined>>
  readonly quit: () => void
  readonly ring: RingHandlers & SelfTestHandlers
  readonly updates: Pick<UpdateController, 'read' | 'check' | 'restart'>
  readonly inCall: (call: { readonly active: boolean; readonly video: boolean }) => void
}

/** What a command answers that has nothing to say. */
const DONE = ok(undefined)

export function createHandlers(parts: HandlerParts): Handlers {
  const { settings, reach, origins, joinCodes } = parts
  return {
    'app.info': () => ok(parts.appInfo()),
    'app.quit': () => {
      // After the answer is out.
      setImmediate(parts.quit)
      return DONE
    },
    'app.about': () => ok(parts.app.about()),
    'app.openFolder': ({ folder }) => parts.app.openFolder(folder),
    'app.deleteEverything': () => parts.app.deleteEverything(),
    ...identityHandlers(parts),
    'settings.read': () => ok(settings.read()),
    'settings.change': (change) => settings.change(change),
    ...startHandlers(parts),
    'reach.read': () => ok(reach.read()),
    'reach.choose': (choice) => reach.choose(choice),
    'reach.retry': () => reach.retry(),
    'reach.newPort': () => reach.newPort(),
    'join.keep': ({ server, code }) => joinCodes.keep(server, code),
    'join.prove': (asked) => joinCodes.prove(asked),
    'visit.open': ({ server, via }) => origins.openVisit(server, via),
    'visit.close': ({ server }) => {
      origins.closeVisit(server)
      return DONE
    },
    ...peopleHandlers(parts),
    'call.keep': (call) => {
      parts.keptCall.keep(call)
      return DONE
    },
    'call.takeLost': () => ok(parts.keptCall.takeLost()),
    ...parts.share,
    ...parts.ring,
    ...updateHandlers(parts),
    ...systemHandlers(parts),
  }
}

type StartCommand = `${'login' | 'keys'}.${string}` & CommandName

function startHandlers({ login, keys }: HandlerParts): Pick<Handlers, StartCommand> {
  return {
    'login.read': async () => ok(await login.read()),
    'login.set': ({ on }) => login.set(on),
    'keys.read': () => ok(keys.read()),
    'keys.pause': ({ paused }) => {
      keys.pause(paused)
      return DONE
    },
  }
}

type IdentityCommand = `identity.${string}` & CommandName

function identityHandlers({ identity, saving }: HandlerParts): Pick<Handlers, IdentityCommand> {
  return {
    'identity.read': () => ok(identity.read()),
    'identity.sign': ({ purpose, body }) => identity.sign(purpose, body),
    'identity.retry': async () => ok(await identity.retry()),
    'identity.startOver': () => identity.startOver(),
    'identity.save': ({ passphrase }) => saving.save(passphrase),
    'identity.chooseSaved': () => saving.choose(),
    'identity.restore': ({ passphrase }) => saving.restore(passphrase),
  }
}

type PeopleCommand = `${'contacts' | 'history' | 'pictures'}.${string}` & CommandName

function peopleHandlers({ contacts, history, pictures }: HandlerParts): Pick<Handlers, PeopleCommand> {
  return {
    'contacts.read': () => ok(contacts.read()),
    'history.read': () => ok(history.read()),
    ...changePeople({
      contacts: (next) => contacts.change(next),
      history: (next) => history.change(next),
    }),
    'pictures.save': ({ data }) => pictures.save(data),
    'pictures.read': async ({ pictures: wanted }) => ok({ pictures: await pictures.read(wanted) }),
  }
}

type UpdateCommand = `updates.${string}` & CommandName

function updateHandlers({ updates }: HandlerParts): Pick<Handlers, UpdateCommand> {
  return {
    'updates.read': () => ok(updates.read()),
    'updates.check': () => {
      updates.check()
      return DONE
    },
    'updates.restart': () => (updates.restart() ? DONE : fail('in-call')),
  }
}

type SystemCommand = `${'clipboard' | 'media' | 'link' | 'window'}.${string}` & CommandName

function systemHandlers({ media, openOutside, inCall }: HandlerParts): Pick<Handlers, SystemCommand> {
  return {
    'clipboard.write': async ({ text }) => {
      await clipboard.writeText(text)
      return DONE
    },
    'media.access': async ({ kind }) => ok(await media.ask(kind)),
    'media.openSystemSettings': async ({ kind }) => ok(await media.openSettings(kind)),
    'link.openOutside': ({ url }) => openOutside(url),
    'window.inCall': (call) => {
      inCall(call)
      return DONE
    },
  }
}
