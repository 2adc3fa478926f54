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

export type ListenAt = { readonly host: string; readonly port: number }

export interface EmbeddedServer {
  start(at: ListenAt): Promise<Result<undefined>>
  /** Returns after the port is free again. Harmless where none runs. */
  stop(): Promise<void>
  readonly runningAt: ListenAt | null
}

/** A utility process needs a quarter of a second; a busy machine many times that. */
const START_MS = 15_000
const STOP_MS = 2_000

type Run = { readonly process: ServerProcess; readonly at: ListenAt; readonly ended: Promise<void> }

export function createEmbeddedServer(options: EmbeddedServerOptions): EmbeddedServer {
  let run: Run | null = null

  function understand(message: unknown): FromEmbedded | null {
    const checked = fromEmbeddedSchema.safeParse(message)
    if (!checked.success) options.log.error('a message from the server process was not understood')
    return checked.success ? checked.data : null
  }

  function launch(at: ListenAt, settle: (outcome: Result<undefined>) => void): Run {
    const process = options.launch()
    let hasStarted = false
    const ended = new Promise<void>((resolve) => {
      process.onExit(() => {
        resolve()
        const isCurrent = run?.process === process
        if (isCurrent) run = null
        settle(fail('internal', 'the server process ended')) // without effect once it has started or failed
        if (isCurrent && hasStarted) options.crashed()
      })
    })
    process.onMessage((data) => {
      const message = understand(data)
      if (message?.type === 'started') {
        hasStarted = true
        settle(ok(undefined))
      }
      if (message?.type === 'failed') settle(fail(message.code, message.detail ?? ''))
    })
    const { pageFolder } = options
    process.post({ type: 'start', config: { ...at, origins: [], pageFolder, stun: [] } })
    return { process, at, ended }
  }

  async function stop(): Promise<void> {
    const stopped = run
    if (!stopped) return
    run = null
    stopped.process.post({ type: 'stop' })
    const giveUp = options.after(STOP_MS, () => stopped.process.kill())
    await stopped.ended
    giveUp()
  }

  return {
    async start(at) {
      await stop()
      const outcome = await new Promise<Result<undefined>>((resolve) => {
        const giveUp = options.after(START_MS, () =>
          resolve(fail('internal', 'the server did not start in time')),
        )
        run = launch(at, (settled) => {
          giveUp()
          resolve(settled)
        })
      })
      if (!outcome.ok) await stop()
      return outcome
    },
    stop,
    get runningAt() {
      return run?.at ?? null
    },
  }
}
