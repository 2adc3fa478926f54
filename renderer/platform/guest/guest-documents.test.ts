import { describe, expect, it } from 'vitest'
import type { DocumentTrouble } from '../../../shared/ipc/contract'
import { MAX_RECORDS, type CallRecord } from '../../../shared/model/call-record'
import { MAX_CONTACTS, type Contact } from '../../../shared/model/contact'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings'
import { guestDocuments, withContact, withRecord, withSettings, withoutContact } from './guest-documents'
import { memoryStore, type GuestStore } from './guest-store'

const id = (n: number): string => n.toString(16).padStart(32, '0')
const contact = (n: number, name = `Person ${n}`): Contact => ({ id: id(n), name, server: null, addedAt: n })
const record = (n: number, talkedMs = 0): CallRecord => ({
  callId: id(n),
  id: id(1),
  name: 'Ben',
  direction: 'outgoing',
  video: true,
  reason: 'ended-by-me',
  startedAt: n,
  talkedMs,
  callBack: null,
})

function bench(store: GuestStore = memoryStore()) {
  const troubles: DocumentTrouble[] = []
  const documents = guestDocuments(
    () => Promise.resolve(store),
    (trouble) => troubles.push(trouble),
  )
  return { store, documents, troubles }
}

describe('a guest’s documents', () => {
  it('begin empty', async () => {
    const { documents } = bench()
    expect(await documents.settings.read()).toEqual(DEFAULT_SETTINGS)
    expect((await documents.contacts.read()).contacts).toEqual([])
    expect((await documents.history.read()).records).toEqual([])
  })

  it('are there again after a reload', async () => {
    const { store, documents } = bench()
    await documents.settings.change(withSettings({ name: 'Ana' }))
    await documents.history.change(withRecord(record(7)))
    const reloaded = bench(store).documents
    expect(await reloaded.settings.read()).toEqual({ ...DEFAULT_SETTINGS, name: 'Ana' })
    expect((await reloaded.history.read()).records).toEqual([record(7)])
  })

  it('take one change after the other', async () => {
    const { documents } = bench()
    await Promise.all([
      documents.settings.change(withSettings({ name: 'Ana' })),
      documents.settings.change(withSettings({ theme: 'dark' })),
      documents.settings.change(withSettings({ name: undefined })),
    ])
    expect(await documents.settings.read()).toEqual({ ...DEFAULT_SETTINGS, name: 'Ana', theme: 'dark' })
  })

  it('that are damaged are set aside, told, and begun anew', async () => {
    const { store, documents, troubles } = bench()
    await store.write('settings', { v: 1, name: 7 })
    expect(await documents.settings.read()).toEqual(DEFAULT_SETTINGS)
    expect(await store.read('settings-set-aside')).toEqual({ v: 1, name: 7 })
    expect(troubles).toEqual([{ document: 'settings', outcome: 'defaults-used', code: 'document-damaged' }])
  })

  it.each([
    ['QuotaExceededError', 'disk-full'],
    ['UnknownError', 'disk-failed'],
  ])('that can’t be written (%s) still count for this page, and that is told', async (errorName, code) => {
    const broken: GuestStore = {
      ...memoryStore(),
      write: () => Promise.reject(new DOMException('', errorName)),
    }
    const { documents, troubles } = bench(broken)
    expect(await documents.settings.change(withSettings({ name: 'Ana' }))).toMatchObject({ ok: true })
    expect((await documents.settings.read()).name).toBe('Ana')
    expect(troubles).toEqual([{ document: 'settings', outcome: 'not-saved', code }])
  })
})

describe('a guest’s contacts', () => {
  it('are one per person, the last name wins, and go one by one', async () => {
    const { documents } = bench()
    await documents.contacts.change(withContact(contact(1)))
    await documents.contacts.change(withContact(contact(2)))
    await documents.contacts.change(withContact(contact(1, 'New name')))
    expect((await documents.contacts.read()).contacts.map((each) => each.name)).toEqual([
      'Person 2',
      'New name',
    ])
    await documents.contacts.change(withoutContact(id(2)))
    expect((await documents.contacts.read()).contacts.map((each) => each.name)).toEqual(['New name'])
  })

  it('have a limit, which leaves room to change one', () => {
    const full = { v: 1 as const, contacts: Array.from({ length: MAX_CONTACTS }, (_, n) => contact(n)) }
    expect(withContact(contact(MAX_CONTACTS))(full)).toMatchObject({ ok: false, code: 'limit-reached' })
    expect(withContact(contact(3, 'Renamed'))(full)).toMatchObject({ ok: true })
  })
})

describe('a guest’s recent calls', () => {
  it('are one per call, and the oldest give way', () => {
    const full = { v: 1 as const, records: Array.from({ length: MAX_RECORDS }, (_, n) => record(n)) }
    const added = withRecord(record(MAX_RECORDS))(full)
    expect(added.ok && [added.value.records.length, added.value.records[0]?.startedAt]).toEqual([
      MAX_RECORDS,
      1,
    ])
    const again = withRecord(record(5, 60_000))(full)
    expect(again.ok && again.value.records.filter((each) => each.callId === id(5))).toEqual([
      record(5, 60_000),
    ])
  })
})
