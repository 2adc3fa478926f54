// Owns running Debian's coturn for a test: as the guide's example has it (e2e/server/examples.spec.ts), but on loopback and without its
// list of denied peers.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startListening } from '../fixtures/listening-program'
import { freePort, LOOPBACK } from '../fixtures/ports'

export interface TurnRelay {
  readonly port: number
  readonly close: () => Promise<void>
}

export async function startTurnRelay(secret: string): Promise<TurnRelay> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'parley-turn-'))
  const words = ['-n', '--no-cli', '--no-tls', '--no-dtls', '--fingerprint', '--allow-loopback-peers']
  const addresses = [
    `--listening-ip=${LOOPBACK}`,
    `--relay-ip=${LOOPBACK}`,
    `--listening-port=${String(port)}`,
  ]
  const auth = ['--use-auth-secret', `--static-auth-secret=${secret}`, '--realm=parley.test']
  const relay = await startListening(
    ['turnserver', ...words, ...addresses, ...filesOfRelay(folder), ...auth],
    port,
  )
  return {
    port,
    close: async () => {
      await relay.stop('SIGKILL')
      rmSync(folder, { recursive: true })
    },
  }
}

/** All that it writes. */
export const filesOfRelay = (folder: string): readonly string[] => [
  '--log-file=stdout',
  `--pidfile=${join(folder, 'pid')}`,
  `--userdb=${join(folder, 'db')}`,
]
