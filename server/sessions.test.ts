// Who gets a ticket: each way to be refused has its own code.
import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl, type BaseUrl } from '../shared/link/base-url'
import { ok } from '../shared/result'
import { configuredAudiences } from './audiences'
import type { Log } from './log'
import { createSessions } from './sessions'
import { createStamps } from './stamps'
import { createTestIdentity, newVisitId } from './testing/test-client'

const HERE = 'https://calls.example/'
const ann = createTestIdentity()
const bob = createTestIdentity()

function here(): BaseUrl {
  const base = normaliseBaseUrl(HERE)
  if (!base.ok) throw new Error(HERE)
  return base.value
}

function setUp() {
  const clock = { nowMs: 1_000 }
  const warnings: string[] = []
  const log: Log = { info: () => undefined, warn: (text) => warnings.push(text), error: () => undefined }
  const stamps = (kind: string) =>
    createStamps({ kind, secret: Buffer.alloc(32), lifeMs: 60_000, nowMs: () => clock.nowMs })
  const tickets = stamps('ticket')
  const audiences = configuredAudiences([here()])
  const iceServers = [{ urls: 'stun:stun.example:3478' }]
  const sessions = createSessions({
    nonces: stamps('nonce'),
    tickets,
    audiences,
    iceServers: () => ({ iceServers }),
    guestPage: true,
    join: { isWanted: () => false, check: () => ok(undefined) },
    mayUse: () => true,
    waitMs: () => 0,
    log,
  })
  /** What a client of ours would sign, with changes. */
  const body = (changes: Record<string, unknown> = {}): string =>
    JSON.stringify({ v: 1, nonce: sessions.challenge().nonce, audience: HERE, id: ann.id, ...changes })
  const open = (request: unknown) => sessions.open(request, '192.0.2.1')
  return { sessions: { ...sessions, open }, tickets, clock, warnings, body }
}

describe('a session', () => {
  it.each([ann.id, newVisitId(ann)])('gives a ticket for %s to its key', (id) => {
    const { sessions, tickets, body } = setUp()
    const session = sessions.open(ann.seal('ticket', body({ id })))
    if (!session.ok) throw new Error(session.code)
    expect(tickets.check(session.value.ticket, id)).toBe('fresh')
    expect(session.value).toMatchObject({
      v: 1,
      iceServers: [{ urls: 'stun:stun.example:3478' }],
      guestPage: true,
    })
  })

  type Setup = ReturnType<typeof setUp>
  const refusals: readonly (readonly [string, string, (setup: Setup) => unknown])[] = [
    ['nothing', 'bad-input', () => undefined],
    ['no envelope', 'bad-input', () => ({ body: '{}' })],
    ['an envelope with more in it', 'bad-input', ({ body }) => ({ ...ann.seal('ticket', body()), more: 1 })],
    ['a body that is not JSON', 'bad-input', () => ann.seal('ticket', '{')],
    ['a body with more in it', 'bad-input', ({ body }) => ann.seal('ticket', body({ more: 1 }))],
    ['no id of ours', 'bad-input', ({ body }) => ann.seal('ticket', body({ id: 'ann' }))],
    ['an audience that is no URL', 'bad-input', ({ body }) => ann.seal('ticket', body({ audience: 'x' }))],
    [
      'an audience written differently',
      'bad-input',
      ({ body }) => ann.seal('ticket', body({ audience: 'HTTPS://calls.example' })),
    ],
    ['another version', 'version-unsupported', ({ body }) => ann.seal('ticket', body({ v: 2 }))],
    [
      "another server's name, though the nonce is ours",
      'wrong-audience',
      ({ body }) => ann.seal('ticket', body({ audience: 'https://evil.example/' })),
    ],
    [
      'the right name on another scheme',
      'wrong-audience',
      ({ body }) => ann.seal('ticket', body({ audience: 'http://calls.example/' })),
    ],
    ['a made-up nonce', 'nonce-unknown', ({ body }) => ann.seal('ticket', body({ nonce: 'A'.repeat(43) }))],
    [
      'a ticket as nonce',
      'nonce-unknown',
      ({ body, tickets }) => ann.seal('ticket', body({ nonce: tickets.issue('') })),
    ],
    [
      'an old nonce',
      'nonce-expired',
      ({ body, clock }) => {
        const text = body()
        clock.nowMs += 60_000
        return ann.seal('ticket', text)
      },
    ],
    [
      'the same request again',
      'nonce-used',
      ({ sessions, body }) => {
        const request = ann.seal('ticket', body())
        expect(sessions.open(request).ok).toBe(true)
        return request
      },
    ],
    ['a signature for a call', 'signature-wrong', ({ body }) => ann.seal('call', body())],
    [
      'a signature of another body',
      'signature-wrong',
      ({ body }) => ({ ...ann.seal('ticket', body()), body: body() }),
    ],
    ["another one's key", 'signature-wrong', ({ body }) => ({ ...ann.seal('ticket', body()), key: bob.key })],
    [
      'a key off the curve',
      'signature-wrong',
      ({ body }) => ({ ...ann.seal('ticket', body()), key: `BAAA${'A'.repeat(83)}` }),
    ],
    ["another one's id", 'id-mismatch', ({ body }) => ann.seal('ticket', body({ id: bob.id }))],
    ["another one's visit", 'id-mismatch', ({ body }) => ann.seal('ticket', body({ id: newVisitId(bob) }))],
  ]
  it.each(refusals)('is refused for %s: %s', (_name, code, request) => {
    const setup = setUp()
    expect(setup.sessions.open(request(setup))).toMatchObject({ ok: false, code })
  })

  it('leaves the nonce fresh where it was refused', () => {
    const { sessions, body } = setUp()
    const text = body()
    expect(sessions.open(ann.seal('call', text)).ok).toBe(false)
    expect(sessions.open(ann.seal('ticket', text)).ok).toBe(true)
  })
})

describe('the operator', () => {
  it('is told once which flag a wrong name needs', () => {
    const { sessions, body, warnings } = setUp()
    const ask = (audience: string) => sessions.open(ann.seal('ticket', body({ audience })))
    ask('https://other.example/')
    ask('https://other.example/')
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('--origin https://other.example/')
  })

  it('is not flooded by made-up names', () => {
    const { sessions, body, warnings } = setUp()
    for (let k = 0; k < 100; k++)
      sessions.open(ann.seal('ticket', body({ audience: `https://x${k}.example/` })))
    expect(warnings.length).toBeLessThanOrEqual(20)
  })
})
