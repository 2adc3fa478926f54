// Owns whether there is a tray that can show us, and hearing of one that comes or goes. A bus that is absent or breaks means
// that there is none.
import { kindOfError, type Log } from '../log/log'
import type { Bus, BusOptions } from '../system/session-bus'
import {
  concernsHost,
  hasTrayAlways,
  HOST_PROPERTY,
  HOST_RULES,
  isHostThere,
  WATCHER,
  WATCHER_PATH,
  type HostSignal,
} from './tray-host-rules'

export interface TrayHost {
  readonly isThere: () => boolean
  /** Resolves once it was asked for the first time; bounded. */
  readonly asked: Promise<void>
  /** Its undo. */
  readonly onChange: (changed: (there: boolean) => void) => () => void
  readonly end: () => void
}

export type TrayHostOptions = {
  readonly platform: string
  /** null: there is none. */
  readonly openBus: (options: Pick<BusOptions, 'heard' | 'lost'>) => Promise<Bus | null>
  readonly after: (ms: number, run: () => void) => () => void
  readonly log: Log
}

/** A panel that is busy at login answers late, and nothing tells when it will. */
const AGAIN_MS = 10_000

export function watchTrayHost(options: TrayHostOptions): TrayHost {
  return hasTrayAlways(options.platform) ? ALWAYS : watchOnBus(options)
}

const nothing = (): void => undefined
const ALWAYS: TrayHost = {
  isThere: () => true,
  asked: Promise.resolve(),
  onChange: () => nothing,
  end: nothing,
}

function watchOnBus({ openBus, after, log }: TrayHostOptions): TrayHost {
  const known = createKnown(log)
  const state = { ended: false }
  let bus: Bus | null = null
  let stopWaiting = nothing

  const ask = coalesced(async () => {
    stopWaiting()
    if (!bus) return
    const there = await isThereOn(bus)
    if (there !== null) known.tell(there)
    else if (!state.ended) stopWaiting = after(AGAIN_MS, () => void ask())
  })

  function lose(why: string): void {
    log.info('tray host unknown', { why })
    bus = null
    known.tell(false)
  }

  async function begin(): Promise<void> {
    const heard = (signal: HostSignal): void => {
      if (concernsHost(signal)) void ask()
    }
    const opened = await openBus({ heard, lost: lose })
    if (state.ended) return opened?.end()
    bus = opened
    // Before the question, so that nothing changes unheard.
    for (const rule of HOST_RULES) await opened?.listen(rule)
    await ask()
  }

  return {
    isThere: known.isThere,
    onChange: known.onChange,
    asked: begin().catch((error: unknown) => lose(kindOfError(error))),
    end() {
      state.ended = true
      known.end()
      stopWaiting()
      bus?.end()
      bus = null
    },
  }
}

/** What was said last, to whoever wants to hear of the next. */
function createKnown(log: Log): Omit<TrayHost, 'asked'> & { readonly tell: (there: boolean) => void } {
  const listeners = new Set<(there: boolean) => void>()
  const known = { there: false, ended: false }
  return {
    isThere: () => known.there,
    tell(there) {
      if (known.ended || there === known.there) return
      known.there = there
      log.info('tray host', { there })
      for (const changed of [...listeners]) changed(there)
    },
    onChange(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    end() {
      known.ended = true
      listeners.clear()
    },
  }
}

/** One at a time, and once more for all that was asked for meanwhile. */
function coalesced(work: () => Promise<void>): () => Promise<void> {
  const asked = { times: 0 }
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    for (let seen = 0; seen !== asked.times;) {
      seen = asked.times
      await work()
    }
    running = null
  }

  return () => {
    asked.times += 1
    running ??= run()
    return running
  }
}

/** null: no answer in time. Asked by its unique name, so that nothing is started for it. */
async function isThereOn(bus: Bus): Promise<boolean | null> {
  const owner = await bus.ask({
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
    member: 'GetNameOwner',
    signature: 's',
    body: [WATCHER],
  })
  const name: unknown = owner.ok ? owner.value.body[0] : null
  if (typeof name !== 'string') return false
  const registered = await bus.ask({
    destination: name,
    path: WATCHER_PATH,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [WATCHER, HOST_PROPERTY],
  })
  if (!registered.ok) return registered.code === 'no-answer' ? null : false
  return isHostThere({ owner: name, registered: registered.value.body[0] })
}
