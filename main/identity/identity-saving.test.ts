import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/result'
import { silentLog } from '../log/log'
import { createFakeKeyring } from '../testing/fake-keyring'
import { createManualTimers } from '../testing/manual-timers'
import { createMemoryFolder } from '../testing/memory-folder'
import { createIdentityKey } from './identity-key'
import { IdentityKeeper } from './identity-keeper'
import { IdentitySaving } from './identity-saving'
import { createKeyStore } from './key-store'

const PASSPHRASE = 'correct horse battery'

/** One device, and the one file that its person saves and chooses. */
async function device(
  options: { readonly keyring?: 'working' | 'absent' | 'locked'; readonly file?: string } = {},
) {
  const folder = createMemoryFolder()
  const keyring = createFakeKeyring(options.keyring ?? 'working')
  const timers = createManualTimers()
  const keeper = () =>
    new IdentityKeeper({
      store: createKeyStore(folder, () => Date.UTC(2026, 10, 21)),
      keyring,
      createKey: createIdentityKey,
      log: silentLog,
      after: (ms, run) => timers.after(ms, run),
      changed: () => undefined,
    })
  const identity = keeper()
  await identity.load()
  const disk: { file: string | null; answers: Result<string | null> } = {
    file: options.file ?? null,
    answers: ok('parley-identity.json'),
  }
  let reloads = 0
  const saving = new IdentitySaving({
    identity,
    files: {
      save: (text) => {
        if (disk.answers.ok && disk.answers.value !== null) disk.file = text
        return Promise.resolve(disk.answers)
      },
      open: () => Promise.resolve(ok(disk.file === null ? null : { name: 'a.json', text: disk.file })),
    },
    restored: () => (reloads += 1),
    log: silentLog,
  })
  const next = async () => {
    const again = keeper()
    await again.load()
    return again.read()
  }
  return { folder, keyring, identity, saving, disk, next, reloads: () => reloads }
}

const idOf = ({ identity }: { identity: IdentityKeeper }): string => {
  const state = identity.read()
  return state.status === 'ready' ? state.id : state.status
}

async function savedFile(): Promise<{ readonly id: string; readonly file: string }> {
  const first = await device()
  await first.saving.save(PASSPHRASE)
  return { id: idOf(first), file: first.disk.file ?? '' }
}

const setAside = (folder: { readonly files: Map<string, string> }): readonly string[] =>
  [...folder.files.keys()].filter((name) => name.includes('set-aside'))

describe('saving', () => {
  it('names the file, and nothing of the key leaves', async () => {
    const one = await device()
    expect(await one.saving.save(PASSPHRASE)).toEqual(ok({ file: 'parley-identity.json' }))
  })

  it('that is cancelled writes nothing', async () => {
    const one = await device()
    one.disk.answers = ok(null)
    expect(await one.saving.save(PASSPHRASE)).toEqual(ok({ file: null }))
    expect(one.disk.file).toBeNull()
  })

  it('to a full disk says so', async () => {
    const one = await device()
    one.disk.answers = fail('disk-full')
    expect(await one.saving.save(PASSPHRASE)).toMatchObject({ code: 'disk-full' })
  })

  it('needs a key', async () => {
    const one = await device({ keyring: 'locked' })
    expect(await one.saving.save(PASSPHRASE)).toMatchObject({ code: 'identity-locked' })
  })
})

describe('restoring', () => {
  it.each(['working', 'absent'] as const)('takes the other key for good (keyring %s)', async (keyring) => {
    const { id, file } = await savedFile()
    const two = await device({ keyring, file })
    const before = two.folder.files.get('identity.json')
    expect(await two.saving.choose()).toEqual(ok({ file: 'a.json' }))
    expect(await two.saving.restore(PASSPHRASE)).toMatchObject({ ok: true, value: { status: 'ready', id } })
    expect(idOf(two)).toBe(id)
    expect(await two.next()).toMatchObject({ id, kept: keyring === 'working' ? 'keyring' : 'file' })
    expect(setAside(two.folder).map((name) => two.folder.files.get(name))).toEqual([before])
    expect(two.reloads()).toBe(1)
  })

  it('is told to the page after it, once, and not where it failed', async () => {
    const { file } = await savedFile()
    const two = await device({ file })
    await two.saving.choose()
    await two.saving.restore('wrong')
    expect(two.saving.takeRestored()).toBe(false)
    await two.saving.restore(PASSPHRASE)
    expect([two.saving.takeRestored(), two.saving.takeRestored()]).toEqual([true, false])
  })

  it('with a wrong passphrase changes nothing, and may be tried again', async () => {
    const { id, file } = await savedFile()
    const two = await device({ file })
    const before = idOf(two)
    await two.saving.choose()
    expect(await two.saving.restore('wrong')).toMatchObject({ code: 'passphrase-wrong' })
    expect([idOf(two), setAside(two.folder), two.reloads()]).toEqual([before, [], 0])
    await two.saving.restore(PASSPHRASE)
    expect(idOf(two)).toBe(id)
  })

  it('without a chosen file does nothing', async () => {
    const two = await device()
    expect(await two.saving.choose()).toEqual(ok({ file: null }))
    expect(await two.saving.restore(PASSPHRASE)).toMatchObject({ code: 'not-found' })
  })

  it('forgets the file chosen before when the next one is none', async () => {
    const { file } = await savedFile()
    const two = await device({ file })
    await two.saving.choose()
    two.disk.file = 'a letter'
    expect(await two.saving.choose()).toMatchObject({ code: 'not-a-backup' })
    expect(await two.saving.restore(PASSPHRASE)).toMatchObject({ code: 'not-found' })
  })

  it('to a disk that takes nothing leaves the old key in force, now and at the next start', async () => {
    const { file } = await savedFile()
    const two = await device({ file })
    const before = idOf(two)
    await two.saving.choose()
    two.folder.failWrites('disk-full')
    expect((await two.saving.restore(PASSPHRASE)).ok).toBe(false)
    expect(idOf(two)).toBe(before)
    expect(await two.next()).toMatchObject({ id: before })
  })

  it('waits for a locked keyring to be unlocked by the person', async () => {
    const { id, file } = await savedFile()
    const two = await device({ file })
    const before = idOf(two)
    two.keyring.mood = 'locked'
    await two.saving.choose()
    expect(await two.saving.restore(PASSPHRASE)).toMatchObject({ code: 'identity-locked' })
    expect(idOf(two)).toBe(before)
    two.keyring.mood = 'working'
    await two.saving.restore(PASSPHRASE)
    expect(idOf(two)).toBe(id)
  })

  it('is the way out of a key that can’t be read, which is set aside', async () => {
    const { id, file } = await savedFile()
    const two = await device({ file })
    two.folder.files.set('identity.json', 'broken')
    const fresh = await two.next()
    expect(fresh).toMatchObject({ status: 'unreadable' })
    await two.saving.choose()
    await two.saving.restore(PASSPHRASE)
    expect(setAside(two.folder).map((name) => two.folder.files.get(name))).toEqual(['broken'])
    expect(await two.next()).toMatchObject({ id })
  })

  it('of the identity that is in force already changes nothing', async () => {
    const one = await device()
    await one.saving.save(PASSPHRASE)
    await one.saving.choose()
    expect((await one.saving.restore(PASSPHRASE)).ok).toBe(true)
    expect(setAside(one.folder)).toEqual([])
  })
})
