import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import type { Purpose } from '../../shared/protocol/identity'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { Courier } from './courier'
import { createFakeServer } from './fakes/fake-server'
import { createFakeSigner, fakeUnseal } from './fakes/fake-signer'
import { createSelfTestPost } from './self-test-post'
import type { Unsealer } from './signer'

const [ME, THEM] = ['a'.repeat(32), 'b'.repeat(32)]
const VALUE = '0123456789abcdef'.repeat(2)
interface Injected {
  /** The PeerJS id that the server says it is from. */
  readonly from?: string
  readonly by?: string
  readonly purpose?: Purpose
}

const message = { v: 1, t: 'self-test', from: ME, to: ME, value: VALUE }

function bench(kind: 'own' | 'stock' = 'own') {
  const clock = createFakeClock()
  const url = normaliseBaseUrl('https://one.example/')
  if (!url.ok) throw new Error('not a base URL')
  const server = createFakeServer({ clock, url: url.value, kind })
  const home = server.connect(ME)
  let verified = 0
  const unseal: Unsealer = (purpose, envelope) => {
    verified += 1
    return fakeUnseal(purpose, envelope)
  }
  const signer = createFakeSigner(ME)
  const post = createSelfTestPost({ signer: () => signer, unseal, clock })
  const returned: string[] = []
  const unlisten = post.listen(home, (value) => returned.push(value))
  const problems: string[] = []
  new Courier({
    ...{ signer, unseal: fakeUnseal, clock, name: () => 'Ana' },
    onMessage: () => undefined,
    onProblem: ({ problem }) => problems.push(problem),
  }).listen(home)
  /** As any client would, or a bad server. */
  async function inject(body: unknown, { from = ME, by = ME, purpose = 'call' }: Injected = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const sealed = await createFakeSigner(by).seal(purpose, text)
    if (!sealed.ok) throw new Error('not sealed')
    server.inject(from, ME, sealed.value)
    await clock.advance(100)
  }
  const open = () => clock.advance(1_000)
  return { clock, server, home, post, returned, unlisten, inject, open, problems, verified: () => verified }
}

describe('a message to ourselves', () => {
  it.each(['own', 'stock'] as const)('goes out and comes back over a server of the kind %s', async (kind) => {
    const { post, home, returned, open, clock, problems } = bench(kind)
    await open()
    const sent = post.send(home, VALUE)
    await clock.advance(10_000)
    expect([await sent, returned]).toEqual([null, [VALUE]])
    // It is no call's message, and nobody's mistake.
    expect(problems).toEqual([])
  })

  it('isn’t sent without a connection', async () => {
    const { post, home } = bench()
    expect(await post.send(home, VALUE)).toBe('not-connected')
  })

  it('that a server doesn’t take is told as that', async () => {
    const { post, home, server, open, clock } = bench()
    await open()
    server.loses = () => true
    const sent = post.send(home, VALUE)
    await clock.advance(10_000)
    expect(await sent).toBe('not-taken')
  })

  it('isn’t heard any more once that server is left', async () => {
    const { returned, unlisten, inject, open } = bench()
    await open()
    await inject(message)
    unlisten()
    await inject(message)
    expect(returned).toEqual([VALUE])
  })
})

describe('what isn’t ours is dropped', () => {
  it.each<readonly [what: string, body: unknown, how: Injected]>([
    ['from another sender', { ...message, from: THEM, to: THEM }, { from: THEM, by: THEM }],
    ['from another sender in our name', message, { from: THEM }],
    ['with another key’s signature, where a server lets anybody use our id', message, { by: THEM }],
    ['signed by them for them, under our id', { ...message, from: THEM, to: THEM }, { by: THEM }],
    ['signed for another purpose', message, { purpose: 'ticket' }],
    ['with more in it', { ...message, callId: ME }, {}],
    ['with another value than one of ours can be', { ...message, value: 'x'.repeat(32) }, {}],
    ['of another kind', { ...message, t: 'invite' }, {}],
    ['that is no JSON', 'self-test', {}],
    ['that is too long', JSON.stringify(message) + ' '.repeat(200), {}],
  ])('%s', async (_, body, how) => {
    const { returned, inject, open } = bench()
    await open()
    await inject(body, how)
    expect(returned).toEqual([])
  })

  it('many at once, without a signature being checked for each', async () => {
    const { inject, open, verified } = bench('stock')
    await open()
    for (let i = 0; i < 100; i += 1) await inject(message)
    // 5 at once and one a second; 100 of them took ten seconds.
    expect(verified()).toBeLessThanOrEqual(16)
  })
})
