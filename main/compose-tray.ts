// Owns putting the tray together: whether there is one, and what it shows of everything that Parley is.
import type { History } from '../shared/model/call-record'
import type { Contacts } from '../shared/model/contact'
import type { DoNotDisturb, QuietReason } from '../shared/model/do-not-disturb'
import type { Ring } from '../shared/model/ring'
import type { Status } from '../shared/model/status'
import type { Verb } from '../shared/model/verbs'
import type { Log } from './log/log'
import { openBus } from './system/session-bus'
import { after, every } from './system/timers'
import { clockWords } from './tray/clock-words'
import { outsidePeople } from './tray/outside-people'
import { systemPanel } from './tray/panel'
import { putUpTray } from './tray/system-tray'
import { createTray } from './tray/tray'
import { watchTrayHost } from './tray/tray-host'
import { trayModel } from './tray/tray-model'

export type TrayParts = {
  /** assets/tray. */
  readonly iconFolder: string
  readonly status: () => Status
  readonly ring: () => Ring | null
  readonly quiet: () => { readonly wish: DoNotDisturb; readonly reason: QuietReason | null }
  readonly contacts: () => Contacts
  readonly history: () => History
  readonly press: (verb: Verb) => void
  /** What the window waits for goes first. */
  readonly calm: Promise<void>
  readonly log: Log
}

export type TrayPart = {
  readonly isThere: () => boolean
  /** Resolves once that was asked for the first time; bounded. */
  readonly asked: Promise<void>
  readonly refresh: () => void
  readonly end: () => void
}

/** What ends by the clock, such as not to disturb for half an hour. */
const REFRESH_MS = 30_000

export function composeTray(parts: TrayParts): TrayPart {
  const { platform, env } = process
  const log = parts.log.named('tray')
  const host = watchTrayHost({
    ...{ platform, after, log },
    async openBus(options) {
      await parts.calm
      return openBus({ kind: 'session', env, ...options })
    },
  })
  const tray = createTray({
    ...{ putUp: putUpTray, iconFolder: parts.iconFolder, platform, panel: systemPanel(platform, env) },
    ...{ press: parts.press, now: Date.now, log },
  })

  // Reading how the system writes a time takes its time.
  let clock: ReturnType<typeof clockWords> | null = null

  function refresh(): void {
    // Where nothing shows it, an icon would be put up in vain, or where nobody looks.
    if (!host.isThere()) return
    const people = outsidePeople(parts.contacts(), parts.history())
    const now = { status: parts.status(), ring: parts.ring(), quiet: parts.quiet(), nowMs: Date.now() }
    clock ??= clockWords()
    tray.show(trayModel({ ...people, ...now }, clock))
  }

  const deaf = host.onChange((there) => {
    if (!there) return
    refresh()
    tray.renew()
  })
  const stop = every(REFRESH_MS, refresh)
  return {
    isThere: host.isThere,
    asked: host.asked,
    refresh,
    end() {
      stop()
      deaf()
      tray.end()
      host.end()
    },
  }
}
