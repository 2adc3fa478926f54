import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import type { Reach } from '../../../shared/model/reach'
import { fail, ok, type Result } from '../../../shared/result'
import { createFakeClock, createFakeIds } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { silentLog } from '../../platform/log'
import { createFakeServer } from '../../rtc/fakes/fake-server'
import type { Signalling } from '../../rtc/signalling'
import { createVisitController, type VisitController } from './visit-controller'

const ME = '0123456789abcdef0123456789abcdef'

function url(text: string): BaseUrl {
  const base = normaliseBaseUrl(text)
  if (!base.ok) throw new Error(base.code)
  return base.value
}
const HOME = url('http://127.0.0.1:4100/')
const HOME_ADVERTISED = url('http://192.168.1.20:4100/')
const [ONE, TWO] = [url('https://one.example/'), url('https://two.example/')]
const REACH: Reach = {
  mode: 'this-network',
  home: { status: 'ready', dial: HOME, advertised: HOME_ADVERTISED, embedded: true, oldLinksBreak: false },
}

function bench(allow: () => Result<undefined> | Promise<Result<undefined>> = () => ok(undefined)) {
  const clock = createFakeClock()
  const desktop = createFakeDesktop({ 'visit.open': allow, 'visit.close': () => ok(undefined) })
  const home = createFakeServer({ clock, url: HOME }).connect(ME)
  const opened: Signalling[] = []
  const visits = createVisitController({
    desktop,
    ids: createFakeIds(),
    identity: () => ME,
    reach: () => REACH,
    home: () => home,
    log: silentLog,
    openSignalling({ server, peerId }) {
      const signalling = createFakeServer({ clock, url: server }).connect(peerId)
      opened.push(signalling)
      return signalling
    },
  })
  return { clock, desktop, home, opened, visits }
}

async function opening(visits: VisitController, server: BaseUrl): Promise<Signalling> {
  const opened = await visits.openVisit(server, null)
  if (!opened.ok) throw new Error(opened.code)
  return opened.value
}

describe('a call to another server', () => {
  it('goes over a visit, under a PeerJS id of its own, once main allows it', async () => {
    const { desktop, opened, visits } = bench()
    const visit = await visits.openVisit(ONE, null)
    expect(visit).toEqual(ok(opened[0]))
    expect(opened[0]?.server).toBe(ONE)
    expect(opened[0]?.peerId).toMatch(new RegExp(`^${ME}-[0-9a-f]{8}$`))
    expect(desktop.asked('visit.open')).toEqual([{ server: ONE, via: null }])
  })

  it('tells main which server brought the link', async () => {
    const { desktop, visits } = bench()
    await visits.openVisit(ONE, TWO)
    expect(desktop.asked('visit.open')).toEqual([{ server: ONE, via: TWO }])
  })

  it('is refused by main’s code, and may be tried again', async () => {
    let allowed: Result<undefined> = fail('visit-closer-than-source')
    const { opened, visits } = bench(() => allowed)
    expect(await visits.openVisit(ONE, TWO)).toMatchObject({ ok: false, code: 'visit-closer-than-source' })
    expect(opened).toEqual([])
    allowed = ok(undefined)
    expect((await visits.openVisit(ONE, null)).ok).toBe(true)
  })

  it('shares the visit that is there', async () => {
    const { opened, visits } = bench()
    const [first, second] = await Promise.all([visits.openVisit(ONE, null), visits.openVisit(ONE, null)])
    expect(first).toEqual(second)
    expect(opened).toHaveLength(1)
  })

  it('ends the visit to a third', async () => {
    const { clock, desktop, opened, visits } = bench()
    await visits.openVisit(ONE, null)
    await visits.openVisit(TWO, null)
    await clock.settle()
    expect(opened.map((signalling) => signalling.state().status)).toEqual(['closed', 'connecting'])
    expect(desktop.asked('visit.close')).toEqual([{ server: ONE }])
  })
})

describe('a call to our own server', () => {
  it.each([
    ['as it is dialled', HOME],
    ['as our links name it', HOME_ADVERTISED],
  ])('%s goes over home', async (_how, server) => {
    const { desktop, home, opened, visits } = bench()
    expect(await visits.openVisit(server, null)).toEqual(ok(home))
    visits.closeVisit(home)
    expect([opened, desktop.asked('visit.open'), desktop.asked('visit.close')]).toEqual([[], [], []])
    expect(home.state().status).not.toBe('closed')
  })
})

describe('a visit', () => {
  it('is closed once', async () => {
    const { clock, desktop, opened, visits } = bench()
    const visit = await opening(visits, ONE)
    visits.closeVisit(visit)
    visits.closeVisit(visit)
    await clock.settle()
    expect(opened[0]?.state().status).toBe('closed')
    expect(desktop.asked('visit.close')).toEqual([{ server: ONE }])
  })

  it('closed while main is asked is closed when main answers', async () => {
    let answer: (allowed: Result<undefined>) => void = () => undefined
    const { clock, opened, visits } = bench(() => new Promise((resolve) => (answer = resolve)))
    void visits.openVisit(ONE, null)
    await clock.settle()
    visits.end()
    answer(ok(undefined))
    await clock.settle()
    expect(opened.map((signalling) => signalling.state().status)).toEqual(['closed'])
  })

  it('opened again at once keeps main’s permission', async () => {
    const { clock, desktop, opened, visits } = bench()
    visits.closeVisit(await opening(visits, ONE))
    await visits.openVisit(ONE, null)
    await clock.settle()
    expect(opened.map((signalling) => signalling.state().status)).toEqual(['closed', 'connecting'])
    expect(desktop.asked('visit.close')).toEqual([])
    expect(opened[0]?.peerId).not.toBe(opened[1]?.peerId)
  })

  it('to a server that is visited again is not closed by the one before', async () => {
    const { clock, opened, visits } = bench()
    const before = await opening(visits, ONE)
    await visits.openVisit(TWO, null)
    await visits.openVisit(ONE, null)
    visits.closeVisit(before)
    await clock.settle()
    expect(opened.map((signalling) => signalling.state().status)).toEqual(['closed', 'closed', 'connecting'])
  })

  it('ends with the app', async () => {
    const { clock, opened, visits } = bench()
    await visits.openVisit(ONE, null)
    visits.end()
    await clock.settle()
    expect(opened[0]?.state().status).toBe('closed')
  })
})
