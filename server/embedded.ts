// Owns running the server inside the app: the entry of Electron's utility process. Its flags are main's first message.
import { performance } from 'node:perf_hooks'
import { normaliseBaseUrl, type BaseUrl } from '../shared/link/base-url'
import { createSignallingServer, DEFAULT_MAX_CLIENTS, type RunningServer } from './create-server'
import { toEmbeddedSchema, type EmbeddedConfig, type FromEmbedded } from './embedded-messages'
import { consoleLog } from './log'

/** Electron's process.parentPort, as far as it is used here; this folder compiles without Electron's types. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  postMessage(message: FromEmbedded): void
}

function hasParentPort(host: object): host is { readonly parentPort: ParentPort } {
  return 'parentPort' in host && typeof host.parentPort === 'object' && host.parentPort !== null
}

const log = consoleLog(process.stdout, process.stderr)

async function start(config: EmbeddedConfig, port: ParentPort): Promise<RunningServer | null> {
  const origins = config.origins
    .map((origin) => normaliseBaseUrl(origin))
    .flatMap((base): BaseUrl[] => (base.ok ? [base.value] : []))
  const started = await createSignallingServer(
    { ...config, origins, tls: null, open: false, maxClients: DEFAULT_MAX_CLIENTS },
    { log, nowMs: () => performance.now() },
  )
  if (!started.ok) {
    port.postMessage({ type: 'failed', code: started.code, port: config.port, detail: started.detail })
    return null
  }
  port.postMessage({ type: 'started', port: started.value.port, addresses: [...started.value.audiences()] })
  return started.value
}

function serve(port: ParentPort): void {
  let running: Promise<RunningServer | null> | null = null
  const stop = async (): Promise<void> => {
    await (await running)?.close()
    process.exit(0) // `peer`'s timers would keep it
  }
  port.on('message', (event) => {
    const message = toEmbeddedSchema.safeParse(event.data)
    if (!message.success) return log.error('a message from main was not understood')
    if (message.data.type === 'stop') return void stop()
    running ??= start(message.data.config, port).then((server) => {
      if (!server) running = null
      return server
    })
  })
}

if (hasParentPort(process)) serve(process.parentPort)
else
  log.error(
    'this is the part of the app that runs in its utility process; for the server alone: npm run server',
  )
