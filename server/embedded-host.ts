// Owns the life of the server inside the app: main's messages in, started or failed out.
import { normaliseBaseUrl, type BaseUrl } from '../shared/link/base-url'
import { fail, type Result } from '../shared/result'
import { createSignallingServer, type RunningServer, type ServerDeps } from './create-server'
import { DEFAULT_LIMITS } from './limits'
import { toEmbeddedSchema, type EmbeddedConfig, type FromEmbedded } from './embedded-messages'

/** Electron's process.parentPort, as far as it is used here; this folder compiles without Electron's types. */
export interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  postMessage(message: FromEmbedded): void
}

/** `exit` ends the process: `peer`'s timers would keep it. */
export function serveEmbedded(port: ParentPort, deps: ServerDeps, exit: () => void): void {
  let running: Promise<RunningServer | null> | null = null

  const begin = async (config: EmbeddedConfig): Promise<RunningServer | null> => {
    const started = await start(config, deps)
    if (!started.ok) running = null // main may try another port
    port.postMessage(answerTo(config, started))
    return started.ok ? started.value : null
  }
  const stop = async (): Promise<void> => {
    const server = await running
    await server?.close()
    exit()
  }
  port.on('message', (event) => {
    const message = toEmbeddedSchema.safeParse(event.data)
    if (!message.success) deps.log.error('a message from main was not understood')
    else if (message.data.type === 'stop') void stop()
    else running ??= begin(message.data.config)
  })
}

async function start(config: EmbeddedConfig, deps: ServerDeps): Promise<Result<RunningServer>> {
  const origins: BaseUrl[] = []
  for (const origin of config.origins) {
    const base = normaliseBaseUrl(origin)
    if (!base.ok) return fail('bad-input', 'origin')
    origins.push(base.value)
  }
  return createSignallingServer(
    {
      ...config,
      origins,
      tls: null,
      turn: null,
      open: false,
      invited: null,
      joinCode: null,
      limits: DEFAULT_LIMITS,
      trustProxy: [],
    },
    deps,
  )
}

function answerTo(config: EmbeddedConfig, started: Result<RunningServer>): FromEmbedded {
  if (!started.ok) return { type: 'failed', code: started.code, port: config.port, detail: started.detail }
  return { type: 'started', port: started.value.port, addresses: [...started.value.audiences()] }
}
