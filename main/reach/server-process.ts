// Owns the utility process that the embedded server runs in, and passes its lines to the log.
import { utilityProcess } from 'electron'
import type { Log } from '../log/log'
import { redactLine } from '../log/redact-line'
import type { ServerProcess } from './embedded-server'

export function launchServerProcess(entry: string, log: Log): ServerProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Parley signalling server', stdio: 'pipe' })
  const pass = (write: (line: string) => void) => (chunk: Buffer) => {
    for (const line of chunk.toString('utf8').split('\n')) if (line.trim() !== '') write(redactLine(line))
  }
  child.stdout?.on(
    'data',
    pass((line) => log.info(line)),
  )
  child.stderr?.on(
    'data',
    pass((line) => log.error(line)),
  )
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}
