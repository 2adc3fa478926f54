// Owns running our built server as a process of its own, for the start script, the demo, tests and benches.
import { inRoot } from './paths.mjs'
import { spawnTied } from './tied-child.mjs'

const START_MS = 20_000
const STOP_MS = 3_000
const BUILT = [process.execPath, inRoot('out', 'server', 'server.cjs')]
const READY = /listening on port (\d+)/

/**
 * @typedef {object} ServerProcess
 * @property {string} baseUrl as this computer dials it, ends in "/"
 * @property {number} port
 * @property {Promise<number | null>} ended with its exit code
 * @property {(signal: NodeJS.Signals) => void} kill
 * @property {() => Promise<void>} stop
 * @property {() => string} log what it printed so far
 */

/**
 * @param {{port?: number, args?: readonly string[], command?: readonly string[]}} [options] port 0: any free one; `command`:
 *   another server than the one built here
 * @returns {Promise<ServerProcess>}
 */
export async function startServer({ port = 0, args = [], command = BUILT } = {}) {
  const words = ['--host', '127.0.0.1', '--port', String(port), ...args]
  const [program = '', ...first] = command
  const child = spawnTied(program, [...first, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  const stopWithUs = () => child.kill('SIGKILL')
  process.once('exit', stopWithUs)
  let log = ''
  child.stderr?.on('data', (chunk) => (log += String(chunk)))
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.once('close', (code) => {
      process.off('exit', stopWithUs)
      resolve(code)
    })
  })
  const listening = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server was not ready in time.\n${log}`)), START_MS)
    child.stdout?.on('data', (chunk) => {
      log += String(chunk)
      const found = READY.exec(log)
      if (found === null) return
      clearTimeout(timer)
      resolve(Number(found[1]))
    })
    void ended.then(() => reject(new Error(`The server ended before it was ready.\n${log}`)))
  })
  return {
    baseUrl: `http://127.0.0.1:${String(listening)}/`,
    port: listening,
    ended,
    kill: (signal) => void child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
      await ended
      clearTimeout(timer)
    },
    log: () => log,
  }
}
