// Owns the log as one JSON object per line, for whoever collects them. What may be in it is log.ts's.
import { destination, pino, stdTimeFunctions } from 'pino'
import type { Log } from './log'

const STDOUT = 1

export function jsonLog(): Log {
  const log = pino(
    // No pid and host name: the collector knows them.
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // Synchronous: there are a few lines a day, and the last one says why it ended.
    destination({ dest: STDOUT, sync: true }),
  )
  return {
    info: (text) => log.info(text),
    warn: (text) => log.warn(text),
    error: (text) => log.error(text),
  }
}
