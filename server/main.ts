// Owns running the signalling server alone: options in, one line per state out, a clean end or new options on a signal.
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Failure } from '../shared/result'
import { networkAddresses } from './audiences'
import { needRestart, readCommandLine, type CommandLine } from './config'
import { createSignallingServer, type RunningServer } from './create-server'
import { jsonLog } from './json-log'
import { consoleLog, type Log } from './log'
import { serveMetrics } from './metrics-server'
import { DISK_FILES } from './named-files'
import { helpText } from './options'
import { createMetrics } from './prom-metrics'
import type { ServerConfig } from './server-config'
import { warnOfTurn } from './turn-warning'
import { expiryOfTls, problemOfTls } from './tls-pair'

/** Of package.json, put in by the build. */
declare const __VERSION__: string

const EXIT_WRONG_OPTIONS = 2
const EXIT_NOT_STARTED = 1
const EXIT_NOW = true

const WARN_BEFORE_MS = 14 * 86_400_000

const read = (): CommandLine =>
  readCommandLine(process.argv.slice(2), {
    env: process.env,
    files: DISK_FILES,
    pageFolder: join(__dirname, '../renderer'),
    addresses: networkAddresses,
    problemOfTls: (pair) => problemOfTls(pair, new Date()),
  })

type Run = Extract<CommandLine, { readonly kind: 'run' }>

async function run(first: Run): Promise<void> {
  const { config, operating } = first
  const log = operating.log === 'json' ? jsonLog() : consoleLog(process.stdout, process.stderr)
  const started = await createSignallingServer(config, { log, nowMs: () => performance.now() })
  if (!started.ok) return notStarted(log, config, started)
  const server = started.value
  const running = { server, log, current: first }
  if (operating.metrics) {
    const registry = createMetrics(server, () => expiryOf(running.current))
    const metrics = await serveMetrics(operating.metrics, registry, log)
    if (!metrics.ok) {
      await server.close()
      return notStarted(log, operating.metrics, metrics, EXIT_NOW)
    }
    log.info(`metrics on ${operating.metrics.host} port ${String(metrics.value.port)}`)
  }
  endOnSignal(running)
  process.on('SIGHUP', () => reload(running))
  for (const base of server.audiences()) log.info(`answering as ${base}`)
  log.info(`guest page: ${pageWords(server, config)}`)
  warnOfExpiry(running)
  if (config.turn) void warnOfTurn(config.turn, log)
  log.info(`listening on port ${String(server.port)}`)
}

function pageWords({ guestPage }: RunningServer, { pageFolder }: ServerConfig): string {
  if (guestPage) return 'served'
  return pageFolder === null ? 'off' : 'none'
}

interface Running {
  readonly server: RunningServer
  readonly log: Log
  current: Run
}

function notStarted(log: Log, at: Pick<ServerConfig, 'host' | 'port'>, failure: Failure, now = false): void {
  const why = failure.detail === undefined ? '' : ` (${failure.detail})`
  log.error(`can't listen on ${at.host} port ${String(at.port)}: ${failure.code}${why}`)
  process.exitCode = EXIT_NOT_STARTED
  if (now) process.exit() // `peer`'s timers would keep the process
}

/** Signals come twice where both a terminal and npm pass them on. */
function endOnSignal({ server, log }: Running): void {
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    log.info('stopping')
    void server.stop(Math.random).then(() => {
      log.info('stopped')
      process.exit(0) // `peer`'s timers would keep the process
    })
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** What is wrong now leaves what is served as it was. */
function reload(running: Running): void {
  const { server, log, current } = running
  const next = read()
  if (next.kind !== 'run') {
    log.error(`not reloaded: ${next.kind === 'refused' ? next.problem : 'see --help'}`)
    return
  }
  const left = needRestart(current.options, next.options)
  if (left.length > 0) log.warn(`a restart is needed for ${left.map((name) => `--${name}`).join(', ')}`)
  server.reload(next.config)
  running.current = next
  log.info('reloaded')
  if (next.config.turn) void warnOfTurn(next.config.turn, log)
  warnOfExpiry(running)
}

const expiryOf = ({ config: { tls } }: Run): Date | null => tls && expiryOfTls(tls)

function warnOfExpiry({ log, current }: Running): void {
  const expiry = expiryOf(current)
  if (expiry && expiry.getTime() - Date.now() < WARN_BEFORE_MS)
    log.warn(`the certificate expires on ${expiry.toISOString()}`)
}

const commandLine = read()

switch (commandLine.kind) {
  case 'help':
    process.stdout.write(helpText())
    break
  case 'version':
    process.stdout.write(`${__VERSION__}\n`)
    break
  case 'checked':
    process.stdout.write('the configuration is right\n')
    break
  case 'print':
    process.stdout.write(commandLine.text)
    break
  case 'refused':
    process.stderr.write(`${commandLine.problem}\n`)
    process.exitCode = EXIT_WRONG_OPTIONS
    break
  case 'run':
    void run(commandLine)
    break
}
