// The server without these sources: what is in its package, what the command says, and that it serves as a user who may write nothing.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packServer } from '../../build/server/pack-server.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { runCommand, type Outcome } from '../../build/setup/run-command.mjs'
import { startServer } from '../../build/setup/server-process.mjs'
import { connectClient, getJson } from '../../server/testing/test-client'
import { arrive, idOf } from '../fixtures/person'
import { expect, test } from '../fixtures/test'
import { isRoot, must } from '../install/system-install'
import { installServer, type InstalledServer } from './installed-server'

let installed: InstalledServer
test.beforeAll(async () => {
  installed = await installServer()
})
test.afterAll(() => installed.remove())

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const saying = (...words: string[]): Promise<Outcome> => runCommand(installed.command, words, { cwd: '/' })

test('the package is the same each time it is made, and small', async ({ atEnd }) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-again-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const again = await packServer(folder)
  expect(digestOf(again)).toBe(digestOf(installed.file))
  expect(readFileSync(again).length).toBeLessThan(1_500_000)
})

test('the package has no source, no test, no map, and nothing of this machine', async () => {
  const paths = (await must(['tar', '-tzf', installed.file])).trim().split('\n')
  expect(
    paths.filter((path) => /\.(ts|tsx|map)$|\.test\.|node_modules|ringwindow|chunks\.json/.test(path)),
  ).toEqual([])
  expect(paths).toContain('package/renderer/index.html')
  const bundle = readFileSync(installed.path('server', 'server.cjs'), 'utf8')
  expect(bundle.startsWith('#!/usr/bin/env node\n')).toBe(true)
  expect(bundle).not.toContain(inRoot())
  const licences = readFileSync(installed.path('LICENCES.txt'), 'utf8')
  for (const name of [
    'Parley\n',
    'peer 1.',
    'ws 8.',
    'express 4.',
    'zod 4.',
    'pino ',
    'prom-client ',
    'cookie-signature ',
  ])
    expect(licences).toContain(name)
})

test('the command says its version and its options, and checks before it runs', async ({ atEnd }) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-options-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { version: string }
  expect(await saying('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  expect((await saying('--help')).stdout).toContain('--trust-proxy ADDRESS')
  expect(await saying('--check')).toEqual({ code: 0, stdout: 'the configuration is right\n', stderr: '' })

  const secret = join(folder, 'secret')
  writeFileSync(secret, 'known to server and relay only\n', { mode: 0o600 })
  const turn = ['--turn', 'turn:relay.example:3478', '--turn-secret-file', secret]
  const { stdout: printed } = await saying(...turn, '--print-config')
  expect(JSON.parse(printed)).toMatchObject({ port: 9000, 'turn-secret-file': secret })
  expect(printed).not.toContain('known to')

  const old = join(folder, 'server.json')
  writeFileSync(old, JSON.stringify({ port: 9000, 'frames-per-second': 30 }))
  const refused = {
    code: 2,
    stdout: '',
    stderr: `"frames-per-second" in ${old}: there is no such option; see --help\n`,
  }
  expect(await saying('--config', old, '--check')).toEqual(refused)
  expect(await saying('--config', old)).toEqual(refused)
})

test('somebody who may write nothing runs it: guests come to its page, are found, and it ends when told to', async ({
  atEnd,
}) => {
  await must(['chmod', '-R', 'a-w', installed.path()])
  const server = await startServer({ command: [...asNobody(), installed.command] })
  atEnd(server.stop)
  expect(await getJson(`${server.baseUrl}ready`)).toMatchObject({ status: 200 })
  const guest = await arrive({ name: 'Ana', host: 'browser', server: server.baseUrl })
  atEnd(guest.stop)
  const id = await idOf(guest)
  const other = await connectClient(server.baseUrl)
  await expect.poll(() => other.sendCtl(id, '{}')).toBe('delivered')
  server.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  expect(server.log().trim().split('\n').at(-1)).toBe('stopped')
})

/** Whom nothing belongs to. Who isn't root is somebody else already. */
function asNobody(): readonly string[] {
  if (!isRoot) return []
  const ids = ['--reuid=65534', '--regid=65534', '--clear-groups']
  return ['setpriv', ...ids, '--no-new-privs', '--bounding-set=-all', '--pdeathsig=TERM']
}
