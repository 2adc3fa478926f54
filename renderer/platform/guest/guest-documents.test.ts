import { describe, expect, it } from 'vitest'
import type { DocumentTrouble } from '../../../shared/model/document-trouble'
import { addCall } from '../../../shared/model/history-change'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings'
import { guestDocuments, withSettings } from './guest-documents'
import { memoryStore, type GuestStore } from './guest-store'

const id = (n: number): string => n.toString(16).padStart(32, '0')
const call = (n: number) => ({
  callId: id(n),
  id: id(1),
  name: 'Ben',
  direction: 'outgoing' as const,
  video: true,
  reason: 'ended-by-me' as const,
  startedAt: n,
  talkedMs: 0,
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
    await documents.history.change(addCall(call(7)))
    const reloaded = bench(store).documents
    expect(await reloaded.settings.read()).toEqual({ ...DEFAULT_SETTINGS, name: 'Ana' })
    expect((await reloaded.history.read()).records).toEqual([{ ...call(7), n: 1 }])
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
