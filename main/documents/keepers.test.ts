import { describe, expect, it } from 'vitest'
import { EMPTY_HISTORY, MAX_RECORDS, historySchema, type CallRecord } from '../../shared/model/call-record'
import { MAX_CONTACTS, NO_CONTACTS, contactsSchema } from '../../shared/model/contact'
import { DEFAULT_SETTINGS, settingsSchema } from '../../shared/model/settings'
import { silentLog } from '../log/log'
import { createMemoryFolder } from '../testing/memory-folder'
import { createContactsKeeper } from './contacts-keeper'
import { createHistoryKeeper } from './history-keeper'
import { createSettingsKeeper } from './settings-keeper'
import { StoredDocument, type DocumentOptions } from './stored-document'

const folder = createMemoryFolder()
const options = { folder, maxBytes: 1e7, now: () => 0, log: silentLog, onTrouble: () => undefined }
const document = <T>(own: Pick<DocumentOptions<T>, 'name' | 'schema' | 'defaults'>): StoredDocument<T> =>
  new StoredDocument<T>({ ...options, ...own })

const hex = (n: number): string => n.toString(16).padStart(32, '0')
const contact = (n: number, name = 'Ben') => ({ id: hex(n), name, server: null, addedAt: n })
const record = (n: number): CallRecord => ({
  callId: hex(n),
  id: hex(1),
  name: 'Ben',
  direction: 'incoming',
  video: true,
  reason: 'missed',
  startedAt: n,
  talkedMs: 0,
  callBack: null,
})

describe('settings', () => {
  it('are changed part by part, told, and written', async () => {
    const told: string[] = []
    const keeper = createSettingsKeeper(
      document({ name: 'settings', schema: settingsSchema, defaults: DEFAULT_SETTINGS }),
      (settings) => told.push(settings.name),
    )
    await keeper.change({ name: 'Ana' })
    const changed = await keeper.change({ theme: 'dark', name: undefined })
    expect(changed).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, name: 'Ana', theme: 'dark' } })
    expect(told).toEqual(['Ana', 'Ana'])
    expect(folder.files.get('settings.json')).toContain('"Ana"')
  })
})

describe('contacts', () => {
  const keeperOf = (told: () => void = () => undefined) =>
    createContactsKeeper(document({ name: 'contacts', schema: contactsSchema, defaults: NO_CONTACTS }), told)

  it('are one per identity', async () => {
    let told = 0
    const keeper = keeperOf(() => (told += 1))
    await keeper.save(contact(1))
    await keeper.save(contact(2))
    await keeper.save(contact(1, 'Benjamin'))
    expect(keeper.read().contacts).toEqual([contact(1, 'Benjamin'), contact(2)])
    expect(await keeper.remove(hex(1))).toMatchObject({ ok: true, value: { contacts: [contact(2)] } })
    expect(await keeper.remove(hex(1))).toMatchObject({ ok: false, code: 'not-found' })
    expect(told).toBe(4)
  })

  it('are bounded, but a known one can still be changed', async () => {
    const full = { v: 1 as const, contacts: Array.from({ length: MAX_CONTACTS }, (_, n) => contact(n)) }
    const keeper = createContactsKeeper(
      document({ name: 'full', schema: contactsSchema, defaults: full }),
      () => undefined,
    )
    expect(await keeper.save(contact(MAX_CONTACTS))).toMatchObject({ ok: false, code: 'limit-reached' })
    expect(await keeper.save(contact(7, 'Known'))).toMatchObject({ ok: true })
    expect(contactsSchema.safeParse(keeper.read()).success).toBe(true)
  })
})

describe('history', () => {
  it('has the newest first and each call once', async () => {
    const keeper = createHistoryKeeper(
      document({ name: 'history', schema: historySchema, defaults: EMPTY_HISTORY }),
      () => undefined,
    )
    for (const n of [1, 2, 1]) await keeper.add(record(n))
    expect(keeper.read().records.map((one) => one.startedAt)).toEqual([1, 2])
  })

  it('drops the oldest at its bound', async () => {
    const full = {
      v: 1 as const,
      records: Array.from({ length: MAX_RECORDS }, (_, n) => record(MAX_RECORDS - n)),
    }
    const keeper = createHistoryKeeper(
      document({ name: 'full', schema: historySchema, defaults: full }),
      () => undefined,
    )
    await keeper.add(record(MAX_RECORDS + 1))
    const { records } = keeper.read()
    expect([records.length, records[0]?.startedAt, records.at(-1)?.startedAt]).toEqual([
      MAX_RECORDS,
      MAX_RECORDS + 1,
      2,
    ])
  })
})
