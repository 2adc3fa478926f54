// The image that the package is made into: built by Podman, run with the guide's flags, as nobody on a root that can't be written.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packServer } from '../../build/server/pack-server.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { connectClient, getJson } from '../../server/testing/test-client'
import { freePort } from '../fixtures/ports'
import { requireHere } from '../fixtures/required'
import { expect, test } from '../fixtures/test'
import { within } from '../fixtures/until'
import { must } from '../install/system-install'
import { startContainers, whyNoContainers, type Containers } from './containers'

const NAME = 'parley-server'
/** Whoever may read the secret on the host. */
const GROUP = 54_321

/** Those that keep it in its place. */
function flagsOfGuide(): readonly string[] {
  const line = /^ +(--read-only .*) \\$/m.exec(readFileSync(inRoot('docs', 'self-host.md'), 'utf8'))?.[1]
  if (line === undefined) throw new Error('The guide has no such line.')
  return line.split(' ')
}

async function buildImage(containers: Containers, folder: string): Promise<void> {
  await must(['tar', '-xzf', await packServer(folder), '-C', folder])
  const words = ['--pull=never', '--layers=false', '--format=docker', '--tag', NAME]
  const { code, stderr } = await containers.podman('build', ...words, join(folder, 'package'))
  expect(code, stderr).toBe(0)
}

/** As the guide has it in /etc/parley. */
async function writeOptions(folder: string): Promise<string> {
  const etc = join(folder, 'etc')
  mkdirSync(etc, { mode: 0o750 })
  writeFileSync(join(etc, 'turn-secret'), 'what only server and relay know\n', { mode: 0o640 })
  const turn = { turn: ['turn:127.0.0.1:1'], 'turn-secret-file': '/etc/parley/turn-secret' }
  writeFileSync(join(etc, 'server.json'), JSON.stringify({ port: 9000, host: '127.0.0.1', ...turn }), {
    mode: 0o640,
  })
  await must(['chgrp', '-R', String(GROUP), etc])
  return etc
}

/** What its one process is allowed, as its own kernel says. */
const LOOK = `
  const fs = require('node:fs')
  const status = fs.readFileSync('/proc/1/status', 'utf8')
  const of = (name) => status.match(new RegExp('^' + name + ':\\\\s*(.*)$', 'm'))[1]
  let written = 'yes'
  try { fs.writeFileSync('/opt/parley-server/x', '') } catch ({ code }) { written = code }
  console.log(JSON.stringify({ uid: of('Uid'), bounding: of('CapBnd'), effective: of('CapEff'), more: of('NoNewPrivs'), written }))`

test('the image serves as a user without any right, says how it is, and ends when told to', async ({
  atEnd,
}) => {
  requireHere(whyNoContainers())
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'parley-image-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const containers = await startContainers()
  atEnd(containers.remove)
  const { podman, here } = containers
  await buildImage(containers, folder)
  const etc = await writeOptions(folder)
  const port = await freePort()
  const options = [
    // In a network of its own it would listen on every address; here that might be a public one.
    ...['-e', `PARLEY_PORT=${String(port)}`, '-e', 'PARLEY_HOST=127.0.0.1'],
    ...['-v', `${etc}:/etc/parley:ro`, '--group-add', String(GROUP)],
  ]
  const words = ['--name', NAME, ...flagsOfGuide(), ...here, ...options]
  const run = await podman('run', '-d', ...words, NAME, '--config', '/etc/parley/server.json')
  expect(run.code, run.stderr).toBe(0)
  atEnd(() => podman('rm', '--force', NAME))

  const base = `http://127.0.0.1:${String(port)}/`
  const ready = await within(30_000, () => getJson(`${base}ready`).catch(() => null))
  expect(ready, (await podman('logs', NAME)).stderr).toMatchObject({ status: 200 })
  const [ana, ben] = [await connectClient(base), await connectClient(base)]
  expect(await ana.sendCtl(ben.peerId, '{}')).toBe('delivered')
  expect((await fetch(base)).status).toBe(200)

  const { stdout } = await podman('exec', NAME, 'node', '-e', LOOK)
  expect(JSON.parse(stdout)).toEqual({
    uid: ['1000', '1000', '1000', '1000'].join('\t'),
    bounding: '0'.repeat(16),
    effective: '0'.repeat(16),
    more: '1',
    written: 'EROFS',
  })
  expect((await podman('healthcheck', 'run', NAME)).code).toBe(0)

  expect((await podman('stop', '--time', '20', NAME)).code).toBe(0)
  expect((await podman('inspect', '--format', '{{.State.ExitCode}}', NAME)).stdout.trim()).toBe('0')
  expect((await podman('logs', NAME)).stdout.trim().split('\n').at(-1)).toBe('stopped')
})
