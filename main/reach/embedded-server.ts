// Owns one run of the server inside the app: started, failed, ended. The process is handed in: server-process.ts.
import { fromEmbeddedSchema, type FromEmbedded, type ToEmbedded } from '../../server/embedded-messages'
import { fail, ok, type Result } from '../../shared/result'
import type { Log } from '../log/log'

export interface ServerProcess {
  post(message: ToEmbedded): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: () => void): void
  kill(): void
}

export type ListenAt = { readonly host: string; readonly port: number }

export interface EmbeddedServer {
  /** Ends the one that runs first. */
  start(at: ListenAt): Promise<Result<undefined>>
  /** Returns after the port is free again. Harmless where none runs. */
  stop(): Promise<void>
  readonly runningAt: ListenAt | null
}

export type EmbeddedServerOptions = {
  readonly launch: () => ServerProcess
  /** Returns its undo. */
  readonly after: (ms: number, run: () => void) => () => void
  /** The built renderer, which the server hands to guests; null: none. */
  readonly pageFolder: string | null
  /** It ended by itself after it had started. */
  readonly crashed: () => void
  readonly log: Log
}

/** A utility process needs a quarter of a second; a busy machine many times that. */
const START_MS = 15_000
const STOP_MS = 2_000

type Run = {
  readonly process: ServerProcess
  readonly at: ListenAt
  readonly outcome: Promise<Result<undefined>>
  readonly ended: Promise<void>
}

export class ProcessServer implements EmbeddedServer {
  readonly #options: EmbeddedServerOptions
  #run: Run | null = null

  constructor(options: EmbeddedServerOptions) {
    this.#options = options
  }

  get runningAt(): ListenAt | null {
    return this.#run?.at ?? null
  }

  async start(at: ListenAt): Promise<Result<undefined>> {
    await this.stop()
    const run = this.#launch(at)
    this.#run = run
    const outcome = await run.outcome
    if (!outcome.ok) await this.#end(run)
    return outcome
  }

  async stop(): Promise<void> {
    if (this.#run) await this.#end(this.#run)
  }

  async #end(run: Run): Promise<void> {
    if (this.#run === run) this.#run = null
    run.process.post({ type: 'stop' })
    const giveUp = this.#options.after(STOP_MS, () => run.process.kill())
    await run.ended
    giveUp()
  }

  #launch(at: ListenAt): Run {
    const { launch, after, pageFolder } = this.#options
    const process = launch()
    let ended = (): void => undefined
    const outcome = new Promise<Result<undefined>>((resolve) => {
      const giveUp = after(START_MS, () => resolve(fail('internal', 'the server did not start in time')))
      process.onMessage((data) => {
        const settled = this.#outcomeOf(data)
        if (settled) resolve(settled)
      })
      process.onExit(() => {
        giveUp()
        resolve(fail('internal', 'the server process ended')) // without effect once it has started or failed
        ended()
      })
    })
    const run: Run = { process, at, outcome, ended: new Promise((resolve) => (ended = resolve)) }
    void this.#watch(run)
    process.post({ type: 'start', config: { ...at, origins: [], pageFolder, stun: [] } })
    return run
  }

  async #watch(run: Run): Promise<void> {
    const started = await run.outcome
    await run.ended
    if (this.#run !== run) return // ended by us
    this.#run = null
    if (started.ok) this.#options.crashed()
  }

  #outcomeOf(data: unknown): Result<undefined> | null {
    const message = this.#understand(data)
    if (message?.type === 'started') return ok(undefined)
    return message?.type === 'failed' ? fail(message.code, message.detail ?? '') : null
  }

  #understand(data: unknown): FromEmbedded | null {
    const checked = fromEmbeddedSchema.safeParse(data)
    if (!checked.success) this.#options.log.error('a message from the server process was not understood')
    return checked.success ? checked.data : null
  }
}
