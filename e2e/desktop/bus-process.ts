// Owns a message bus of our own: a dbus-daemon at a private address that starts no services, so that a desktop's real
// notification daemon never takes part.
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnTied } from '../../build/setup/tied-child.mjs'

export interface BusProcess {
  readonly address: string
  stop(): Promise<void>
}

export async function startBusProcess(): Promise<BusProcess> {
  // Short: a socket's path has at most 107 characters.
  const folder = mkdtempSync(join(tmpdir(), 'parley-bus-'))
  // An installed app is tested as another user, too.
  chmodSync(folder, 0o755)
  const address = `unix:path=${join(folder, 'bus')}`
  const config = join(folder, 'bus.conf')
  writeFileSync(config, configOf(address))
  const daemon = spawnTied('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { stdout } = daemon
  if (stdout === null) throw new Error('No pipe to dbus-daemon.')
  const ended = new Promise<void>((resolve) => {
    daemon.once('error', () => resolve())
    daemon.once('exit', () => resolve())
  })
  // A run that ends in the middle of a test leaves no bus behind.
  const kill = (): boolean => daemon.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async (): Promise<void> => {
    process.off('exit', kill)
    kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  // Printed once it listens.
  const isUp = await Promise.race([once(stdout, 'data').then(() => true), ended.then(() => false)])
  if (isUp) return { address, stop }
  await stop()
  throw new Error('dbus-daemon didn’t start: is it installed?')
}

const configOf = (address: string): string => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
    <allow user="*"/>
  </policy>
</busconfig>
`
