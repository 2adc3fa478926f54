// Owns the in-memory host: documents in variables, nothing of a real system, every command remembered. For unit tests and
// for photographing screens.
import type {
  AppInfo,
  CommandInput,
  CommandName,
  CommandOutput,
  EventName,
  EventPayload,
} from '../../shared/ipc/contract'
import { EMPTY_HISTORY, type History } from '../../shared/model/call-record'
import { NO_CONTACTS, type Contacts } from '../../shared/model/contact'
import type { IdentityState } from '../../shared/model/identity'
import type { Reach, ReachChoice } from '../../shared/model/reach'
import type { ShareAbilities } from '../../shared/model/share'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model/settings'
import type { FailureCode } from '../../shared/failure'
import { fail, ok, type Result } from '../../shared/result'
import { createEmitter, type Emitter } from '../lib/emitter'
import type { Desktop } from './desktop'
import { withContact, withRecord, withSettings, withoutContact } from './guest/guest-documents'

export interface MemoryState {
  readonly info: AppInfo
  readonly identity: IdentityState
  readonly settings: Settings
  readonly reach: Reach
  readonly contacts: Contacts
  readonly history: History
  readonly shareAbilities: ShareAbilities
}

export interface MemoryDesktop extends Desktop {
  /** What was asked for, in order. */
  readonly asked: readonly { readonly name: CommandName; readonly input: unknown }[]
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** From now on this command fails so; null: works again. */
  refuse(name: CommandName, code: FailureCode | null): void
  state(): MemoryState
}

type Handlers = { readonly [N in CommandName]: (input: CommandInput<N>) => Result<CommandOutput<N>> }
type Events = { readonly [N in EventName]: Emitter<EventPayload<N>> }

/** The picker's dialogue in this host; tests emit its `share.sources`. */
export const MEMORY_DIALOGUE = '00c0ffee00c0ffee'
const MEMORY_ID = '7f3a9c51d2e84b06a1c3f5d75e2de41b'

export const MEMORY_STATE: MemoryState = {
  info: {
    host: 'memory',
    version: '0.0.0',
    electron: '',
    platform: 'linux',
    openedWith: null,
    troubles: [],
  },
  identity: { status: 'ready', id: MEMORY_ID, key: `B${'A'.repeat(86)}`, kept: 'keyring' },
  settings: DEFAULT_SETTINGS,
  reach: { mode: 'unset', home: { status: 'none' } },
  contacts: NO_CONTACTS,
  history: EMPTY_HISTORY,
  shareAbilities: {
    picker: 'own',
    systemSound: { is: 'unavailable', why: 'would-echo' },
    bar: true,
    hidesOwnWindows: false,
    border: { screen: 'ours', window: 'ours' },
  },
}

export function createMemoryDesktop(start: Partial<MemoryState> = {}): MemoryDesktop {
  const events = createEvents()
  let state: MemoryState = { ...MEMORY_STATE, ...start }
  const handlers = createHandlers({
    read: () => state,
    change: (change) => {
      state = { ...state, ...change }
    },
    events,
  })
  const asked: { readonly name: CommandName; readonly input: unknown }[] = []
  const refused = new Map<CommandName, FailureCode>()
  return {
    asked,
    state: () => state,
    call(name, ...input) {
      asked.push({ name, input: input[0] })
      const code = refused.get(name)
      // The type of the input follows from the name, as it does for a caller.
      const answer = code === undefined ? handlers[name](input[0] as CommandInput<typeof name>) : fail(code)
      return Promise.resolve(answer)
    },
    on: (name, listener) => events[name].on(listener),
    emit: (name, payload) => events[name].emit(payload),
    refuse(name, code) {
      if (code === null) refused.delete(name)
      else refused.set(name, code)
    },
  }
}

function createEvents(): Events {
  return {
    'identity.changed': createEmitter(),
    'settings.changed': createEmitter(),
    'reach.changed': createEmitter(),
    'contacts.changed': createEmitter(),
    'history.changed': createEmitter(),
    'document.trouble': createEmitter(),
    'link.opened': createEmitter(),
    'share.sources': createEmitter(),
    'share.facts': createEmitter(),
    'share.locked': createEmitter(),
    'bar.changed': createEmitter(),
    'bar.pressed': createEmitter(),
    'system.woke': createEmitter(),
  }
}

interface Documents {
  readonly read: () => MemoryState
  readonly change: (change: Partial<MemoryState>) => void
  readonly events: Events
}

const nothing = (): Result<undefined> => ok(undefined)

function createHandlers(documents: Documents): Handlers {
  const { read } = documents
  return {
    'app.info': () => ok(read().info),
    'app.quit': nothing,
    'identity.read': () => ok(read().identity),
    'identity.sign': () => ok({ sig: 'A'.repeat(86) }),
    'identity.retry': () => ok(read().identity),
    'identity.startOver': () => becomeReady(documents),
    'settings.read': () => ok(read().settings),
    'settings.change': (change) => {
      const changed = withSettings(change)(read().settings)
      return changed.ok ? setSettings(documents, changed.value) : changed
    },
    ...reachHandlers(documents),
    ...peopleHandlers(documents),
    'visit.open': nothing,
    'visit.close': nothing,
    'clipboard.write': nothing,
    'media.access': () => ok('granted'),
    'media.openSystemSettings': () => ok({ opened: true }),
    'link.openOutside': nothing,
    'share.abilities': () => ok(read().shareAbilities),
    'share.openPicker': () => ok({ dialogue: MEMORY_DIALOGUE }),
    'share.closePicker': nothing,
    'share.choose': nothing,
    'share.show': nothing,
    'share.openSystemSettings': () => ok({ opened: true }),
    'bar.read': () => ok(null),
    'bar.press': nothing,
    'bar.fit': nothing,
    'call.keep': nothing,
    'call.takeLost': () => ok(null),
    'window.attention': nothing,
    'window.inCall': nothing,
  }
}

function becomeReady({ change, events }: Documents): Result<IdentityState> {
  const { identity } = MEMORY_STATE
  change({ identity })
  events['identity.changed'].emit(identity)
  return ok(identity)
}

function setSettings({ change, events }: Documents, settings: Settings): Result<Settings> {
  change({ settings })
  events['settings.changed'].emit(settings)
  return ok(settings)
}

type ReachCommand = `reach.${string}` & CommandName

function reachHandlers(documents: Documents): Pick<Handlers, ReachCommand> {
  const { read, change, events } = documents
  const set = (reach: Reach): Result<Reach> => {
    change({ reach })
    events['reach.changed'].emit(reach)
    return ok(reach)
  }
  return {
    'reach.read': () => ok(read().reach),
    'reach.choose': (choice) => {
      const { settings } = read()
      const server = choice.mode === 'anywhere' ? choice.server : ''
      setSettings(documents, { ...settings, reach: { ...settings.reach, mode: choice.mode, server } })
      return set(reachOf(choice))
    },
    'reach.retry': () => ok(read().reach),
    'reach.newPort': () => set(reachOf({ mode: 'this-network' })),
  }
}

function reachOf(choice: ReachChoice): Reach {
  const dial = choice.mode === 'anywhere' ? choice.server : 'http://127.0.0.1:9400/'
  const advertised = choice.mode === 'this-network' ? 'http://192.168.1.20:9400/' : dial
  const embedded = choice.mode !== 'anywhere'
  return { mode: choice.mode, home: { status: 'ready', dial, advertised, embedded, oldLinksBreak: false } }
}

type PeopleCommand = `${'contacts' | 'history'}.${string}` & CommandName

function peopleHandlers({ read, change, events }: Documents): Pick<Handlers, PeopleCommand> {
  const setContacts = (changed: Result<Contacts>): Result<Contacts> => {
    if (changed.ok) {
      change({ contacts: changed.value })
      events['contacts.changed'].emit(changed.value)
    }
    return changed
  }
  return {
    'contacts.read': () => ok(read().contacts),
    'contacts.save': (contact) => setContacts(withContact(contact)(read().contacts)),
    'contacts.remove': ({ id }) => setContacts(withoutContact(id)(read().contacts)),
    'history.read': () => ok(read().history),
    'history.add': (record) => {
      const changed = withRecord(record)(read().history)
      if (changed.ok) {
        change({ history: changed.value })
        events['history.changed'].emit(changed.value)
      }
      return changed
    },
  }
}
