// Owns starting the real server for a test: any free port of this computer, a clock that the test moves.
import { createSignallingServer, type RunningServer } from '../create-server'
import type { ServerConfig } from '../server-config'
import { DEFAULT_LIMITS, type Limits } from '../limits'
import { SILENT_LOG, type Log } from '../log'

export interface TestServer {
  readonly base: string
  readonly running: RunningServer
  readonly clock: { nowMs: number }
  close(): Promise<void>
}

export interface TestServerOptions {
  readonly config?: Partial<ServerConfig>
  /** Those that are not the default ones. */
  readonly limits?: Partial<Limits>
  readonly log?: Log
}

export const TEST_CONFIG: ServerConfig = {
  host: '127.0.0.1',
  port: 0,
  tls: null,
  origins: [],
  stun: [],
  turn: null,
  open: false,
  invited: null,
  joinCode: null,
  pageFolder: null,
  limits: DEFAULT_LIMITS,
  trustProxy: [],
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const clock = { nowMs: 1_000 }
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const config = { ...TEST_CONFIG, limits, ...options.config }
  const started = await createSignallingServer(config, {
    log: options.log ?? SILENT_LOG,
    nowMs: () => clock.nowMs,
  })
  if (!started.ok) throw new Error(`the server did not start: ${started.code} ${started.detail ?? ''}`)
  const running = started.value
  const scheme = config.tls ? 'https' : 'http'
  return { base: `${scheme}://127.0.0.1:${running.port}/`, running, clock, close: () => running.close() }
}
