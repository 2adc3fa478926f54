// Owns the host of a guest: the page that a server serves, in a browser. What only a desktop has is absent here.
import {
  COMMANDS,
  type AppInfo,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type DocumentTrouble,
  type EventName,
  type EventPayload,
} from '../../shared/ipc/contract'
import type { Desktop } from '../../shared/ipc/desktop-api'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import { appLink, parseCallLink } from '../../shared/link/call-link'
import type { Reach } from '../../shared/model/reach'
import { fail, ok, type Result } from '../../shared/result'
import { createEmitter, type Emitter } from '../lib/emitter'
import type { Clock } from './clock'
import {
  guestDocuments,
  withContact,
  withRecord,
  withSettings,
  withoutContact,
} from './guest/guest-documents'
import { createGuestIdentity } from './guest/guest-identity'
import { createGuestPage, type PageParts } from './guest/guest-page'
import type { GuestStore } from './guest/guest-store'
import type { Log } from './log'

export interface GuestHost extends PageParts {
  /** document.baseURI: the page's own address, which names its server. */
  readonly baseUri: string
  readonly location: { readonly hash: string }
  readonly subtle: SubtleCrypto
  readonly clipboard: Pick<Clipboard, 'writeText'> | undefined
  readonly openStore: () => Promise<GuestStore>
  readonly version: string
  readonly clock: Clock
  readonly log: Log
}

type Handlers = { readonly [N in CommandName]: (input: CommandInput<N>) => Promise<Result<CommandOutput<N>>> }
type Events = { readonly [N in EventName]: Emitter<EventPayload<N>> }

export function createGuestDesktop(host: GuestHost): Desktop {
  const events: Events = {
    'identity.changed': createEmitter(),
    'settings.changed': createEmitter(),
    'reach.changed': createEmitter(),
    'contacts.changed': createEmitter(),
    'history.changed': createEmitter(),
    'document.trouble': createEmitter(),
    'link.opened': createEmitter(),
    'system.woke': createEmitter(),
  }
  const handlers = createHandlers(host, events)
  host.window.addEventListener('hashchange', () => {
    const link = openedLink(host)
    if (link !== null) events['link.opened'].emit({ link })
  })
  host.window.addEventListener('online', () => events['system.woke'].emit({ why: 'network' }))

  return {
    async call(name, ...input) {
      const checked = checkedInput(name, input[0])
      return checked.ok ? handlers[name](checked.value) : checked
    },
    on: (name, listener) => events[name].on(listener),
  }
}

function checkedInput<N extends CommandName>(name: N, input: unknown): Result<CommandInput<N>> {
  const checked = COMMANDS[name].input.safeParse(input)
  return checked.success ? ok(checked.data as CommandInput<N>) : fail('bad-input', checked.error.message)
}

function createHandlers(host: GuestHost, events: Events): Handlers {
  const troubles: DocumentTrouble[] = []
  let opening: Promise<GuestStore> | null = null

  function onTrouble(trouble: DocumentTrouble): void {
    troubles.push(trouble)
    events['document.trouble'].emit(trouble)
  }

  function store(): Promise<GuestStore> {
    opening ??= host.openStore().then((opened) => {
      if (opened.kept === 'memory') {
        onTrouble({ document: 'settings', outcome: 'not-saved', code: 'disk-failed' })
      }
      return opened
    })
    return opening
  }

  const identity = createGuestIdentity(store, host.subtle)
  const documents = guestDocuments(store, onTrouble)
  const page = createGuestPage(host, host.clock, host.log)

  /** Tells everybody in this window of what a command changed, as main does. */
  async function told<N extends EventName>(
    name: N,
    change: Promise<Result<EventPayload<N>>>,
  ): Promise<Result<EventPayload<N>>> {
    const changed = await change
    if (changed.ok) events[name].emit(changed.value)
    return changed
  }

  const info = async (): Promise<AppInfo> => {
    await store()
    const openedWith = openedLink(host)
    return {
      host: 'guest',
      version: host.version,
      electron: '',
      platform: 'browser',
      openedWith,
      troubles: [...troubles],
    }
  }
  const fixedReach = async (): Promise<Result<Reach>> => ok(reachOf(host.baseUri))

  return {
    'app.info': async () => ok(await info()),
    'app.quit': notHere,
    'identity.read': async () => ok(await identity.read()),
    'identity.sign': ({ purpose, body }) => identity.sign(purpose, body),
    'identity.retry': async () => ok(await identity.read()),
    'identity.startOver': () => told('identity.changed', identity.startOver().then(ok)),
    'settings.read': async () => ok(await documents.settings.read()),
    'settings.change': (change) => told('settings.changed', documents.settings.change(withSettings(change))),
    'reach.read': fixedReach,
    // A guest is at home where its page comes from.
    'reach.choose': notHere,
    'reach.retry': notHere,
    'reach.newPort': notHere,
    'visit.open': notHere,
    'visit.close': notHere,
    'contacts.read': async () => ok(await documents.contacts.read()),
    'contacts.save': (contact) => told('contacts.changed', documents.contacts.change(withContact(contact))),
    'contacts.remove': ({ id }) => told('contacts.changed', documents.contacts.change(withoutContact(id))),
    'history.read': async () => ok(await documents.history.read()),
    'history.add': (record) => told('history.changed', documents.history.change(withRecord(record))),
    'clipboard.write': ({ text }) => writeText(host, text),
    // Only getUserMedia can tell, and it asks the person itself.
    'media.access': async () => ok('unknown'),
    'media.openSystemSettings': async () => ok({ opened: false }),
    'window.attention': async ({ on }) => ok(page.setAttention(on) ?? undefined),
    'window.inCall': async ({ active, video }) => ok(page.setInCall(active, video) ?? undefined),
  }
}

const notHere = async (): Promise<Result<never>> => fail('not-supported-here')

function reachOf(baseUri: string): Reach {
  const base = baseOf(baseUri)
  const home = base.ok
    ? ({
        status: 'ready',
        dial: base.value,
        advertised: base.value,
        embedded: false,
        oldLinksBreak: false,
      } as const)
    : ({ status: 'none' } as const)
  return { mode: 'anywhere', home }
}

/** The folder of the page, so that "…/index.html" names the same server as "…/". */
const baseOf = (baseUri: string) => normaliseBaseUrl(new URL('.', baseUri).href)

/** "#/call/<id>" behind the page's address is a link to somebody on this server. */
function openedLink(host: GuestHost): string | null {
  const base = baseOf(host.baseUri)
  const link = base.ok ? parseCallLink(`${base.value}${host.location.hash}`) : base
  return link.ok ? appLink(link.value) : null
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
