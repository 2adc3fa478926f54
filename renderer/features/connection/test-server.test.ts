import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import { fail, ok, type Result } from '../../../shared/result'
import { createFakeClock, createFakeIds } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { createFakeServer, type FakeServer } from '../../rtc/fakes/fake-server'
import type { Signalling } from '../../rtc/signalling'
import { createTestServer } from './test-server'

const ME = '0123456789abcdef0123456789abcdef'

function url(text: string): BaseUrl {
  const base = normaliseBaseUrl(text)
  if (!base.ok) throw new Error(base.code)
  return base.value
}
const NEW = url('https://new.example/')

interface Options {
  readonly kind?: 'own' | 'stock'
  readonly prepare?: (server: FakeServer) => void
  readonly allow?: Result<undefined>
  readonly identity?: string | null
  readonly visited?: boolean
}

function bench({
  kind = 'own',
  prepare,
  allow = ok(undefined),
  identity = ME,
  visited = false,
}: Options = {}) {
  const clock = createFakeClock()
  const desktop = createFakeDesktop({ 'visit.open': () => allow, 'visit.close': () => ok(undefined) })
  const server = createFakeServer({ clock, url: NEW, kind })
  prepare?.(server)
  const opened: Signalling[] = []
  const test = createTestServer({
    desktop,
    ids: createFakeIds(),
    identity: () => identity,
    isVisited: () => visited,
    openSignalling({ peerId }) {
      const signalling = server.connect(peerId)
      opened.push(signalling)
      return signalling
    },
  })
  const closes = () => desktop.asked('visit.close').length
  return { clock, test, opened, closes }
}

async function outcome({ clock, test }: Pick<ReturnType<typeof bench>, 'clock' | 'test'>) {
  const tested = test(NEW)
  await clock.advance(30_000)
  return tested
}

describe('trying a server', () => {
  it.each(['own', 'stock'] as const)(
    'says that a server of kind %s answers, and closes the connection',
    async (kind) => {
      const all = bench({ kind })
      expect(await outcome(all)).toEqual(ok({ kind }))
      expect(all.opened.map((each) => each.state().status)).toEqual(['closed'])
      expect(all.opened[0]?.peerId).toMatch(new RegExp(`^${ME}-[0-9a-f]{8}$`))
      expect(all.closes()).toBe(1)
    },
  )

  it('says what failed, and closes the connection too', async () => {
    const all = bench({ prepare: (server) => server.setUp(false) })
    expect(await outcome(all)).toMatchObject({ ok: false, code: 'server-unreachable' })
    expect(all.opened.map((each) => each.state().status)).toEqual(['closed'])
    expect(all.closes()).toBe(1)
  })

  it('dials nothing that main doesn’t allow', async () => {
    const all = bench({ allow: fail('visit-not-allowed') })
    expect(await outcome(all)).toMatchObject({ code: 'visit-not-allowed' })
    expect(all.opened).toEqual([])
  })

  it('needs a key', async () => {
    const all = bench({ identity: null })
    expect(await outcome(all)).toMatchObject({ code: 'identity-missing' })
    expect(all.opened).toEqual([])
  })

  it('leaves a call’s visit to the same server allowed', async () => {
    const all = bench({ visited: true })
    await outcome(all)
    expect(all.closes()).toBe(0)
  })
})
