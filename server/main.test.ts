// The server alone, as a process: flags, exit codes, signals, TLS. Bad frames: flood.test.ts.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeCertificate } from './testing/certificate'
import { bundleServer, runServer, type ServerBundle } from './testing/server-process'
import { connectClient } from './testing/test-client'

/** It has no signals, and its openssl is nobody's promise. */
const ON_WINDOWS = process.platform === 'win32'

let bundle: ServerBundle
beforeAll(async () => {
  bundle = await bundleServer()
}, 60_000)
afterAll(() => bundle.remove())

/** More than Node lets wait by itself. */
const CROWD = 800

/** How many the system lets wait at most; elsewhere than on Linux nothing here is known about it. */
function queueOfSystem(): number {
  const path = '/proc/sys/net/core/somaxconn'
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
}

function getTrusting(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { ca }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve(body))
    })
    asked.on('error', reject)
  })
}

describe('npm run server', () => {
  it.skipIf(ON_WINDOWS).each(['SIGTERM', 'SIGINT'] as const)(
    'serves until %s and ends cleanly',
    async (signal) => {
      const { child, base, ended } = runServer(bundle, ['--port', '0'])
      const client = await connectClient(await base)
      expect(await client.sendCtl(client.peerId, '{}')).toBe('delivered')
      child.kill(signal)
      await client.closed
      const { code, out, err } = await ended
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out.trim().split('\n').at(-1)).toBe('stopped')
    },
  )

  it.skipIf(ON_WINDOWS || queueOfSystem() < CROWD)(
    'keeps a crowd that comes while it is busy waiting: nobody has to dial again',
    async () => {
      const { child, base, ended } = runServer(bundle, ['--port', '0'])
      const port = Number(new URL(await base).port)
      onTestFinished(() => void child.kill('SIGKILL')) // stopped it would stay
      child.kill('SIGSTOP')
      const crowd = Array.from({ length: CROWD }, () => connect(port, '127.0.0.1'))
      const connected = crowd.map((socket) => new Promise((resolve) => socket.once('connect', resolve)))
      await expect(Promise.all(connected)).resolves.toHaveLength(CROWD)
      for (const socket of crowd) socket.on('error', () => undefined).destroy()
      child.kill('SIGCONT')
      child.kill()
      expect((await ended).code).toBe(0)
    },
  )

  it('exits with 2 and names the flag where a value is wrong', async () => {
    const { code, out, err } = await runServer(bundle, ['--port', 'x']).ended
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^--port takes .*not "x"\n$/) as unknown,
    })
  })

  it('exits with 0 after its help', async () => {
    const { code, out } = await runServer(bundle, ['--help']).ended
    expect(code).toBe(0)
    expect(out).toContain('--stun URL')
  })

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8')) as {
      version: string
    }
    expect(await runServer(bundle, ['--version']).ended).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it('ends the check of an older configuration with 2 and the key that is no more', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-old-'))
    const file = join(folder, 'server.json')
    writeFileSync(file, JSON.stringify({ port: 7, 'frames-per-second': 30 }))
    expect(await runServer(bundle, ['--config', file, '--check']).ended).toEqual({
      code: 2,
      out: '',
      err: `"frames-per-second" in ${file}: there is no such option; see --help\n`,
    })
    rmSync(folder, { recursive: true })
  })

  it('checks a configuration and prints it without running', async () => {
    expect(await runServer(bundle, ['--check'], { PARLEY_PORT: '7' }).ended).toMatchObject({
      code: 0,
      out: 'the configuration is right\n',
    })
    const { code, out } = await runServer(bundle, ['--print-config'], { PARLEY_PORT: '7' }).ended
    expect({ code, config: JSON.parse(out) as unknown }).toMatchObject({ code: 0, config: { port: 7 } })
  })

  it('exits with 1 where the port is taken', async () => {
    const first = runServer(bundle, ['--port', '0'])
    const port = new URL(await first.base).port
    const { code, err } = await runServer(bundle, ['--port', port]).ended
    expect(code).toBe(1)
    expect(err).toContain('port-taken')
    first.child.kill()
    await first.ended
  })

  it('exits with 1 where the address isn’t this machine’s', async () => {
    // RFC 5737: nobody's.
    const { code, err } = await runServer(bundle, ['--port', '0', '--host', '192.0.2.1', '--plain-http'])
      .ended
    expect(code).toBe(1)
    expect(err).toContain('no-network-address')
  })

  it.skipIf(ON_WINDOWS)('serves https with its own certificate, under the names given', async () => {
    const pair = makeCertificate()
    const { cert, key } = pair
    const server = runServer(bundle, ['--port', '0', '--tls-cert', cert, '--tls-key', key])
    const base = await server.base
    expect(base).toMatch(/^https:\/\/localhost:/)
    expect(await getTrusting(`${base}health`, readFileSync(cert, 'utf8'))).toBe('{"status":"ok"}')
    server.child.kill()
    await server.ended
    chmodSync(cert, 0o600)
    const swapped = await runServer(bundle, ['--port', '0', '--tls-cert', key, '--tls-key', cert]).ended
    expect(swapped.code).toBe(2)
    expect(swapped.err).toContain('certificate or key')
    chmodSync(key, 0o644)
    const open = await runServer(bundle, ['--port', '0', '--tls-cert', cert, '--tls-key', key]).ended
    expect(open).toMatchObject({ code: 2, err: expect.stringContaining(`chmod o-rwx ${key}`) as unknown })
    pair.remove()
  })
})
