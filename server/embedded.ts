// Owns starting the server in Electron's utility process. Its flags are main's first message (embedded-host.ts).
import { performance } from 'node:perf_hooks'
import { serveEmbedded, type ParentPort } from './embedded-host'
import { consoleLog } from './log'

const log = consoleLog(process.stdout, process.stderr)

function hasParentPort(host: object): host is { readonly parentPort: ParentPort } {
  return 'parentPort' in host && typeof host.parentPort === 'object' && host.parentPort !== null
}

if (hasParentPort(process)) {
  const deps = { log, nowMs: () => performance.now() }
  serveEmbedded(process.parentPort, deps, () => process.exit(0))
} else {
  log.error('this part of the app runs in its utility process; the server alone: npm run server')
}
