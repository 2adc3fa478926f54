// The server's HTTP side over real connections: who may read it, the guest page and its headers, what is refused.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestIdentity, getJson, postJson } from './testing/test-client'
import { startTestServer, type TestServer } from './testing/test-server'

let server: TestServer
let folder: string
const base = (): string => server.base

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-page-'))
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Parley</title>')
  writeFileSync(join(page, 'assets', 'index-abc123.js'), 'export {}')
  writeFileSync(join(page, '.hidden'), 'hidden')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  server = await startTestServer({ config: { pageFolder: page } })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** As given: fetch would tidy the path up first, and sends no other Host. */
function rawRequest(path: string, options: RequestOptions = {}, body = ''): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.running.port, path, ...options }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

describe('the guest page', () => {
  it('is served with everything that keeps it apart from other pages', async () => {
    const response = await fetch(base())
    expect(await response.text()).toContain('<title>Parley</title>')
    const host = new URL(base()).host
    expect(response.headers.get('content-security-policy')?.split('; ').sort()).toEqual(
      [
        "base-uri 'none'",
        `connect-src 'self' ws://${host}`,
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob: mediastream:",
        "object-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "worker-src 'self'",
      ].sort(),
    )
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
    })
    const permissions = response.headers.get('permissions-policy')
    for (const name of ['camera', 'microphone', 'display-capture'])
      expect(permissions).toContain(`${name}=(self)`)
    expect(response.headers.has('x-powered-by')).toBe(false)
  })

  it('keeps its hashed files in the browser', async () => {
    const response = await fetch(`${base()}assets/index-abc123.js`)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toContain('javascript')
  })

  it('never takes a Host header into its policy', async () => {
    const host = "evil.example; script-src 'unsafe-inline'"
    const { headers } = await rawRequest('/', { headers: { host } })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toContain('evil')
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/.hidden',
    '/%00',
    '/%',
    `/${'a'.repeat(5_000)}`,
    '/assets/',
    '/assets',
  ])('gives nothing for %s', async (path) => {
    const { status, body } = await rawRequest(path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(body).not.toContain('secret')
    expect(body).not.toContain('hidden')
  })

  it('is told of by the session, and absent where it was not built', async () => {
    const without = await startTestServer({ config: { pageFolder: join(folder, 'nowhere') } })
    expect(server.running.guestPage).toBe(true)
    expect(without.running.guestPage).toBe(false)
    expect((await getJson(`${without.base}nothing`)).json).toEqual({ code: 'not-found' })
    await without.close()
  })
})

describe('answers to other origins', () => {
  const allowed = async (origin: string): Promise<string | null> => {
    const response = await fetch(`${base()}challenge`, { headers: { origin } })
    return response.headers.get('access-control-allow-origin')
  }

  it('are for the app and for its own page', async () => {
    const own = new URL(base()).origin
    expect(await allowed('app://parley')).toBe('app://parley')
    expect(await allowed(own)).toBe(own)
    expect(await allowed('http://localhost:' + String(server.running.port))).not.toBeNull()
  })

  it.each(['https://evil.example', 'null', 'app://other', 'http://127.0.0.1:1', 'http://localhost'])(
    'are not for %s',
    async (origin) => {
      expect(await allowed(origin)).toBeNull()
    },
  )

  it('may be asked for ahead', async () => {
    const response = await fetch(`${base()}session`, {
      method: 'OPTIONS',
      headers: {
        origin: 'app://parley',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toMatch(/content-type/i)
    expect(Number(response.headers.get('access-control-max-age'))).toBeGreaterThan(0)
  })
})

describe('POST /session', () => {
  it.each([
    ['not JSON', '{', 400, 'bad-input'],
    ['too much', JSON.stringify({ body: 'x'.repeat(5_000) }), 413, 'frame-too-large'],
    ['nothing', '', 400, 'bad-input'],
    ['a number', '1', 400, 'bad-input'],
  ])('refuses %s', async (_name, body, status, code) => {
    expect(await postJson(`${base()}session`, body)).toMatchObject({ status, json: { code } })
  })

  it('needs no content type that costs a browser a preflight', async () => {
    const { json } = await getJson(`${base()}challenge`)
    const identity = createTestIdentity()
    const signed = JSON.stringify({ v: 1, nonce: json['nonce'], audience: base(), id: identity.id })
    const response = await fetch(`${base()}session`, {
      method: 'POST',
      body: JSON.stringify(identity.seal('ticket', signed)),
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('goes by the name that was signed, never by the Host header', async () => {
    const { json } = await getJson(`${base()}challenge`)
    const identity = createTestIdentity()
    const audience = `http://evil.example:${String(server.running.port)}/`
    const signed = JSON.stringify({ v: 1, nonce: json['nonce'], audience, id: identity.id })
    const headers = { host: new URL(audience).host, 'content-type': 'application/json' }
    const request = JSON.stringify(identity.seal('ticket', signed))
    const { body } = await rawRequest('/session', { method: 'POST', headers }, request)
    expect(body).toContain('wrong-audience')
  })
})
