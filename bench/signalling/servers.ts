// Owns the servers that are measured: ours as it is shipped, the stock one, and the bare floor, each a process of its own on a
// core of its own. The load has the other one.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { inRoot } from '../../build/setup/paths.mjs'
import { say } from '../../build/setup/say.mjs'

export type Kind = 'ours' | 'stock' | 'bare'

export interface MeasuredServer {
  readonly kind: Kind
  readonly pid: number
  readonly port: number
  /** Null while it runs. */
  exitCode(): number | null
  readonly ended: Promise<void>
  kill(signal: NodeJS.Signals): void
  stop(): Promise<void>
}

export const SERVER_CORE = 1
export const LOAD_CORE = 0
const START_MS = 30_000

const PROGRAMS: Readonly<Record<Kind, readonly string[]>> = {
  ours: [inRoot('out', 'server', 'server.cjs'), '--port'],
  stock: [inRoot('bench', 'signalling', 'stock-server.cjs')],
  bare: [inRoot('bench', 'signalling', 'bare-server.cjs')],
}

/** What a load of one address, or more clients than usual, needs. */
export function raised(limits: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(limits).flatMap(([name, value]) => [`--${name}`, String(value)])
}

export interface StartOptions {
  readonly port?: number
  /** Ours only; said, since a figure is only worth something with them. */
  readonly flags?: readonly string[]
  readonly nodeFlags?: readonly string[]
}

export async function startMeasured(kind: Kind, options: StartOptions = {}): Promise<MeasuredServer> {
  const { port = 0, flags = [], nodeFlags = [] } = options
  const own = kind === 'ours' ? flags : []
  if (own.length > 0) say(`our server runs with ${own.join(' ')}`)
  const program = [process.execPath, ...nodeFlags, ...PROGRAMS[kind], String(port), ...own]
  const child = spawn('taskset', ['-c', String(SERVER_CORE), ...program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  void ended.then(() => process.off('exit', endWithUs))
  return {
    kind,
    pid: child.pid ?? 0,
    port: await portOf(child, ended),
    exitCode: () => child.exitCode,
    ended,
    kill: (signal) => void child.kill(signal),
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function portOf(child: ChildProcess, ended: Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`the server was not ready in time: ${said}`)), START_MS)
    const read = (chunk: Buffer): void => {
      said = `${said}${chunk.toString()}`.slice(-2_000)
      const port = /listening on port (\d+)/.exec(said)?.[1]
      if (port === undefined) return
      clearTimeout(late)
      resolve(Number(port))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    void ended.then(() => reject(new Error(`the server ended: ${said}`)))
  })
}

/** Of all threads of a process. */
export function pinTo(core: number, pid: number): void {
  execFileSync('taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: 'pipe' })
}
