// Owns looking for a newer version: at the start, every four hours and when asked; loading it, never during a call; and putting
// it in place as Parley ends. What each piece of news means is update-rules.ts.
import type { UpdateState, UpdatesOff } from '../../shared/model/update'
import { kindOfError, type Log } from '../log/log'
import { afterNews, foundOf, problemOf, type Found } from './update-rules'
import type { CreateUpdater, Installed, Updater, UpdaterNews } from './updater-kind'

export interface UpdateDeps {
  readonly off: UpdatesOff | null
  /** Asked for once, with the first check: it takes its time to load. */
  readonly createUpdater: CreateUpdater
  /** A call rings or is on: its line isn't shared with a download, and nothing is started anew. */
  readonly isBusy: () => boolean
  readonly every: (ms: number, run: () => void) => () => void
  readonly changed: (state: UpdateState) => void
  /** Ends the app; what is ready is put in place then. */
  readonly quit: () => void
  /** Starts the app anew as it ends. */
  readonly relaunch: () => void
  readonly log: Log
}

export const CHECK_EVERY_MS = 4 * 3_600_000

export class UpdateController {
  #state: UpdateState
  #found: Found | null = null
  #updater: Promise<Updater> | null = null
  #loaded: Updater | null = null
  /** A check or a download that waits for the end of a call. */
  #waiting: 'check' | 'load' | null = null
  #startAgain = false
  #endChecks: () => void = () => undefined

  constructor(private readonly deps: UpdateDeps) {
    this.#state = deps.off === null ? { is: 'none', asked: false } : { is: 'off', why: deps.off }
  }

  read(): UpdateState {
    return this.#state
  }

  /** Once the window is up. */
  begin(): void {
    if (this.deps.off !== null) return
    this.check()
    this.#endChecks = this.deps.every(CHECK_EVERY_MS, () => this.check())
  }

  /** Nothing where one is running, or what was found is here already. */
  check(): void {
    if (!['none', 'failed'].includes(this.#state.is)) return
    if (this.deps.isBusy()) {
      this.#waiting = 'check'
      return
    }
    this.#found = null
    this.#set({ is: 'checking' })
    void this.#with((updater) => updater.check())
  }

  /** A call may have ended. */
  look(): void {
    if (this.#waiting === null || this.deps.isBusy()) return
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting === 'check') this.check()
    else this.#load()
  }

  /** False during a call, and where there is nothing to start anew for. */
  restart(): boolean {
    if (this.deps.isBusy() || (this.#state.is !== 'ready' && this.#state.is !== 'replaced')) return false
    if (this.#state.is === 'replaced') this.deps.relaunch()
    else this.#startAgain = true
    this.deps.quit()
    return true
  }

  /** The system's package manager put another version in place. */
  replaced(version: string): void {
    this.#set({ is: 'replaced', version })
  }

  /** The last thing before the process ends. */
  end(): Installed {
    this.#endChecks()
    if (this.#state.is !== 'ready' || !this.#loaded) return 'done'
    const installed = this.#loaded.install(this.#startAgain)
    this.deps.log.info('update', { installed })
    return installed
  }

  #load(): void {
    if (this.deps.isBusy()) this.#waiting = 'load'
    else void this.#with((updater) => updater.load())
  }

  #hear(news: UpdaterNews): void {
    if (news.is === 'found') this.#found = foundOf(news)
    if (news.is === 'failed') this.deps.log.error('update failed', { why: problemOf(news.error) })
    const before = this.#state
    const next = afterNews(before, this.#found, news)
    if (next !== before) this.#set(next)
    if (news.is === 'found' && next.is === 'loading') this.#load()
  }

  async #with(act: (updater: Updater) => void): Promise<void> {
    try {
      this.#updater ??= this.deps.createUpdater((news) => this.#hear(news))
      const updater = await this.#updater
      this.#loaded = updater
      act(updater)
    } catch (error) {
      this.deps.log.error('no updater', { why: kindOfError(error) })
      this.#updater = null
      this.#hear({ is: 'failed', error })
    }
  }

  #set(state: UpdateState): void {
    this.#state = state
    this.deps.changed(state)
  }
}
