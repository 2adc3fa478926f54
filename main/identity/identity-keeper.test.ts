import { describe, expect, it } from 'vitest'
import type { IdentityState } from '../../shared/model/identity'
import { silentLog } from '../log/log'
import { settled } from '../testing/deferred'
import { createFakeKeyring, type FakeKeyring } from '../testing/fake-keyring'
import { createManualTimers } from '../testing/manual-timers'
import { createMemoryFolder, type MemoryFolder } from '../testing/memory-folder'
import { createIdentityKey } from './identity-key'
import { IdentityKeeper } from './identity-keeper'
import { createKeyStore } from './key-store'

const FILE = 'identity.json'
const NOW = Date.UTC(2026, 10, 21)

type Parts = { readonly folder?: MemoryFolder; readonly keyring?: FakeKeyring }

/** One start of the app; a second one over the same folder is the next start. */
function start({ folder = createMemoryFolder(), keyring = createFakeKeyring('working') }: Parts = {}) {
  const timers = createManualTimers()
  const told: IdentityState[] = []
  let made = 0
  const keeper = new IdentityKeeper({
    store: createKeyStore(folder, () => NOW),
    keyring,
    createKey: () => {
      made += 1
      return createIdentityKey()
    },
    log: silentLog,
    after: (ms, run) => timers.after(ms, run),
    changed: (state) => told.push(state),
  })
  return { keeper, folder, keyring, timers, told, made: () => made }
}

async function started(parts: Parts = {}) {
  const all = start(parts)
  await all.keeper.load()
  return all
}

const idOf = (state: IdentityState): string =>
  state.status === 'ready' ? state.id : `not ready: ${state.status}`

describe('the first start', () => {
  it('makes one key and keeps it in the keyring, unreadable in the file', async () => {
    const { keeper, folder, told, made } = await started()
    expect(keeper.read()).toMatchObject({ status: 'ready', kept: 'keyring' })
    expect(told).toEqual([keeper.read()])
    expect(made()).toBe(1)
    expect(folder.files.get(FILE)).not.toContain('secret')
  })

  it('keeps it in a file where there is no keyring', async () => {
    const { keeper, folder } = await started({ keyring: createFakeKeyring('absent') })
    expect(keeper.read()).toMatchObject({ status: 'ready', kept: 'file' })
    expect(folder.files.get(FILE)).toContain('secret')
  })

  it('keeps it in a file where the keyring takes nothing', async () => {
    const { keeper } = await started({ keyring: createFakeKeyring('refuses-to-seal') })
    expect(keeper.read()).toMatchObject({ status: 'ready', kept: 'file' })
  })

  it('makes none while the keyring is locked', async () => {
    const { keeper, folder, made } = await started({ keyring: createFakeKeyring('locked') })
    expect(keeper.read()).toEqual({ status: 'locked' })
    expect(made()).toBe(0)
    expect(folder.files.size).toBe(0)
  })

  it.each(['disk-full', 'disk-failed'] as const)('uses no key that is not on the disk (%s)', async (code) => {
    const folder = createMemoryFolder()
    folder.failWrites(code)
    const { keeper } = await started({ folder })
    expect(keeper.read()).toMatchObject({ status: 'unreadable', detail: `could not be written: ${code}` })
    expect(keeper.sign('call', 'x')).toMatchObject({ ok: false, code: 'identity-unreadable' })
    folder.failWrites(null)
    expect(await keeper.retry()).toMatchObject({ status: 'ready', kept: 'keyring' })
  })
})

describe('the next start', () => {
  it.each(['working', 'absent'] as const)('has the same identity (keyring %s)', async (mood) => {
    const first = await started({ keyring: createFakeKeyring(mood) })
    const second = await started({ folder: first.folder, keyring: createFakeKeyring(mood) })
    expect(second.keeper.read()).toEqual(first.keeper.read())
    expect(second.made()).toBe(0)
  })

  it('moves the key into a keyring that has appeared, telling both', async () => {
    const first = await started({ keyring: createFakeKeyring('absent') })
    const second = await started({ folder: first.folder })
    expect(second.told.map((state) => state.status === 'ready' && state.kept)).toEqual(['file', 'keyring'])
    expect(idOf(second.keeper.read())).toBe(idOf(first.keeper.read()))
    expect(first.folder.files.get(FILE)).not.toContain('secret')
  })

  it('keeps the file where moving it fails', async () => {
    const first = await started({ keyring: createFakeKeyring('absent') })
    first.folder.failWrites('disk-full')
    const second = await started({ folder: first.folder })
    expect(second.keeper.read()).toEqual(first.keeper.read())
    expect(first.folder.files.get(FILE)).toContain('secret')
  })

  it('does not wait for the keyring where the key lies in a file', async () => {
    const { folder } = await started({ keyring: createFakeKeyring('absent') })
    const { keeper } = start({ folder, keyring: createFakeKeyring('silent') })
    void keeper.load()
    await settled()
    expect(keeper.read()).toMatchObject({ status: 'ready', kept: 'file' })
    expect(keeper.sign('call', 'x').ok).toBe(true)
  })

  it('is there before the keyring may be asked where the key lies in a file, and only there', async () => {
    const { folder } = await started({ keyring: createFakeKeyring('absent') })
    const { keeper, keyring } = start({ folder })
    await keeper.loadFromFile()
    expect(keeper.read()).toMatchObject({ status: 'ready', kept: 'file' })
    expect(keyring.asked).toBe(0)
    await keeper.load()
    expect(keeper.read()).toMatchObject({ status: 'ready', kept: 'keyring' })
    const next = start({ folder })
    await next.keeper.loadFromFile()
    expect(next.keeper.read()).toEqual({ status: 'loading' })
    expect(next.keyring.asked).toBe(0)
    await next.keeper.load()
    expect(idOf(next.keeper.read())).toBe(idOf(keeper.read()))
  })

  it('seals anew where the keyring has a newer key', async () => {
    const { folder } = await started()
    const before = folder.writes
    const keyring = createFakeKeyring('working')
    keyring.sealAgain = true
    await started({ folder, keyring })
    expect(folder.writes).toBe(before + 1)
  })
})

describe('a locked keyring', () => {
  it('that waits for its person is told as locked after a moment, and goes on by itself', async () => {
    const { folder } = await started()
    const keyring = createFakeKeyring('silent')
    const { keeper, timers, told } = start({ folder, keyring })
    const loading = keeper.load()
    await settled()
    expect(keeper.read()).toEqual({ status: 'loading' })
    timers.advance(2_000)
    expect(keeper.read()).toEqual({ status: 'locked' })
    expect(keeper.sign('ticket', 'x')).toMatchObject({ ok: false, code: 'identity-locked' })
    const asked = keyring.asked
    expect(await keeper.retry()).toEqual({ status: 'locked' })
    expect(keyring.asked).toBe(asked)
    keyring.unlock()
    await loading
    expect(told.map((state) => state.status)).toEqual(['locked', 'ready'])
    expect(timers.pending).toBe(0)
  })

  it('that refuses is tried again when asked', async () => {
    const first = await started()
    const keyring = createFakeKeyring('locked')
    const { keeper, made } = await started({ folder: first.folder, keyring })
    expect(keeper.read()).toEqual({ status: 'locked' })
    expect(await keeper.startOver()).toMatchObject({ ok: false })
    keyring.unlock()
    expect(idOf(await keeper.retry())).toBe(idOf(first.keeper.read()))
    expect(made()).toBe(0)
  })
})

describe('a key that cannot be read', () => {
  const good = async (): Promise<string> => (await started()).folder.files.get(FILE) ?? ''
  const otherKey = async (): Promise<string> => {
    const [one, two] = [JSON.parse(await good()), JSON.parse(await good())] as [object, { key: string }]
    return JSON.stringify({ ...one, key: two.key })
  }

  it.each([
    ['empty', () => Promise.resolve('')],
    ['not JSON', () => Promise.resolve('{"v":1,')],
    ['of another version', async () => (await good()).replace('"v":1', '"v":2')],
    ['without its sealed part', async () => (await good()).replace('"sealed"', '"other"')],
    ['truncated', async () => (await good()).slice(0, 100)],
    ['another key than it says', otherKey],
    [
      'not sealed by this keyring',
      async () => (await good()).replace(/"sealed":".{10}/, '"sealed":"AAAAAAAAAA'),
    ],
    ['too large', () => Promise.resolve(`{"v":1,"pad":"${'x'.repeat(20_000)}"}`)],
  ])('because its file is %s, is reported and stays where it is', async (_what, damaged) => {
    const text = await damaged()
    const folder = createMemoryFolder({ [FILE]: text })
    const { keeper, made } = await started({ folder })
    expect(keeper.read().status).toBe('unreadable')
    expect(made()).toBe(0)
    expect([...folder.files]).toEqual([[FILE, text]])
    expect((await keeper.retry()).status).toBe('unreadable')
    expect([...folder.files]).toEqual([[FILE, text]])
  })

  it('is read after it was repaired', async () => {
    const first = await started()
    const text = first.folder.files.get(FILE) ?? ''
    const folder = createMemoryFolder({ [FILE]: text.slice(0, 50) })
    const { keeper } = await started({ folder })
    folder.files.set(FILE, text)
    expect(idOf(await keeper.retry())).toBe(idOf(first.keeper.read()))
  })

  it('is set aside only when the user starts over, with a new identity', async () => {
    const folder = createMemoryFolder({ [FILE]: 'damaged' })
    const { keeper, made } = await started({ folder })
    expect(await keeper.startOver()).toMatchObject({ ok: true, value: { status: 'ready', kept: 'keyring' } })
    expect(made()).toBe(1)
    expect(folder.files.get('identity.set-aside-2026-11-21T00-00-00-000Z.json')).toBe('damaged')
    expect(folder.files.get(FILE)).toContain('"kept":"keyring"')
  })

  it('stays where setting it aside fails', async () => {
    const folder = createMemoryFolder({ [FILE]: 'damaged' })
    folder.failMoves('disk-failed')
    const { keeper, made } = await started({ folder })
    expect(await keeper.startOver()).toMatchObject({ ok: false, code: 'disk-failed' })
    expect(keeper.read().status).toBe('unreadable')
    expect(made()).toBe(0)
    expect(folder.files.get(FILE)).toBe('damaged')
  })

  it('cannot be started over while all is well', async () => {
    const { keeper, folder } = await started()
    const before = [...folder.files]
    expect(await keeper.startOver()).toMatchObject({ ok: false, code: 'not-supported-here' })
    expect([...folder.files]).toEqual(before)
  })
})

it('signs nothing before it is loaded', () => {
  expect(start().keeper.sign('call', 'x')).toMatchObject({ ok: false, code: 'identity-missing' })
})

it('makes one key where it is loaded and retried at once', async () => {
  const { keeper, made } = start()
  await Promise.all([keeper.load(), keeper.load(), keeper.retry()])
  expect(made()).toBe(1)
})
