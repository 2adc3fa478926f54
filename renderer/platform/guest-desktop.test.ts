import { describe, expect, it } from 'vitest'
import type { EventName } from '../../shared/ipc/contract'
import { parseCallLink } from '../../shared/link/call-link'
import { fromBase64url, toHex } from '../../shared/encoding/base64url'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { signedText } from '../../shared/protocol/identity'
import { createFakeClock } from './fakes/fake-clock'
import { createGuestDesktop, type GuestHost } from './guest-desktop'
import { memoryStore, type GuestStore } from './guest/guest-store'
import { silentLog } from './log'

const THEM = '0123456789abcdef0123456789abcdef'
const kept = (store: GuestStore = memoryStore()): GuestStore => ({ ...store, kept: 'browser' })

function bench(host: Partial<GuestHost> = {}) {
  const window = new EventTarget()
  const written: string[] = []
  const desktop = createGuestDesktop({
    baseUri: 'https://calls.example/team/',
    location: { hash: '' },
    reload: () => undefined,
    document: Object.assign(new EventTarget(), { title: 'Parley', visibilityState: 'visible' as const }),
    window,
    wakeLock: undefined,
    tabStorage: undefined,
    subtle: crypto.subtle,
    clipboard: { writeText: (text) => Promise.resolve(void written.push(text)) },
    openStore: () => Promise.resolve(kept()),
    version: '1.2.3',
    clock: createFakeClock(),
    log: silentLog,
    ...host,
  })
  const heard: unknown[] = []
  const hear = (name: EventName): void => void desktop.on(name, (payload) => heard.push(payload))
  return { window, written, desktop, heard, hear }
}

describe('a guest’s identity', () => {
  it('is read again after the browser could not read it once', async () => {
    const answers = [
      () => Promise.reject(new DOMException('', 'UnknownError')),
      () => Promise.resolve(kept()),
    ]
    const { desktop } = bench({ openStore: () => (answers.shift() ?? (() => Promise.resolve(kept())))() })
    expect(await desktop.call('identity.read')).toMatchObject({ ok: false })
    expect(await desktop.call('identity.retry')).toMatchObject({ ok: true, value: { status: 'ready' } })
  })

  it('signs what others can check, and no script can take its key', async () => {
    const store = kept()
    const { desktop } = bench({ openStore: () => Promise.resolve(store) })
    const identity = await desktop.call('identity.read')
    if (!identity.ok || identity.value.status !== 'ready') throw new Error('not ready')
    expect(identity.value.kept).toBe('browser')
    const signed = await desktop.call('identity.sign', { purpose: 'call', body: '{"v":1}' })
    if (!signed.ok) throw new Error(signed.code)
    const raw = fromBase64url(identity.value.key) ?? new Uint8Array()
    expect(toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', raw))).slice(0, 32)).toBe(
      identity.value.id,
    )
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify'])
    const sig = fromBase64url(signed.value.sig) ?? new Uint8Array()
    const isOver = (text: string) => crypto.subtle.verify(algorithm, key, sig, new TextEncoder().encode(text))
    expect(await isOver(signedText('call', '{"v":1}'))).toBe(true)
    expect(await isOver(signedText('ticket', '{"v":1}'))).toBe(false)
    const keys = await store.read('identity')
    expect(keys).toMatchObject({ privateKey: { extractable: false } })
  })

  it('is the same after a reload, and in a tab opened at the same moment', async () => {
    const store = kept()
    const host = { openStore: () => Promise.resolve(store) }
    const [one, two] = await Promise.all([
      bench(host).desktop.call('identity.read'),
      bench(host).desktop.call('identity.read'),
    ])
    expect(one).toEqual(two)
    expect(await bench(host).desktop.call('identity.read')).toEqual(one)
  })

  it('that can’t be read is never replaced silently, only by the user', async () => {
    const store = kept()
    await store.write('identity', { privateKey: 'cut off' })
    const { desktop, heard, hear } = bench({ openStore: () => Promise.resolve(store) })
    hear('identity.changed')
    expect(await desktop.call('identity.read')).toMatchObject({ value: { status: 'unreadable' } })
    expect(await desktop.call('identity.sign', { purpose: 'call', body: '' })).toMatchObject({
      code: 'identity-unreadable',
    })
    expect(await desktop.call('identity.startOver')).toMatchObject({ value: { status: 'ready' } })
    expect(heard).toMatchObject([{ status: 'ready' }])
    expect(await store.read('identity-set-aside')).toEqual({ privateKey: 'cut off' })
    expect(await desktop.call('identity.sign', { purpose: 'call', body: '' })).toMatchObject({ ok: true })
  })

  it('that works is not replaced by starting over', async () => {
    const { desktop } = bench()
    const before = await desktop.call('identity.read')
    expect(await desktop.call('identity.startOver')).toEqual(before)
  })
})

describe('where a guest is at home', () => {
  it.each([
    ['https://calls.example/', 'https://calls.example/'],
    ['https://calls.example/team/', 'https://calls.example/team/'],
    ['https://calls.example/team/index.html?x=1#/call/abc', 'https://calls.example/team/'],
    ['http://127.0.0.1:4100/#/call/abc', 'http://127.0.0.1:4100/'],
  ])('follows from the page %s', async (baseUri, server) => {
    const reach = await bench({ baseUri }).desktop.call('reach.read')
    expect(reach).toMatchObject({
      value: {
        mode: 'anywhere',
        home: { status: 'ready', dial: server, advertised: server, embedded: false },
      },
    })
  })

  it('can’t be chosen, and no other server be visited', async () => {
    const { desktop } = bench()
    const refused = { ok: false, code: 'not-supported-here' }
    expect(await desktop.call('reach.choose', { mode: 'this-computer' })).toMatchObject(refused)
    expect(await desktop.call('visit.open', { server: 'https://other.example/', via: null })).toMatchObject(
      refused,
    )
  })
})

describe('what only the app can', () => {
  it.each(['identity.chooseSaved', 'app.quit'] as const)('%s is not supported here', async (name) => {
    expect(await bench().desktop.call(name)).toMatchObject({ ok: false, code: 'not-supported-here' })
  })

  it('saving its key is refused: no script can take it', async () => {
    const saved = await bench().desktop.call('identity.save', { passphrase: 'three blind mice' })
    expect(saved).toMatchObject({ ok: false, code: 'not-supported-here' })
  })
})

describe('deleting everything', () => {
  it('takes name, calls and key out of the browser, and loads the page anew', async () => {
    const store = kept()
    let reloads = 0
    const host = { openStore: () => Promise.resolve(store), reload: () => void (reloads += 1) }
    const { desktop } = bench(host)
    const before = await desktop.call('identity.read')
    await desktop.call('settings.change', { name: 'Ana' })
    expect((await desktop.call('app.deleteEverything')).ok).toBe(true)
    expect(reloads).toBe(1)
    const next = bench(host).desktop
    expect(await next.call('settings.read')).toMatchObject({ value: { name: '' } })
    expect(await next.call('identity.read')).not.toEqual(before)
  })
})

describe('the link a guest came by', () => {
  it('is offered as a link to somebody on this server', async () => {
    const { desktop } = bench({ location: { hash: `#/call/${THEM}` } })
    const info = await desktop.call('app.info')
    const openedWith = info.ok ? info.value.openedWith : null
    expect(parseCallLink(openedWith ?? '')).toEqual({
      ok: true,
      value: { id: THEM, server: 'https://calls.example/team/' },
    })
  })

  it.each(['', '#', '#/call/', '#/call/too-short', '#/settings'])('is none with %j', async (hash) => {
    const info = await bench({ location: { hash } }).desktop.call('app.info')
    expect(info).toMatchObject({ value: { openedWith: null, host: 'guest', version: '1.2.3' } })
  })

  it('is told again when it changes in the open page', () => {
    const location = { hash: '' }
    const { window, heard, hear } = bench({ location })
    hear('link.opened')
    window.dispatchEvent(new Event('hashchange'))
    location.hash = `#/call/${THEM}`
    window.dispatchEvent(new Event('hashchange'))
    expect(heard).toEqual([
      { link: `parley://call/${THEM}?server=${encodeURIComponent('https://calls.example/team/')}` },
    ])
  })
})

describe('what a guest’s browser keeps', () => {
  it('is changed by commands and told to every listener', async () => {
    const { desktop, heard, hear } = bench()
    hear('settings.changed')
    hear('contacts.changed')
    await desktop.call('settings.change', { name: 'Ana' })
    const ben = {
      id: THEM,
      name: 'Ben',
      server: null,
      addedAt: 1,
      favourite: false,
      notes: '',
      picture: null,
    }
    await desktop.call('contacts.put', { contacts: [ben] })
    expect(heard).toMatchObject([{ name: 'Ana' }, { contacts: [{ name: 'Ben' }] }])
    expect(await desktop.call('settings.read')).toMatchObject({ value: { ...DEFAULT_SETTINGS, name: 'Ana' } })
  })

  it('is nothing in a private window, which is told', async () => {
    const { desktop } = bench({ openStore: () => Promise.resolve(memoryStore()) })
    const info = await desktop.call('app.info')
    expect(info).toMatchObject({
      value: { troubles: [{ document: 'settings', outcome: 'not-saved', code: 'disk-failed' }] },
    })
    expect(await desktop.call('identity.read')).toMatchObject({ value: { status: 'ready' } })
  })
})

it('a document is read again after the browser could not read it once', async () => {
  let opened = 0
  const openStore = () =>
    opened++ === 0 ? Promise.reject(new DOMException('', 'UnknownError')) : Promise.resolve(kept())
  const { desktop } = bench({ openStore })
  expect(await desktop.call('settings.change', { theme: 'dark' })).toMatchObject({ ok: false })
  expect(await desktop.call('settings.change', { theme: 'dark' })).toMatchObject({ value: { theme: 'dark' } })
})

describe('a command', () => {
  it('with input of the wrong shape is refused, not run', async () => {
    const { desktop } = bench()
    expect(await desktop.call('contacts.remove', { ids: ['nobody'] })).toMatchObject({ code: 'bad-input' })
  })

  it('whose browser throws is a failure, never a rejection', async () => {
    const { desktop } = bench({ openStore: () => Promise.reject(new DOMException('', 'UnknownError')) })
    expect(await desktop.call('settings.read')).toMatchObject({ ok: false, code: 'internal' })
  })

  it('copies text, or says that the browser refused', async () => {
    const { desktop, written } = bench()
    expect(await desktop.call('clipboard.write', { text: 'parley://…' })).toMatchObject({ ok: true })
    expect(written).toEqual(['parley://…'])
    const refuses = { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }
    const refused = await bench({ clipboard: refuses }).desktop.call('clipboard.write', { text: 'x' })
    expect(refused).toMatchObject({ code: 'permission-denied' })
    const absent = await bench({ clipboard: undefined }).desktop.call('clipboard.write', { text: 'x' })
    expect(absent).toMatchObject({ code: 'not-supported-here' })
  })

  it('about permissions leaves the question to the browser', async () => {
    const { desktop } = bench()
    expect(await desktop.call('media.access', { kind: 'camera' })).toMatchObject({ value: 'unknown' })
    expect(await desktop.call('media.openSystemSettings', { kind: 'camera' })).toMatchObject({
      value: { opened: false },
    })
  })

  it('hears of the network coming back', () => {
    const { window, heard, hear } = bench()
    hear('system.woke')
    window.dispatchEvent(new Event('online'))
    expect(heard).toEqual([{ why: 'network' }])
  })

  it('wakes when the browser shows the page again as it was, and not when it is new', () => {
    const { window, heard, hear } = bench()
    hear('system.woke')
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    expect(heard).toEqual([])
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(heard).toEqual([{ why: 'resume' }])
  })
})
