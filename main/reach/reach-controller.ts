// Owns where this device can be reached: runs the server inside the app where that is wanted, keeps its port, follows
// the network's address, and says how it stands. What follows from what is reach-rules.ts.
import { assertNever } from '../../shared/assert-never'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import type { HomeServer, Reach, ReachChoice } from '../../shared/model/reach'
import type { Settings } from '../../shared/model/settings'
import { fail, ok, type Result } from '../../shared/result'
import type { SettingsKeeper } from '../documents/settings-keeper'
import type { Log } from '../log/log'
import { createTurns } from '../system/turns'
import type { NetworkAddresses } from './choose-address'
import type { EmbeddedServer } from './embedded-server'
import {
  ALL_INTERFACES,
  STABLE_MS,
  advertisedBase,
  dialledBase,
  linksBreak,
  planReach,
  restartDelayMs,
} from './reach-rules'

export type ReachControllerOptions = {
  readonly settings: SettingsKeeper
  readonly server: EmbeddedServer
  /** What links named last, also before this start. */
  readonly advertised: { read(): string | null; remember(base: string): void }
  readonly choosePort: (except: number) => Promise<number | null>
  readonly readAddresses: () => NetworkAddresses
  /** Returns its undo. */
  readonly after: (ms: number, run: () => void) => () => void
  /** Whom the page may dial as its home; told before the change is. */
  readonly homeMoved: (base: string | null) => void
  readonly changed: (reach: Reach) => void
  readonly log: Log
}

export class ReachController {
  readonly #options: ReachControllerOptions
  /** Two starts at once would fight for the port. */
  readonly #inTurn = createTurns()
  #home: HomeServer = { status: 'none' }
  #oldLinksBreak = false
  #crashes = 0
  #cancelTimer: () => void = () => undefined
  #ended = false

  constructor(options: ReachControllerOptions) {
    this.#options = options
  }

  read(): Reach {
    return { mode: this.#options.settings.read().reach.mode, home: this.#home }
  }

  /** Brings up what the settings say. */
  begin(): Promise<Reach> {
    return this.#inTurn(() => this.#apply())
  }

  choose(choice: ReachChoice): Promise<Result<Reach>> {
    return this.#inTurn(async () => {
      const { reach } = this.#options.settings.read()
      if (choice.mode !== 'anywhere') return this.#applyChoice({ ...reach, mode: choice.mode })
      const base = normaliseBaseUrl(choice.server)
      return base.ok
        ? this.#applyChoice({ ...reach, mode: 'anywhere', server: base.value })
        : fail('bad-input', base.code)
    })
  }

  retry(): Promise<Result<Reach>> {
    return this.#inTurn(() => this.#applyChoice(this.#options.settings.read().reach))
  }

  /** Another free port, which breaks old links; only ever after the user was told so. */
  newPort(): Promise<Result<Reach>> {
    return this.#inTurn(async () => {
      const { reach } = this.#options.settings.read()
      const port = await this.#options.choosePort(reach.port)
      return port === null ? fail('port-taken') : this.#applyChoice({ ...reach, port })
    })
  }

  networkChanged(): void {
    const home = this.#home
    const followsNetwork =
      home.status === 'ready' || (home.status === 'failed' && home.code === 'no-network-address')
    if (this.#options.settings.read().reach.mode === 'this-network' && followsNetwork) void this.begin()
  }

  /** The server's process ended by itself. */
  serverCrashed(): void {
    this.#crashes += 1
    this.#cancelTimer()
    const delayMs = restartDelayMs(this.#crashes)
    if (delayMs === null) return this.#publishFailed('internal')
    this.#publish({ status: 'starting' })
    this.#cancelTimer = this.#options.after(delayMs, () => void this.begin())
  }

  /** Doesn't wait for its turn: a start that is under way is given up. */
  async end(): Promise<void> {
    this.#ended = true
    this.#cancelTimer()
    await this.#options.server.stop()
  }

  async #applyChoice(reach: Settings['reach']): Promise<Result<Reach>> {
    this.#crashes = 0
    this.#cancelTimer()
    await this.#options.settings.changeReach(reach)
    return ok(await this.#apply())
  }

  async #apply(): Promise<Reach> {
    if (this.#ended) return this.read()
    const { settings, server, readAddresses } = this.#options
    const plan = planReach(settings.read().reach, readAddresses(), this.#currentAddress())
    switch (plan.kind) {
      case 'none':
        await server.stop()
        this.#publish({ status: 'none' })
        break
      case 'remote':
        await server.stop()
        this.#publishReady({ dial: plan.base, advertised: plan.base, embedded: false })
        break
      case 'no-network':
        await this.#withoutNetwork()
        break
      case 'embedded':
        await this.#runServer(plan.host, plan.address)
        break
      default:
        assertNever(plan)
    }
    return this.read()
  }

  /** A network that is away for a moment doesn't end what runs: the page dials it by loopback. */
  async #withoutNetwork(): Promise<void> {
    const { server } = this.#options
    if (this.#home.status === 'ready' && server.runningAt?.host === ALL_INTERFACES) return
    await server.stop()
    this.#publishFailed('no-network-address')
  }

  async #runServer(host: string, address: string): Promise<void> {
    const { server, after } = this.#options
    const port = await this.#keptPort()
    if (port === null) return this.#publishFailed('port-taken')
    const now = server.runningAt
    if (now?.host !== host || now.port !== port) {
      this.#publish({ status: 'starting' })
      const started = await server.start({ host, port })
      if (!started.ok) return this.#publishFailed(started.code)
      this.#cancelTimer()
      this.#cancelTimer = after(STABLE_MS, () => (this.#crashes = 0))
    }
    this.#publishReady({ dial: dialledBase(port), advertised: advertisedBase(address, port), embedded: true })
  }

  /** Chosen once, then kept: it is part of every link. */
  async #keptPort(): Promise<number | null> {
    const { reach } = this.#options.settings.read()
    if (reach.port !== 0) return reach.port
    const port = await this.#options.choosePort(0)
    if (port !== null) await this.#options.settings.changeReach({ ...reach, port })
    return port
  }

  #currentAddress(): string | null {
    const base = this.#options.advertised.read()
    return base === null ? null : new URL(base).hostname
  }

  #publishReady(found: { dial: string; advertised: string; embedded: boolean }): void {
    const { advertised } = this.#options
    if (linksBreak(advertised.read(), found.advertised, found.embedded)) this.#oldLinksBreak = true
    advertised.remember(found.advertised)
    this.#publish({ status: 'ready', ...found, oldLinksBreak: this.#oldLinksBreak })
  }

  #publishFailed(code: (HomeServer & { status: 'failed' })['code']): void {
    this.#publish({ status: 'failed', code, port: this.#options.settings.read().reach.port })
  }

  #publish(next: HomeServer): void {
    const { homeMoved, changed, log } = this.#options
    if (JSON.stringify(next) === JSON.stringify(this.#home)) return
    this.#home = next
    if (next.status === 'ready') homeMoved(next.dial)
    else if (next.status !== 'starting') homeMoved(null)
    log.info('home', { status: next.status, ...(next.status === 'failed' ? { code: next.code } : {}) })
    changed(this.read())
  }
}
