// Owns a notification daemon that records: what was shown, what was closed, when; and does what a user or a bad daemon would.
import { BusConnection, variant, type Call } from './bus-connection'

const NAME = 'org.freedesktop.Notifications'
const FROM = { path: '/org/freedesktop/Notifications', interface: NAME }

export interface DaemonOptions {
  /** All that a full desktop has, unless told. */
  readonly capabilities?: readonly string[]
  /** Members that aren't answered until `release`. */
  readonly holds?: readonly string[]
  /** Answers Notify with an error. */
  readonly refuses?: boolean
  /** The desktop's own do-not-disturb, as KDE tells it. */
  readonly inhibited?: boolean
}

export interface Recorded {
  readonly id: number
  /** When it came; Linux's monotonic clock, the same in all processes. */
  readonly atMs: number
  readonly app: string
  readonly replaces: number
  readonly icon: string
  readonly summary: string
  readonly body: string
  /** As sent: names and labels in turn. */
  readonly actions: readonly string[]
  readonly hints: Readonly<Record<string, unknown>>
  readonly expiryMs: number
  closed: { readonly by: 'expiry' | 'user' | 'app'; readonly atMs: number } | null
}

const FULL = ['actions', 'body', 'body-markup', 'persistence', 'icon-static']
const REASON = { expiry: 1, user: 2, app: 3 } as const

export class NotificationDaemon {
  readonly #connection: BusConnection
  readonly #options: DaemonOptions
  readonly #records: Recorded[]
  readonly #changed: () => void
  #lastId = 0
  readonly #held: (() => void)[] = []

  private constructor(
    connection: BusConnection,
    options: DaemonOptions,
    records: Recorded[],
    changed: () => void,
  ) {
    this.#connection = connection
    this.#options = options
    this.#records = records
    this.#changed = changed
  }

  /** Adds to `records` what it is asked to show. Its ids begin with 1. */
  static async start(
    address: string,
    options: DaemonOptions,
    records: Recorded[],
    changed: () => void,
  ): Promise<NotificationDaemon> {
    const connection = await BusConnection.open(address)
    const daemon = new NotificationDaemon(connection, options, records, changed)
    connection.serve((call) => daemon.#serve(call))
    await connection.own(NAME)
    return daemon
  }

  /** Closes it too, as desktops do. */
  press(record: Recorded, action: string): void {
    this.#connection.send(FROM, 'ActionInvoked', 'us', [record.id, action])
    this.close(record, 'user')
  }

  close(record: Recorded, by: keyof typeof REASON): void {
    if (record.closed) return
    record.closed = { by, atMs: monotonicMs() }
    this.#connection.send(FROM, 'NotificationClosed', 'uu', [record.id, REASON[by]])
    this.#changed()
  }

  /** Answers what it held back, and holds nothing more. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer()
  }

  /** How many calls are held. */
  get heldCalls(): number {
    return this.#held.length
  }

  end(): void {
    this.#connection.end()
  }

  #serve(call: Call): boolean {
    const act = this.#actOf(call)
    if (act === null) return false
    if (this.#options.holds?.includes(call.member)) {
      this.#held.push(act)
      this.#changed()
    } else act()
    return true
  }

  #actOf(call: Call): (() => void) | null {
    switch (call.member) {
      case 'GetCapabilities':
        return () => call.answer('as', [this.#options.capabilities ?? FULL])
      case 'GetServerInformation':
        return () => call.answer('ssss', ['Recording', 'Parley', '1', '1.2'])
      case 'Notify':
        return () => this.#notify(call)
      case 'CloseNotification':
        return () => this.#closeForApp(call)
      case 'Get':
        return () => this.#get(call)
      default:
        return null
    }
  }

  #notify(call: Call): void {
    if (this.#options.refuses) return call.refuse(`${NAME}.Error.Refused`)
    this.#lastId += 1
    this.#records.push(recordOf(this.#lastId, call.body))
    call.answer('u', [this.#lastId])
    this.#changed()
  }

  #closeForApp(call: Call): void {
    const id = call.body[0]
    const open = this.#records.filter((record) => record.id === id && record.closed === null).at(-1)
    call.answer('', [])
    if (open) this.close(open, 'app')
  }

  #get(call: Call): void {
    if (call.body[1] !== 'Inhibited') return call.refuse('org.freedesktop.DBus.Error.UnknownProperty')
    call.answer('v', [variant('b', this.#options.inhibited ?? false)])
  }
}

function recordOf(id: number, body: readonly unknown[]): Recorded {
  const [app, replaces, icon, summary, text, actions, hints, expiryMs] = body
  return {
    id,
    atMs: monotonicMs(),
    app: String(app),
    replaces: Number(replaces),
    icon: String(icon),
    summary: String(summary),
    body: String(text),
    actions: Array.isArray(actions) ? actions.map(String) : [],
    hints: typeof hints === 'object' && hints !== null ? { ...hints } : {},
    expiryMs: Number(expiryMs),
    closed: null,
  }
}

export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6
