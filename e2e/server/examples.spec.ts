// The guide's unit and its relay's configuration, read by systemd and coturn themselves.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../build/setup/run-command.mjs'
import { turnCredentials } from '../../server/turn'
import { checkTurn } from '../../server/turn-check'
import { startListening, type ListeningProgram } from '../fixtures/listening-program'
import { freePort, LOOPBACK } from '../fixtures/ports'
import { expect, test } from '../fixtures/test'
import { filesOfRelay } from '../rtc/turn-relay'
import { exampleWith } from './example'

/** Of 100, by `systemd-analyze security`: 0 is nothing at all to lose, 92 a unit without a line of hardening. */
const MOST_EXPOSED = 18
const SECRET = 'what only server and relay know'

test('systemd takes the unit as it is, and finds little exposed', async ({ atEnd }) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-unit-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const unit = join(folder, 'parley-server.service')
  // It wants a program that is there.
  writeFileSync(
    unit,
    exampleWith('parley-server.service', { '/opt/parley-server/bin/parley-server': process.execPath }),
  )
  expect(await runCommand('systemd-analyze', ['verify', unit])).toEqual({ code: 0, stdout: '', stderr: '' })
  const words = ['security', '--offline=true', '--no-pager', `--threshold=${String(MOST_EXPOSED)}`, unit]
  const { code, stdout } = await runCommand('systemd-analyze', words)
  expect(code, stdout).toBe(0)
})

const CHANGES = {
  'listening-port=3478': 'listening-port=PORT',
  'THE-LINE-IN-TURN-SECRET': SECRET,
}

async function startRelay(changes: Readonly<Record<string, string>>, atEnd: (end: () => unknown) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-turn-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const [file, port] = [join(folder, 'turnserver.conf'), await freePort()]
  writeFileSync(file, exampleWith('turnserver.conf', changes).replace('PORT', String(port)))
  const here = [`--listening-ip=${LOOPBACK}`, `--relay-ip=${LOOPBACK}`]
  const relay = await startListening(['turnserver', '-c', file, ...here, ...filesOfRelay(folder)], port)
  atEnd(() => relay.stop('SIGKILL'))
  return { relay, port }
}

/** What coturn says of a line that it doesn't know; it goes on without it. */
const misread = (relay: ListeningProgram): string[] =>
  relay
    .said()
    .split('\n')
    .filter((line) => /bad configuration|unknown|cli-password|wrong/i.test(line))

test('coturn knows each line of its example, denies what it should, and takes the server’s credentials', async ({
  atEnd,
}) => {
  const { relay, port } = await startRelay(CHANGES, atEnd)
  for (const transport of ['udp', 'tcp']) {
    const urls = [`turn:${LOOPBACK}:${String(port)}?transport=${transport}`]
    const credentials = turnCredentials({ urls, secret: SECRET, lifeS: 60 }, 'a'.repeat(32), Date.now())
    expect(await checkTurn(urls[0] ?? '', credentials), transport).toBe('accepted')
  }
  expect(misread(relay)).toEqual([])
  const denied = readFileSync(
    join(import.meta.dirname, '../../build/server/examples/turnserver.conf'),
    'utf8',
  )
    .split('\n')
    .flatMap((line) => /^denied-peer-ip=(.*)/.exec(line)?.[1] ?? [])
  expect(denied.length).toBeGreaterThan(10)
  for (const range of denied) expect(relay.said()).toContain(`listing: ${range}\n`)
})

test('a line that coturn doesn’t know would be seen', async ({ atEnd }) => {
  const { relay } = await startRelay({ ...CHANGES, 'no-multicast-peers': 'no-such-peers' }, atEnd)
  expect(misread(relay)).not.toEqual([])
})
