import { describe, expect, it } from 'vitest'
import { NO_CONTACTS, contactsSchema, type Contacts } from '../../shared/model/contact'
import { editContact, putContacts, removeContacts } from '../../shared/model/contacts-change'
import { DEFAULT_SETTINGS, settingsSchema } from '../../shared/model/settings'
import { silentLog } from '../log/log'
import { createMemoryFolder } from '../testing/memory-folder'
import { createDocumentKeeper } from './document-keeper'
import { createSettingsKeeper } from './settings-keeper'
import { StoredDocument, type DocumentOptions } from './stored-document'

const folder = createMemoryFolder()
const options = { folder, maxBytes: 1e7, now: () => 0, log: silentLog, onTrouble: () => undefined }
const document = <T>(own: Pick<DocumentOptions<T>, 'name' | 'schema' | 'defaults'>): StoredDocument<T> =>
  new StoredDocument<T>({ ...options, ...own })

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

describe('a document that any window changes', () => {
  const ana = {
    id: 'a'.repeat(32),
    name: 'Ana',
    server: null,
    addedAt: 1,
    favourite: false,
    notes: '',
    picture: null,
  }
  const contactsOf = (name: string, told: (contacts: Contacts) => void = () => undefined) =>
    createDocumentKeeper(document({ name, schema: contactsSchema, defaults: NO_CONTACTS }), told)

  it('is changed, told to all, and written before the answer', async () => {
    const told: Contacts[] = []
    const keeper = contactsOf('contacts', (contacts) => told.push(contacts))
    expect(await keeper.change(putContacts([ana]))).toEqual({ ok: true, value: undefined })
    expect(told).toEqual([{ v: 2, contacts: [ana], blocked: [] }])
    expect(folder.files.get('contacts.json')).toContain('"Ana"')
  })

  it('takes two windows’ changes of one person one after the other, and both stay', async () => {
    const keeper = contactsOf('both')
    await keeper.change(putContacts([ana]))
    await Promise.all([
      keeper.change(editContact(ana.id, { notes: 'the cellist' })),
      keeper.change(editContact(ana.id, { favourite: true })),
    ])
    expect(keeper.read().contacts).toEqual([{ ...ana, notes: 'the cellist', favourite: true }])
  })

  it('stays as it was, and tells nobody, where a change is refused', async () => {
    let told = 0
    const keeper = contactsOf('refused', () => (told += 1))
    expect(await keeper.change(removeContacts([ana.id]))).toMatchObject({ ok: false, code: 'not-found' })
    expect([told, keeper.read()]).toEqual([0, NO_CONTACTS])
  })
})
