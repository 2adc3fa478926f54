// Owns the contacts document: one entry per identity, bounded.
import { fail, ok, type Result } from '../../shared/result'
import { MAX_CONTACTS, type Contact, type Contacts } from '../../shared/model/contact'
import type { StoredDocument } from './stored-document'

export interface ContactsKeeper {
  read(): Contacts
  /** Adds, or replaces the entry of the same identity. */
  save(contact: Contact): Promise<Result<Contacts>>
  remove(id: string): Promise<Result<Contacts>>
}

export function createContactsKeeper(
  document: StoredDocument<Contacts>,
  changed: (contacts: Contacts) => void,
): ContactsKeeper {
  async function replace(contacts: readonly Contact[]): Promise<Result<Contacts>> {
    const value: Contacts = { v: 1, contacts: [...contacts] }
    const written = document.replace(value)
    changed(value)
    await written
    return ok(value)
  }
  return {
    read: () => document.read(),
    save(contact) {
      const { contacts } = document.read()
      const known = contacts.some((one) => one.id === contact.id)
      if (!known && contacts.length >= MAX_CONTACTS) return Promise.resolve(fail('limit-reached'))
      return replace(
        known ? contacts.map((one) => (one.id === contact.id ? contact : one)) : [...contacts, contact],
      )
    },
    remove(id) {
      const { contacts } = document.read()
      if (!contacts.some((one) => one.id === id)) return Promise.resolve(fail('not-found'))
      return replace(contacts.filter((one) => one.id !== id))
    },
  }
}
