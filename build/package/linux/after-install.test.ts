// What a deb or rpm does after its files are in place, run on a folder of the test's own with a kernel that is made up.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { inRoot } from '../../setup/paths.mjs'
import { runCommand } from '../../setup/run-command.mjs'

/** Whom the kernel gives user namespaces: `unshare` fails for the others. `setpriv` runs what follows its options as nobody. */
const STUBS = {
  all: 'exit 0',
  'root alone': 'exit "${AS_NOBODY:-0}"',
  nobody: 'exit 1',
} as const

async function modeAfterInstall(gives: keyof typeof STUBS): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-after-install-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const program = (name: string, line: string): void =>
    writeFileSync(join(folder, 'stubs', name), `#!/bin/bash\n${line}\n`, { mode: 0o755 })
  for (const part of ['stubs', 'bin', 'opt/Parley']) mkdirSync(join(folder, part), { recursive: true })
  program('unshare', STUBS[gives])
  program('setpriv', 'while [[ $1 == --* ]]; do shift; done; AS_NOBODY=1 exec "$@"')
  for (const name of ['update-desktop-database', 'apparmor_status']) program(name, 'exit 1')
  const helper = join(folder, 'opt/Parley/chrome-sandbox')
  writeFileSync(helper, '', { mode: 0o600 })
  const script = readFileSync(inRoot('build/package/linux/after-install.tpl'), 'utf8')
    .replaceAll('/opt/${sanitizedProductName}', join(folder, 'opt/Parley'))
    .replaceAll('${executable}', 'parley-desktop')
    .replaceAll('/usr/bin/$', `${join(folder, 'bin')}/$`)
  writeFileSync(join(folder, 'script'), script)
  const env = { ...process.env, PATH: `${join(folder, 'stubs')}:${process.env['PATH'] ?? ''}` }
  expect(await runCommand('bash', [join(folder, 'script')], { env })).toMatchObject({ code: 0 })
  return (statSync(helper).mode & 0o7777).toString(8)
}

it.skipIf(process.platform !== 'linux').each([
  ['all', '755'],
  // Root asks while it installs; who starts it is somebody else.
  ['root alone', '4755'],
  ['nobody', '4755'],
] as const)(
  'where the kernel gives user namespaces to %s, the sandbox’s helper is %s',
  async (gives, mode) => {
    expect(await modeAfterInstall(gives)).toBe(mode)
  },
)
