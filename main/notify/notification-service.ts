// Owns talking to the desktop's notification service: one connection, opened on first use, kept, and opened again if it was lost.
// What is said is notice-rules.ts; which notice is whose is linux-notifier.ts.
import { ok, fail, type Result } from '../../shared/result'
import type { BusTrouble } from '../system/bus-trouble'
import { openBus, type Bus, type BusAnswer, type BusQuestion } from '../system/session-bus'
import {
  NOTIFICATIONS,
  NOTIFICATIONS_PATH,
  NOTIFY_SIGNATURE,
  SERVICE_RULES,
  serverOf,
  serviceSignal,
  whyOf,
  type NoticeServer,
  type ServiceSignal,
  type WhyNoNotice,
} from './notice-rules'

/** Ids begin anew with each daemon. */
export interface Posted {
  readonly id: number
  readonly owner: string
}

export interface ServiceOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly heard: (signal: ServiceSignal) => void
  /** All that was posted is out of reach. */
  readonly lost: () => void
}

export class NotificationService {
  #bus: Promise<Bus | null> | null = null
  #server: Promise<Result<NoticeServer, WhyNoNotice>> | null = null
  #owner: string | null = null
  #daemons = 0
  readonly #posting = new Set<Promise<unknown>>()
  #isOver = false
  readonly #options: ServiceOptions

  constructor(options: ServiceOptions) {
    this.#options = options
  }

  /** As the bus told: null before its first word, empty where there is nobody. */
  get owner(): string | null {
    return this.#owner
  }

  /** How many have come up since we listen. */
  get daemons(): number {
    return this.#daemons
  }

  /** Asked once of each daemon. */
  server(): Promise<Result<NoticeServer, WhyNoNotice>> {
    const asked = this.#server ?? this.#askServer()
    this.#server = asked
    void asked.then(({ ok }) => {
      if (!ok && this.#server === asked) this.#server = null
    })
    return asked
  }

  /** An answer that comes too late closes what it tells of. */
  post(body: readonly unknown[]): Promise<Result<Posted, WhyNoNotice>> {
    const posting = this.#post(body)
    this.#posting.add(posting)
    void posting.then(() => this.#posting.delete(posting))
    return posting
  }

  async close({ id, owner }: Posted): Promise<void> {
    const bus = await this.#bus
    // To that daemon alone: another would close somebody else's.
    await bus?.ask({ ...question('CloseNotification', 'u', [id]), destination: owner })
  }

  /** What was being shown is closed by whoever waits for it; then the connection ends. */
  end(): void {
    if (this.#isOver) return
    this.#isOver = true
    const bus = this.#bus
    void Promise.all([bus, ...this.#posting]).then(([opened]) => setImmediate(() => opened?.end()))
  }

  async #post(body: readonly unknown[]): Promise<Result<Posted, WhyNoNotice>> {
    const bus = await this.#connect()
    if (!bus) return fail('no-bus')
    const answer = await bus.ask(question('Notify', NOTIFY_SIGNATURE, body), (late) => {
      const posted = postedOf(late)
      if (posted) void this.close(posted)
    })
    if (!answer.ok) return fail(whyOf(answer.code))
    const posted = postedOf(answer.value)
    return posted ? ok(posted) : fail('refused')
  }

  async #askServer(): Promise<Result<NoticeServer, WhyNoNotice>> {
    const bus = await this.#connect()
    if (!bus) return fail('no-bus')
    const [capabilities, information] = await Promise.all([
      bus.ask(question('GetCapabilities')),
      bus.ask(question('GetServerInformation')),
    ])
    if (!capabilities.ok) return fail(whyOf(capabilities.code))
    return ok(serverOf(valueOf(capabilities), valueOf(information)))
  }

  #connect(): Promise<Bus | null> {
    if (this.#isOver) return Promise.resolve(null)
    this.#bus ??= this.#open()
    return this.#bus
  }

  async #open(): Promise<Bus | null> {
    const bus = await openBus({
      kind: 'session',
      env: this.#options.env,
      heard: (signal) => this.#take(serviceSignal(signal)),
      lost: () => this.#lose(),
    })
    // Not waited for: the bus keeps the order, so it knows them before a daemon hears of us.
    for (const rule of SERVICE_RULES) void bus?.listen(rule)
    return bus
  }

  #lose(): void {
    this.#bus = null
    this.#server = null
    this.#owner = null
    if (!this.#isOver) this.#options.lost()
  }

  #take(signal: ServiceSignal | null): void {
    if (signal === null || this.#isOver) return
    if (signal.is === 'owner') {
      // While the first question starts a daemon, that daemon is the one asked.
      if (signal.was !== '') this.#server = null
      this.#owner = signal.now
      if (signal.now !== '') this.#daemons += 1
    }
    this.#options.heard(signal)
  }
}

function question(member: string, signature = '', body: readonly unknown[] = []): BusQuestion {
  return {
    destination: NOTIFICATIONS,
    path: NOTIFICATIONS_PATH,
    interface: NOTIFICATIONS,
    member,
    signature,
    body,
  }
}

function postedOf({ body: [id], sender: owner }: BusAnswer): Posted | null {
  return typeof id === 'number' && owner !== '' ? { id, owner } : null
}

const valueOf = (answer: Result<BusAnswer, BusTrouble>): unknown => (answer.ok ? answer.value.body[0] : null)
