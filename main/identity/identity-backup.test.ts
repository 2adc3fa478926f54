import { describe, expect, it } from 'vitest'
import { MAX_BACKUP_BYTES, identityBackupSchema } from '../../shared/model/identity-backup'
import { openBackup, readBackup, sealIdentity } from './identity-backup'
import { createIdentityKey } from './identity-key'

const PASSPHRASE = 'sechs Käse im Korb'

async function saved() {
  const key = await createIdentityKey()
  return { key, text: await sealIdentity(key, PASSPHRASE) }
}

async function opened(text: string, passphrase: string) {
  const backup = readBackup(text)
  return backup.ok ? openBackup(backup.value, passphrase) : backup
}

const changed = (text: string, change: Record<string, unknown>): string =>
  JSON.stringify({ ...(JSON.parse(text) as object), ...change })

describe('a saved identity', () => {
  it('gives back the same key to the same passphrase', async () => {
    const { key, text } = await saved()
    const back = await opened(text, PASSPHRASE)
    expect(back.ok && back.value.secret).toBe(key.secret)
    expect(text.length).toBeLessThan(MAX_BACKUP_BYTES)
  })

  it('holds nothing of the key in the open', async () => {
    const { key, text } = await saved()
    for (const part of [key.secret, key.id, key.publicKey]) expect(text).not.toContain(part)
  })

  it('is another file each time', async () => {
    const { key, text } = await saved()
    const again = identityBackupSchema.parse(JSON.parse(await sealIdentity(key, PASSPHRASE)))
    const first = identityBackupSchema.parse(JSON.parse(text))
    expect([again.salt, again.iv, again.data]).not.toEqual([first.salt, first.iv, first.data])
    expect(again.salt).not.toBe(first.salt)
    expect(again.iv).not.toBe(first.iv)
  })

  it('opens for the same letters written another way', async () => {
    const { text } = await saved()
    expect((await opened(text, PASSPHRASE.normalize('NFD'))).ok).toBe(true)
  })

  it('stays shut to another passphrase', async () => {
    const { text } = await saved()
    expect(await opened(text, `${PASSPHRASE} `)).toMatchObject({ ok: false, code: 'passphrase-wrong' })
  })
})

describe('a file that is chosen', () => {
  it.each([
    ['a letter', 'Dear Ben', 'not-a-backup'],
    ['other JSON', '{"v":1,"contacts":[]}', 'not-a-backup'],
    ['nothing', '', 'not-a-backup'],
    ['an array', '[1]', 'not-a-backup'],
  ])('%s is none of ours', (_what, text, code) => {
    expect(readBackup(text)).toMatchObject({ ok: false, code })
  })

  it('that was cut off is damaged', async () => {
    const { text } = await saved()
    expect(readBackup(text.slice(0, 200))).toMatchObject({ ok: false, code: 'backup-damaged' })
  })

  it.each(['salt', 'iv', 'data', 'sum'] as const)(
    'with another %s is damaged, not a wrong passphrase',
    async (part) => {
      const { text } = await saved()
      const value = identityBackupSchema.parse(JSON.parse(text))[part]
      const other = (value.startsWith('A') ? 'B' : 'A') + value.slice(1)
      expect(readBackup(changed(text, { [part]: other }))).toMatchObject({
        ok: false,
        code: 'backup-damaged',
      })
    },
  )

  it('of a newer version is told apart, whatever else it holds', async () => {
    const { text } = await saved()
    const newer = changed(text, { v: 2, kdf: 'argon2id', extra: true })
    expect(readBackup(newer)).toMatchObject({ ok: false, code: 'backup-newer' })
  })

  it.each([1, 599_999, 1e9])('that asks for %d rounds is refused before any work', async (iterations) => {
    const { text } = await saved()
    const kdf = { name: 'PBKDF2-SHA-256', iterations }
    expect(readBackup(changed(text, { kdf }))).toMatchObject({ ok: false, code: 'backup-damaged' })
  })
})
