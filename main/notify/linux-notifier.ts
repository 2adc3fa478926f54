// Owns notifications on Linux, in the product's own words to org.freedesktop.Notifications: each notice from being asked for to
// its end, through a daemon that refuses, dies or comes back. What is said and heard is notice-rules.ts, the connection
// notification-service.ts.
import type { Log } from '../log/log'
import {
  notifyBody,
  outlivesDaemon,
  type NotifyLook,
  type ServiceSignal,
  type WhyNoNotice,
} from './notice-rules'
import { DEFAULT_ACTION } from './notice-text'
import { NotificationService, type Posted } from './notification-service'
import type { Abilities, Notice, NoticeEvent, Notifier } from './notifier'

export interface LinuxNotifierOptions extends NotifyLook {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
}

/** A daemon that falls over our notice shall not do so for ever. */
const MAX_AGAIN = 3

interface Wanted {
  readonly notice: Notice
  readonly heard: (event: NoticeEvent) => void
  now: 'asking' | Posted | 'failed' | 'over'
  /** Daemons that had come up when it was last asked for. */
  daemons: number
  again: number
}

export function linuxNotifier(options: LinuxNotifierOptions): Notifier {
  return new LinuxNotifier(options)
}

class LinuxNotifier implements Notifier {
  readonly #wanted = new Set<Wanted>()
  readonly #service: NotificationService
  readonly #options: LinuxNotifierOptions

  constructor(options: LinuxNotifierOptions) {
    this.#options = options
    this.#service = new NotificationService({
      env: options.env,
      heard: (signal) => this.#take(signal),
      lost: () => this.#lose(),
    })
  }

  show(notice: Notice, heard: (event: NoticeEvent) => void): () => void {
    const wanted: Wanted = { notice, heard, now: 'asking', daemons: 0, again: MAX_AGAIN }
    this.#wanted.add(wanted)
    void this.#put(wanted)
    return () => this.#undo(wanted)
  }

  async abilities(): Promise<Abilities> {
    const server = await this.#service.server()
    if (!server.ok) return { server: null, actions: false, persistence: false }
    const { name, actions, persistence } = server.value
    return { server: name, actions, persistence }
  }

  end(): void {
    for (const wanted of this.#wanted) this.#undo(wanted)
    this.#service.end()
  }

  async #put(wanted: Wanted): Promise<void> {
    wanted.now = 'asking'
    wanted.daemons = this.#service.daemons
    const server = await this.#service.server()
    if (!this.#wanted.has(wanted)) return
    if (!server.ok) return this.#fail(wanted, server.code)
    const posted = await this.#service.post(notifyBody(wanted.notice, server.value, this.#options))
    if (!posted.ok) return this.#fail(wanted, posted.code)
    // Undone before its id was known.
    if (!this.#wanted.has(wanted)) return void this.#service.close(posted.value)
    wanted.now = posted.value
    this.#tell(wanted, { is: 'shown' })
    this.#lookAgainLater(wanted)
  }

  #undo(wanted: Wanted): void {
    if (!this.#wanted.delete(wanted)) return
    if (typeof wanted.now === 'object') void this.#service.close(wanted.now)
  }

  #fail(wanted: Wanted, why: WhyNoNotice): void {
    if (!this.#wanted.has(wanted)) return
    this.#options.log.info('notification failed', { why, kind: wanted.notice.kind })
    if (!outlivesDaemon(wanted.notice.kind)) return this.#finish(wanted, { is: 'failed', why })
    wanted.now = 'failed'
    this.#tell(wanted, { is: 'failed', why })
    this.#lookAgainLater(wanted)
  }

  /** The daemon may have changed while it was asked. */
  #lookAgainLater(wanted: Wanted): void {
    setImmediate(() => {
      if (this.#wanted.has(wanted)) this.#look(wanted)
    })
  }

  #look(wanted: Wanted): void {
    const { owner, daemons } = this.#service
    if (typeof wanted.now === 'object' && owner !== null && owner !== wanted.now.owner) {
      return this.#fail(wanted, 'daemon-died')
    }
    if (wanted.now !== 'failed' || owner === '' || wanted.daemons >= daemons) return
    if (wanted.again === 0) return
    wanted.again -= 1
    void this.#put(wanted)
  }

  #take(signal: ServiceSignal): void {
    if (signal.is === 'owner') {
      for (const wanted of this.#wanted) this.#look(wanted)
      return
    }
    for (const wanted of this.#wanted) {
      const { now } = wanted
      if (typeof now !== 'object' || now.id !== signal.id || now.owner !== signal.owner) continue
      if (signal.is === 'pressed') this.#press(wanted, signal.action)
      else this.#finish(wanted, { is: 'closed', by: signal.by })
    }
  }

  #press(wanted: Wanted, action: string): void {
    const isOurs = action === DEFAULT_ACTION || wanted.notice.actions.some(({ name }) => name === action)
    if (isOurs) this.#tell(wanted, { is: 'pressed', action })
  }

  #lose(): void {
    for (const wanted of this.#wanted) if (typeof wanted.now === 'object') this.#fail(wanted, 'no-bus')
  }

  #finish(wanted: Wanted, event: NoticeEvent): void {
    wanted.now = 'over'
    this.#tell(wanted, event)
    setImmediate(() => this.#wanted.delete(wanted))
  }

  #tell(wanted: Wanted, event: NoticeEvent): void {
    setImmediate(() => {
      if (this.#wanted.has(wanted)) wanted.heard(event)
    })
  }
}
