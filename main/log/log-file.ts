// Owns where log lines go: a bounded file in userData/logs, and the console. What a line may say is log.ts.
import { join } from 'node:path'
import electronLog from 'electron-log/main'
import { createLog, type Log } from './log'

const MAX_BYTES = 1024 * 1024

export function createFileLog(folder: string): Log {
  electronLog.transports.file.resolvePathFn = () => join(folder, 'main.log')
  electronLog.transports.file.maxSize = MAX_BYTES // then it is renamed to main.old.log, and a new one begins
  electronLog.transports.ipc.level = false // would send main's lines into the page
  return createLog(
    { info: (line) => electronLog.info(line), error: (line) => electronLog.error(line) },
    'app',
  )
}
