// Owns running the server as `npm run server` does, in a process of its own: bundled into a temporary folder first.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'

export interface ServerBundle {
  readonly path: string
  remove(): void
}

export async function bundleServer(): Promise<ServerBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-server-'))
  const configFile = resolve(import.meta.dirname, '../../build/server.vite.config.ts')
  const outDir = join(folder, 'server')
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  return { path: join(outDir, 'server.cjs'), remove: () => rmSync(folder, { recursive: true }) }
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface ServerProcess {
  readonly child: ChildProcessWithoutNullStreams
  /** The first base URL that it says it answers as. Throws where it ends before. */
  readonly base: Promise<string>
  readonly ended: Promise<Ended>
  /** So far. */
  output(): Omit<Ended, 'code'>
  /** Resolves once it has said so, on either stream. */
  said(what: RegExp): Promise<void>
  /** The same of what it says after that. */
  saidAfter(before: Omit<Ended, 'code'>, what: RegExp): Promise<void>
}

export function runServer(
  bundle: ServerBundle,
  flags: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ServerProcess {
  const child = spawn(process.execPath, [bundle.path, ...flags], { env: { ...process.env, ...env } })
  const said = { out: '', err: '' }
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const has = (what: RegExp, before = { out: '', err: '' }): boolean =>
    what.test(said.out.slice(before.out.length)) || what.test(said.err.slice(before.err.length))
  const untilSaid = (what: RegExp, before?: Omit<Ended, 'code'>): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (has(what, before)) resolve()
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      look()
    })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...said })))
  const base = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString()
      const found = /answering as ([^\s"]+)/.exec(said.out)
      if (found?.[1] !== undefined && said.out.includes('listening on port')) resolve(found[1])
    })
    void ended.then(() => reject(new Error(`it ended: ${said.err}`)))
  })
  base.catch(() => undefined) // a test that only looks at the end doesn't wait for the start
  return {
    child,
    base,
    ended,
    output: () => ({ ...said }),
    said: (what) => untilSaid(what),
    saidAfter: (before, what) => untilSaid(what, before),
  }
}
