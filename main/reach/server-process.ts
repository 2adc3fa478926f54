// Owns the utility process that the embedded server runs in, and passes its lines to the log.
import { createInterface } from 'node:readline'
import { utilityProcess } from 'electron'
import type { Log } from '../log/log'
import { redactLine } from '../log/redact-line'
import type { ServerProcess } from './embedded-server'

export function launchServerProcess(entry: string, log: Log): ServerProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Parley signalling server', stdio: 'pipe' })
  passLines(child.stdout, (line) => log.info(line))
  passLines(child.stderr, (line) => log.error(line))
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}

/** Whole ones: what is taken out of a line may stand where a chunk ends. */
function passLines(stream: NodeJS.ReadableStream | null, write: (line: string) => void): void {
  if (!stream) return
  createInterface({ input: stream }).on('line', (line) => {
    if (line.trim() !== '') write(redactLine(line))
  })
}
