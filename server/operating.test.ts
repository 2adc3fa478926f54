// What an operator does with the server as a process: logs, metrics, restart, new options while it runs.
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noticeFrameSchema } from '../shared/protocol/server-messages'
import { makeCertificate } from './testing/certificate'
import { bundleServer, runServer, type ServerBundle, type ServerProcess } from './testing/server-process'
import {
  connectClient,
  createTestIdentity,
  getJson,
  isNotice,
  ofType,
  openSocket,
  takeTicket,
} from './testing/test-client'

const ON_WINDOWS = process.platform === 'win32'

let bundle: ServerBundle
let folder: string
beforeAll(async () => {
  bundle = await bundleServer()
  folder = mkdtempSync(join(tmpdir(), 'parley-operating-'))
}, 120_000)
afterAll(() => {
  bundle.remove()
  rmSync(folder, { recursive: true })
})

const running: ServerProcess[] = []
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.child.kill('SIGKILL')
    await server.ended
  }
})
const run = (...flags: string[]): ServerProcess => {
  const server = runServer(bundle, ['--port', '0', ...flags])
  running.push(server)
  return server
}

const metricsOf = async (server: ServerProcess): Promise<string> => {
  await server.said(/metrics on/)
  const port = /metrics on \S+ port (\d+)/.exec(server.output().out)?.[1] ?? ''
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
}

describe('metrics', () => {
  it('are on an address of their own and say what happened', async () => {
    const server = run('--metrics-port', '0', '--messages-per-second-per-id', '1')
    const base = await server.base
    const client = await connectClient(base)
    expect(await client.sendCtl(client.peerId, '{}')).toBe('delivered')
    expect(await metricsOf(server)).toMatch(/^parley_clients 1$/m)
    for (let sent = 0; sent < 10; sent++) client.send({ type: 'HEARTBEAT' })
    await client.next(isNotice('rate-limited'))
    await openSocket(base, { id: createTestIdentity().id, token: 'forged' }).next(isNotice('ticket-unknown'))
    const text = await metricsOf(server)
    for (const line of [
      'parley_frames_total{type="CTL"} 1',
      'parley_frames_total{type="HEARTBEAT"} 9',
      'parley_sessions_total{outcome="ok"} 1',
      'parley_admissions_total{outcome="ok"} 1',
      'parley_admissions_total{outcome="ticket-unknown"} 1',
      'parley_closings_total{code="rate-limited"} 1',
      'parley_limit_hits_total{limit="messages-per-second-per-id"} 1',
      'parley_limit_hits_total{limit="max-clients"} 0',
      'parley_clients 0',
      'parley_ready 1',
    ])
      expect(text).toContain(line)
    expect(text).toContain('process_cpu_user_seconds_total')
    expect((await getJson(`${base}metrics`)).status).toBe(404)
  })
})

describe('the log', () => {
  it('is JSON where that is asked for, and has no id, address or ticket in it', async () => {
    const server = run('--log', 'json', '--trust-proxy', 'loopback', '--requests-per-minute-per-address', '7')
    const base = await server.base
    const headers = { 'x-forwarded-for': '203.0.113.9' }
    const [ann, identity] = [await connectClient(base), createTestIdentity()]
    const ticket = await takeTicket(base, identity)
    await openSocket(base, { id: identity.id, token: ticket }).next(ofType('OPEN'))
    for (let asked = 0; asked < 9; asked++) await fetch(`${base}health`, { headers })
    ann.sendRaw('{')
    await ann.closed
    server.child.kill('SIGTERM')
    const { out, err, code } = await server.ended
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const lines = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'warn', msg: expect.stringContaining('limit') as unknown }),
    )
    expect(lines.at(-1)).toMatchObject({ level: 'info', msg: 'stopped' })
    for (const secret of [ann.peerId, identity.id, '203.0.113.9', ticket]) expect(out).not.toContain(secret)
  })
})

describe.skipIf(ON_WINDOWS)('SIGTERM', () => {
  it('tells each client when to come back, and a silent one doesn’t hold it', async () => {
    const server = run()
    const base = await server.base
    const clients = await Promise.all(Array.from({ length: 20 }, () => connectClient(base)))
    const silent = await connectClient(base)
    silent.raw.pause()
    const sinceMs = performance.now()
    server.child.kill('SIGTERM')
    const waits: unknown[] = []
    for (const client of clients) {
      const notice = noticeFrameSchema.parse(await client.next(isNotice('restarting')))
      waits.push(notice.payload.retryAfterMs)
      expect(notice.payload.retryAfterMs).toBeGreaterThanOrEqual(500)
      expect(notice.payload.retryAfterMs).toBeLessThanOrEqual(517)
      await client.closed
    }
    expect(new Set(waits).size).toBeGreaterThan(1)
    expect((await server.ended).code).toBe(0)
    expect(performance.now() - sinceMs).toBeLessThan(5_000)
  })
})

describe.skipIf(ON_WINDOWS)('SIGHUP', () => {
  const configure = (name: string, options: unknown): string => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(options))
    return path
  }

  it('takes limits over, and names what needs a restart', async () => {
    const path = configure('limits.json', { 'max-clients': 1 })
    const server = run('--config', path)
    const base = await server.base
    const first = await connectClient(base)
    const identity = createTestIdentity()
    const refused = openSocket(base, { id: identity.id, token: await takeTicket(base, identity) })
    await refused.next(isNotice('server-full'))
    configure('limits.json', { 'max-clients': 2, stun: ['stun:a.example'] })
    server.child.kill('SIGHUP')
    await server.said(/reloaded/)
    expect(server.output().err).toContain('a restart is needed for --stun')
    await connectClient(base, identity)
    expect(await first.sendCtl(identity.id, '{}')).toBe('delivered')
  })

  it('keeps what it has where the new options are wrong', async () => {
    const path = configure('wrong.json', { 'max-clients': 1 })
    const server = run('--config', path)
    const client = await connectClient(await server.base)
    configure('wrong.json', { 'max-clients': 'many' })
    server.child.kill('SIGHUP')
    await server.said(/not reloaded: "max-clients" in \S+ takes a number of clients/)
    expect(await client.sendCtl(client.peerId, '{}')).toBe('delivered')
  })

  it('takes a join code over, and gives it up, without a restart', async () => {
    const secret = join(folder, 'join-code')
    writeFileSync(secret, 'a garden of forking paths\n', { mode: 0o600 })
    const path = configure('join.json', {})
    const server = run('--config', path)
    const base = await server.base
    const early = await connectClient(base)
    const reload = async (options: unknown, said: RegExp): Promise<void> => {
      const before = server.output()
      configure('join.json', options)
      server.child.kill('SIGHUP')
      await server.saidAfter(before, said)
    }
    await reload({ 'join-code-file': secret }, /reloaded\n/)
    expect(server.output().err).not.toContain('a restart is needed')
    await expect(takeTicket(base, createTestIdentity())).rejects.toThrow('join-code-needed')
    await connectClient(base, createTestIdentity(), { join: 'a garden of forking paths' })
    expect(await early.sendCtl(early.peerId, '{}')).toBe('delivered')
    chmodSync(secret, 0o644)
    await reload(
      { 'join-code-file': secret },
      /not reloaded: --join-code-file takes .* can be read by others/,
    )
    await expect(takeTicket(base, createTestIdentity())).rejects.toThrow('join-code-needed')
    await reload({}, /reloaded\n/)
    await takeTicket(base, createTestIdentity())
    const { out, err } = server.output()
    expect(out + err).not.toContain('garden')
  })

  it('takes a new certificate over; clients stay', async () => {
    const [before, after] = [makeCertificate(), makeCertificate()]
    const server = run('--tls-cert', before.cert, '--tls-key', before.key)
    const base = await server.base
    const open = await connectOpen(base)
    const old = await fingerprintAt(base)
    await server.said(/the certificate expires on/)
    copyFileSync(after.cert, before.cert)
    server.child.kill('SIGHUP')
    await server.said(/not reloaded: --tls-cert \S+: certificate or key/)
    expect(await fingerprintAt(base)).toBe(old)
    copyFileSync(after.key, before.key)
    chmodSync(before.key, 0o600)
    server.child.kill('SIGHUP')
    await server.said(/\breloaded\n/)
    expect(await fingerprintAt(base)).not.toBe(old)
    expect(open.destroyed).toBe(false)
    open.destroy()
    before.remove()
    after.remove()
  })
})

/** A connection that stands while the certificate changes. */
function connectOpen(base: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(base)
    const socket = connect({ port: Number(port), host: hostname, rejectUnauthorized: false }, () =>
      resolve(socket),
    )
    socket.on('error', reject)
  })
}

function fingerprintAt(base: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get(`${base}health`, { rejectUnauthorized: false, agent: false }, (response) => {
      const { socket } = response
      resolve('getPeerCertificate' in socket ? (socket as TLSSocket).getPeerCertificate().fingerprint256 : '')
      response.resume()
    })
    asked.on('error', reject)
  })
}
