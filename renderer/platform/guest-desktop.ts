// Owns the host of a guest: the page that a server serves, in a browser. What only a desktop has is absent here.
import {
  COMMANDS,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type EventName,
  type EventPayload,
} from '../../shared/ipc/contract'
import { type AppInfo } from '../../shared/model/app-info'
import type { DocumentTrouble } from '../../shared/model/document-trouble'
import type { Desktop } from '../../shared/ipc/desktop-api'
import { changePeople } from '../../shared/ipc/people-changes'
import type { ContactsChange } from '../../shared/model/contacts-change'
import type { HistoryChange } from '../../shared/model/history-change'
import { NO_GLOBAL_KEYS } from '../../shared/model/global-keys'
import type { ShareAbilities } from '../../shared/model/share'
import { fail, ok, type Result } from '../../shared/result'
import { keepSuccess } from '../lib/keep-success'
import type { Clock } from './clock'
import { deleteGuestEverything } from './guest/guest-deletion'
import { guestDocuments, withSettings, type GuestDocuments } from './guest/guest-documents'
import { createGuestIdentity, type GuestIdentity } from './guest/guest-identity'
import { homeOfPage, openedLink, type PageAddress } from './guest/guest-home'
import { createGuestJoinCodes, type GuestJoinCodes } from './guest/guest-join-codes'
import { createGuestPage, type PageParts } from './guest/guest-page'
import { createGuestKeptCall, type GuestKeptCall } from './guest/guest-kept-call'
import { createGuestPictures, type GuestPictures } from './guest/guest-pictures'
import { GUEST_SELF_TEST } from './guest/guest-self-test'
import { GUEST_UPDATES } from './guest/guest-updates'
import type { GuestStore } from './guest/guest-store'
import { createHostEvents, type HostEvents } from './host-events'
import type { Log } from './log'

export interface GuestHost extends PageParts, PageAddress {
  readonly reload: () => void
  readonly subtle: SubtleCrypto
  readonly clipboard: Pick<Clipboard, 'writeText'> | undefined
  /** sessionStorage; undefined where the browser allows none. */
  readonly tabStorage: Storage | undefined
  readonly openStore: () => Promise<GuestStore>
  readonly version: string
  readonly clock: Clock
  readonly log: Log
}

type Handlers = { readonly [N in CommandName]: (input: CommandInput<N>) => Promise<Result<CommandOutput<N>>> }

export function createGuestDesktop(host: GuestHost): Desktop {
  const events = createHostEvents()
  const handlers = createHandlers(host, events)
  host.window.addEventListener('hashchange', () => {
    const link = openedLink(host)
    if (link !== null) events['link.opened'].emit({ link })
  })
  // Out of the browser's memory of pages: the sockets it had are gone.
  host.window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) events['system.woke'].emit({ why: 'resume' })
  })
  host.window.addEventListener('online', () => events['system.woke'].emit({ why: 'network' }))

  return {
    async call(name, ...input) {
      const checked = checkedInput(name, input[0])
      if (!checked.ok) return checked
      try {
        return await handlers[name](checked.value)
      } catch (error) {
        // What a browser's storage or crypto throws; the call itself never rejects.
        host.log.error(`${name} failed`, { why: error instanceof Error ? error.name : typeof error })
        return fail('internal', String(error))
      }
    },
    on: (name, listener) => events[name].on(listener),
  }
}

function checkedInput<N extends CommandName>(name: N, input: unknown): Result<CommandInput<N>> {
  const checked = COMMANDS[name].input.safeParse(input)
  return checked.success ? ok(checked.data as CommandInput<N>) : fail('bad-input', checked.error.message)
}

function createHandlers(host: GuestHost, events: HostEvents): Handlers {
  const troubles: DocumentTrouble[] = []

  function onTrouble(trouble: DocumentTrouble): void {
    troubles.push(trouble)
    events['document.trouble'].emit(trouble)
  }

  async function open(): Promise<GuestStore> {
    const opened = await host.openStore()
    if (opened.kept === 'memory') {
      onTrouble({ document: 'settings', outcome: 'not-saved', code: 'disk-failed' })
    }
    return opened
  }
  const store = keepSuccess(open)

  async function info(): Promise<AppInfo> {
    await store()
    const fixed = { host: 'guest', version: host.version, electron: '', platform: 'browser' } as const
    return { ...fixed, openedWith: openedLink(host), troubles: [...troubles], restored: false }
  }

  return {
    'app.info': async () => ok(await info()),
    'app.about': () => Promise.resolve(ok({ chromium: '', folders: null })),
    'app.deleteEverything': async () => deleteGuestEverything({ ...host, store: await store() }),
    ...identityHandlers(createGuestIdentity(store, host.subtle), events),
    ...documentHandlers(guestDocuments(store, onTrouble), events),
    ...pictureHandlers(createGuestPictures(store, host.subtle)),
    ...joinHandlers(createGuestJoinCodes(store, host.subtle)),
    ...callHandlers(createGuestKeptCall(host.tabStorage, host.clock)),
    ...pageHandlers(host),
    ...absentHandlers(host),
  }
}

function identityHandlers(
  identity: GuestIdentity,
  events: HostEvents,
): Pick<Handlers, Exclude<`identity.${string}` & CommandName, SavingCommand>> {
  return {
    'identity.read': async () => ok(await identity.read()),
    'identity.sign': ({ purpose, body }) => identity.sign(purpose, body),
    'identity.retry': async () => ok(await identity.read()),
    'identity.startOver': async () => told(events, 'identity.changed', ok(await identity.startOver())),
  }
}

type DocumentCommand = `${'settings' | 'contacts' | 'history'}.${string}` & CommandName

function documentHandlers(
  { settings, contacts, history }: GuestDocuments,
  events: HostEvents,
): Pick<Handlers, DocumentCommand> {
  const changeContacts = async (next: ContactsChange): Promise<Result<undefined>> =>
    done(told(events, 'contacts.changed', await contacts.change(next)))
  const changeHistory = async (next: HistoryChange): Promise<Result<undefined>> =>
    done(told(events, 'history.changed', await history.change(next)))
  return {
    'settings.read': async () => ok(await settings.read()),
    'settings.change': async (change) =>
      told(events, 'settings.changed', await settings.change(withSettings(change))),
    'contacts.read': async () => ok(await contacts.read()),
    'history.read': async () => ok(await history.read()),
    ...changePeople({ contacts: changeContacts, history: changeHistory }),
  }
}

function joinHandlers(codes: GuestJoinCodes): Pick<Handlers, `join.${string}` & CommandName> {
  return {
    'join.keep': async ({ server, code }) => {
      await codes.keep(server, code)
      return ok(undefined)
    },
    'join.prove': async (asked) => ok({ proof: await codes.prove(asked) }),
  }
}

function pictureHandlers(pictures: GuestPictures): Pick<Handlers, 'pictures.save' | 'pictures.read'> {
  return {
    'pictures.save': ({ data }) => pictures.save(data),
    'pictures.read': async ({ pictures: wanted }) => ok({ pictures: await pictures.read(wanted) }),
  }
}

const done = (changed: Result<unknown>): Result<undefined> => (changed.ok ? ok(undefined) : changed)

/** Tells everybody in this window of what a command changed, as main does. */
function told<N extends EventName>(
  events: HostEvents,
  name: N,
  changed: Result<EventPayload<N>>,
): Result<EventPayload<N>> {
  if (changed.ok) events[name].emit(changed.value)
  return changed
}

function callHandlers(kept: GuestKeptCall): Pick<Handlers, `call.${string}` & CommandName> {
  return {
    'call.keep': (call) => {
      kept.keep(call)
      return Promise.resolve(ok(undefined))
    },
    'call.takeLost': () => Promise.resolve(ok(kept.takeLost())),
  }
}

function pageHandlers(
  host: GuestHost,
): Pick<Handlers, 'clipboard.write' | 'rings.tell' | (`window.${string}` & CommandName)> {
  const page = createGuestPage(host, host.clock, host.log)
  return {
    'clipboard.write': ({ text }) => writeText(host, text),
    'rings.tell': (rings) => {
      page.setAttention(rings.length > 0)
      return Promise.resolve(ok(undefined))
    },
    'window.inCall': ({ active, video }) => {
      page.setInCall(active, video)
      return Promise.resolve(ok(undefined))
    },
  }
}

type SavingCommand = 'identity.save' | 'identity.chooseSaved' | 'identity.restore'
type AbsentCommand =
  | 'app.quit'
  | 'app.openFolder'
  | SavingCommand
  | `rings.${'silence' | 'takeLost'}`
  | (`${'login' | 'keys' | 'reach' | 'visit' | 'media' | 'share' | 'bar' | 'link' | 'ringwindow' | 'selftest' | 'status' | 'updates'}.${string}` &
      CommandName)

function absentHandlers(host: GuestHost): Pick<Handlers, AbsentCommand> {
  const notHere = (): Promise<Result<never>> => Promise.resolve(fail('not-supported-here'))
  return {
    'app.quit': notHere,
    'app.openFolder': notHere,
    // Its key can't be taken out of the browser: that is what it is for.
    'identity.save': notHere,
    'identity.chooseSaved': notHere,
    'identity.restore': notHere,
    // The browser is what starts, and a page hears keys only while it has the focus.
    'login.read': () => Promise.resolve(ok({ is: 'unavailable', why: 'guest' })),
    'login.set': notHere,
    'keys.read': () => Promise.resolve(ok(NO_GLOBAL_KEYS)),
    'keys.pause': notHere,
    // A guest is at home where its page comes from, and its page may reach no other server.
    'reach.read': () => Promise.resolve(ok(homeOfPage(host))),
    'reach.choose': notHere,
    'reach.retry': notHere,
    'reach.newPort': notHere,
    'visit.open': notHere,
    'visit.close': notHere,
    // Only getUserMedia can tell, and it asks the person itself.
    'media.access': () => Promise.resolve(ok('unknown')),
    'media.openSystemSettings': () => Promise.resolve(ok({ opened: false })),
    // The page itself opens it in another tab.
    'link.openOutside': notHere,
    'share.abilities': () => Promise.resolve(ok(GUEST_SHARE)),
    'share.openPicker': notHere,
    'share.closePicker': notHere,
    // The browser's own picker answers the request for a capture, and it alone knows what was chosen.
    'share.choose': () => Promise.resolve(ok(undefined)),
    'share.show': () => Promise.resolve(ok(undefined)),
    'share.openSystemSettings': () => Promise.resolve(ok({ opened: false })),
    'bar.read': notHere,
    'bar.press': notHere,
    'bar.fit': notHere,
    // The page itself rings, and nothing outside it shows how it is.
    'rings.takeLost': () => Promise.resolve(ok([])),
    'rings.silence': () => Promise.resolve(ok(undefined)),
    'status.tell': () => Promise.resolve(ok(undefined)),
    'ringwindow.read': notHere,
    'ringwindow.press': notHere,
    'ringwindow.heard': notHere,
    'ringwindow.toneFailed': notHere,
    'ringwindow.fit': notHere,
    ...GUEST_UPDATES,
    ...GUEST_SELF_TEST,
  }
}

/** What a browser does by itself: its picker, its line that says what is shared. */
const GUEST_SHARE: ShareAbilities = {
  picker: 'system',
  systemSound: { is: 'unavailable', why: 'not-in-browser' },
  bar: false,
  hidesOwnWindows: false,
  border: { screen: 'system', window: 'system' },
}

async function writeText({ clipboard, log }: GuestHost, text: string): Promise<Result<undefined>> {
  if (!clipboard) return fail('not-supported-here')
  try {
    await clipboard.writeText(text)
    return ok(undefined)
  } catch (error) {
    log.info('clipboard refused', { why: error instanceof Error ? error.name : typeof error })
    return fail('permission-denied')
  }
}
