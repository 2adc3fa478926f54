// Owns where this device can be reached: runs the server inside the app where that is wanted, keeps its port, follows
// the network's address, and says how it stands. What follows from what is reach-rules.ts.
import type { HomeServer, Reach, ReachChoice } from '../../shared/model/reach'
import type { Settings } from '../../shared/model/settings'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import { fail, ok, type Result } from '../../shared/result'
import { assertNever } from '../../shared/assert-never'
import type { SettingsKeeper } from '../documents/settings-keeper'
import type { Log } from '../log/log'
import type { NetworkAddresses } from './choose-address'
import type { EmbeddedServer } from './embedded-server'
import { STABLE_MS, advertisedBase, dialledBase, linksBreak, planReach, restartDelayMs } from './reach-rules'

export type ReachControllerOptions = {
  readonly settings: SettingsKeeper
  readonly server: Pick<EmbeddedServer, 'start' | 'stop' | 'runningAt'>
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

export interface ReachController {
  read(): Reach
  /** Brings up what the settings say. */
  begin(): Promise<Reach>
  choose(choice: ReachChoice): Promise<Result<Reach>>
  retry(): Promise<Result<Reach>>
  newPort(): Promise<Result<Reach>>
  networkChanged(): void
  serverCrashed(): void
  end(): Promise<void>
}

export function createReachController(options: ReachControllerOptions): ReachController {
  const { settings, server, log } = options
  let home: HomeServer = { status: 'none' }
  let oldLinksBreak = false
  let crashes = 0
  let cancelTimer = (): void => undefined
  let queue: Promise<unknown> = Promise.resolve()

  const read = (): Reach => ({ mode: settings.read().reach.mode, home })

  /** One at a time: two starts would fight for the port. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work)
    queue = turn.then(undefined, () => undefined) // whoever asked has the error; the next one still has its turn
    return turn
  }

  function publish(next: HomeServer): void {
    if (JSON.stringify(next) === JSON.stringify(home)) return
    home = next
    if (next.status === 'ready') options.homeMoved(next.dial)
    else if (next.status !== 'starting') options.homeMoved(null)
    log.info('home', { status: next.status, ...(next.status === 'failed' ? { code: next.code } : {}) })
    options.changed(read())
  }

  function publishReady(dial: string, advertised: string, embedded: boolean): void {
    if (linksBreak(options.advertised.read(), advertised, embedded)) oldLinksBreak = true
    options.advertised.remember(advertised)
    publish({ status: 'ready', dial, advertised, embedded, oldLinksBreak })
  }

  function currentAddress(): string | null {
    const base = home.status === 'ready' && home.embedded ? home.advertised : options.advertised.read()
    return base === null ? null : new URL(base).hostname
  }

  async function keptPort(): Promise<number | null> {
    const { reach } = settings.read()
    if (reach.port !== 0) return reach.port
    const port = await options.choosePort(0)
    if (port !== null) await settings.changeReach({ ...reach, port })
    return port
  }

  async function runServer(host: string, address: string): Promise<void> {
    const port = await keptPort()
    if (port === null) return publish({ status: 'failed', code: 'port-taken', port: 0 })
    const now = server.runningAt
    if (now?.host !== host || now.port !== port) {
      publish({ status: 'starting' })
      const started = await server.start({ host, port })
      if (!started.ok) return publish({ status: 'failed', code: started.code, port })
      cancelTimer()
      cancelTimer = options.after(STABLE_MS, () => (crashes = 0))
    }
    publishReady(dialledBase(port), advertisedBase(address, port), true)
  }

  async function apply(): Promise<Reach> {
    const { reach } = settings.read()
    const plan = planReach(reach, options.readAddresses(), currentAddress())
    switch (plan.kind) {
      case 'none':
        await server.stop()
        publish({ status: 'none' })
        break
      case 'remote':
        await server.stop()
        publishReady(plan.base, plan.base, false)
        break
      case 'no-network':
        // A network that is away for a moment doesn't end what runs: the page dials it by loopback.
        if (home.status !== 'ready' || server.runningAt?.host !== '0.0.0.0') {
          await server.stop()
          publish({ status: 'failed', code: 'no-network-address', port: reach.port })
        }
        break
      case 'embedded':
        await runServer(plan.host, plan.address)
        break
      default:
        assertNever(plan)
    }
    return read()
  }

  function restartLater(): void {
    crashes += 1
    const delayMs = restartDelayMs(crashes)
    cancelTimer()
    if (delayMs === null)
      return publish({ status: 'failed', code: 'internal', port: settings.read().reach.port })
    publish({ status: 'starting' })
    cancelTimer = options.after(delayMs, () => void inTurn(apply))
  }

  async function applyChoice(reach: Settings['reach']): Promise<Result<Reach>> {
    crashes = 0
    cancelTimer()
    await settings.changeReach(reach)
    return ok(await apply())
  }

  return {
    read,
    begin: () => inTurn(apply),
    choose: (choice) =>
      inTurn(async () => {
        const { reach } = settings.read()
        if (choice.mode !== 'anywhere') return applyChoice({ ...reach, mode: choice.mode })
        const base = normaliseBaseUrl(choice.server)
        return base.ok
          ? applyChoice({ ...reach, mode: 'anywhere', server: base.value })
          : fail('bad-input', base.code)
      }),
    retry: () => inTurn(() => applyChoice(settings.read().reach)),
    newPort: () =>
      inTurn(async () => {
        const { reach } = settings.read()
        const port = await options.choosePort(reach.port)
        return port === null ? fail('port-taken') : applyChoice({ ...reach, port })
      }),
    networkChanged: () => {
      if (settings.read().reach.mode === 'this-network' && home.status !== 'starting') void inTurn(apply)
    },
    serverCrashed: restartLater,
    async end() {
      cancelTimer()
      await inTurn(() => server.stop())
    },
  }
}
