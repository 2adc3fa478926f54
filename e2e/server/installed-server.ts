// Owns the server as an operator gets it: packed, and installed by npm into a folder of its own without a network.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packServer } from '../../build/server/pack-server.mjs'
import { must } from '../install/system-install'

export interface InstalledServer {
  /** The file that was installed. */
  readonly file: string
  readonly command: string
  /** Of the installed package. */
  readonly path: (...parts: string[]) => string
  readonly remove: () => Promise<void>
}

export async function installServer(): Promise<InstalledServer> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-server-'))
  chmodSync(folder, 0o755) // another user runs it
  const file = await packServer(folder)
  const prefix = join(folder, 'installed')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const offline = ['--offline', '--cache', join(folder, 'npm')]
  await must(['npm', 'install', '--global', '--prefix', prefix, ...offline, ...quiet, file])
  return {
    file,
    command: join(prefix, 'bin', 'parley-server'),
    path: (...parts) => join(prefix, 'lib', 'node_modules', 'parley-server', ...parts),
    remove: async () => {
      await must(['chmod', '-R', 'u+w', folder])
      rmSync(folder, { recursive: true })
    },
  }
}
