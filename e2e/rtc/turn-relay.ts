// Owns running Debian's coturn for a test, as docs/self-host.md has it, but on loopback and without its list of denied peers.
import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const HOST = '127.0.0.1'

export interface TurnRelay {
  readonly port: number
  readonly close: () => Promise<void>
}

export async function startTurnRelay(secret: string): Promise<TurnRelay> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'parley-turn-'))
  const words = ['-n', '--no-cli', '--no-tls', '--no-dtls', '--fingerprint', '--allow-loopback-peers']
  const addresses = [`--listening-ip=${HOST}`, `--relay-ip=${HOST}`, `--listening-port=${String(port)}`]
  const files = ['--log-file=stdout', `--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'db')}`]
  const auth = ['--use-auth-secret', `--static-auth-secret=${secret}`, '--realm=parley.test']
  const child = spawn('turnserver', [...words, ...addresses, ...files, ...auth], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void said.push(chunk.toString()))
  child.once('error', (error) => void said.push(error.message))
  // It says nothing when it is ready.
  while (!(await listensAt(port)))
    if (child.pid === undefined || child.exitCode !== null)
      throw new Error(`turnserver ended: ${said.join('')}`)
  return {
    port,
    close: async () => {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

function listensAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: HOST }, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => setTimeout(() => resolve(false), 50))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, HOST, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
