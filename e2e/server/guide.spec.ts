// The guide's first two sections, word by word, on a machine that systemd has started and that has no network.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { inRoot } from '../../build/setup/paths.mjs'
import { packServer } from '../../build/server/pack-server.mjs'
import { requireHere } from '../fixtures/required'
import { expect, test } from '../fixtures/test'
import { underSystemd, whyNoSystemd } from './own-systemd'

const GUIDE = readFileSync(inRoot('docs', 'self-host.md'), 'utf8')
const [install = '', serve = ''] = [...GUIDE.matchAll(/```sh\n([^]*?)```/g)].map(([, block]) => block)

/** The server answers a moment after systemd has started it; curl asks again until it does. */
const PATIENT_CURL = 'curl --silent --fail --retry-connrefused --retry 60 --retry-delay 1 '

const LOOKS = `
echo
pid=$(systemctl show --property=MainPID --value parley-server)
echo "user $(stat -c %U /proc/$pid), $(grep CapBnd /proc/$pid/status), $(grep Seccomp: /proc/$pid/status)"
nsenter --target $pid --mount touch /etc/parley/x || echo "can't write"
systemctl reload parley-server && echo reloaded
systemctl stop parley-server
systemctl show --property=Result,ExecMainStatus parley-server
echo '{"no-such-option": 1}' > /etc/parley/server.json
systemctl start parley-server
while systemctl is-active --quiet parley-server; do sleep 0.2; done
systemctl show --property=ExecMainStatus,NRestarts,ActiveState parley-server
`

test('what it tells to type makes a service that runs, reloads, ends, and doesn’t try wrong options again', async ({
  atEnd,
}) => {
  requireHere(whyNoSystemd())
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'parley-guide-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const file = await packServer(folder)
  const version = /parley-server-(.*)\.tgz/.exec(basename(file))?.[1] ?? ''
  const typed = (install + serve)
    .replace(/^apt install .*$/m, '') // there is no network, and Node is there
    .replaceAll('VERSION', version)
    .replace('YOUR-NAME', 'calls.test')
    .replace('curl ', PATIENT_CURL)
  const { code, said } = await underSystemd(folder, typed + LOOKS)
  expect(code, said).toBe(0)
  const lines = said.split('\n')
  expect(lines).toContain('the configuration is right')
  expect(lines).toContain('{"status":"ok"}')
  expect(said).toContain(`user parley, CapBnd:\t${'0'.repeat(16)}, Seccomp:\t2`)
  expect(lines).toContain("can't write")
  expect(lines).toContain('reloaded')
  expect(said).toContain('Result=success\nExecMainStatus=0')
  expect(said).toMatch(/NRestarts=0\nExecMainStatus=2\nActiveState=failed/)
})
