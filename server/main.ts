// Owns running the signalling server alone: flags in, one line per state out, a clean end on a signal.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { readCommandLine } from './config'
import { createSignallingServer, type RunningServer, type ServerConfig } from './create-server'
import { helpText } from './flags'
import { consoleLog } from './log'

const EXIT_WRONG_FLAGS = 2
const EXIT_NOT_STARTED = 1

const log = consoleLog(process.stdout, process.stderr)

/** Signals come twice where both a terminal and npm pass them on. */
function endOnSignal(server: RunningServer): void {
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    log.info('stopping')
    void server.close().then(() => {
      log.info('stopped')
      process.exit(0) // `peer`'s timers would keep the process
    })
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

async function run(config: ServerConfig): Promise<void> {
  const started = await createSignallingServer(config, { log, nowMs: () => performance.now() })
  if (!started.ok) {
    const where = `${config.host} port ${String(config.port)}`
    log.error(
      `can't listen on ${where}: ${started.code}${started.detail === undefined ? '' : ` (${started.detail})`}`,
    )
    process.exitCode = EXIT_NOT_STARTED
    return
  }
  const server = started.value
  endOnSignal(server)
  for (const base of server.audiences()) log.info(`answering as ${base}`)
  log.info(server.guestPage ? 'guest page: served' : 'guest page: none (npm run build makes it)')
  log.info(`listening on port ${String(server.port)}`)
}

const commandLine = readCommandLine(process.argv.slice(2), {
  readFile: (path) => readFileSync(path, 'utf8'),
  pageFolder: join(__dirname, '../renderer'),
})

switch (commandLine.kind) {
  case 'help':
    process.stdout.write(helpText())
    break
  case 'refused':
    process.stderr.write(`${commandLine.problem}\n`)
    process.exitCode = EXIT_WRONG_FLAGS
    break
  case 'run':
    void run(commandLine.config)
    break
}
