// Owns what each change makes of the contacts document, the same in main and for a guest. Pure.
import { fail, ok, type Result } from '../result'
import {
  MAX_BLOCKED,
  MAX_CONTACTS,
  type Blocked,
  type Contact,
  type ContactEdit,
  type Contacts,
} from './contact'

export type ContactsChange = (now: Contacts) => Result<Contacts>

/** Adds them, each in place of the entry of the same identity. All or none. */
export function putContacts(added: readonly Contact[]): ContactsChange {
  return (now) => {
    const byId = new Map(now.contacts.map((contact) => [contact.id, contact]))
    for (const contact of added) byId.set(contact.id, contact)
    if (byId.size > MAX_CONTACTS) return fail('limit-reached')
    return ok({ ...now, contacts: [...byId.values()] })
  }
}

export function editContact(id: string, edit: ContactEdit): ContactsChange {
  return (now) => {
    if (!now.contacts.some((contact) => contact.id === id)) return fail('not-found')
    const contacts = now.contacts.map((contact) => (contact.id === id ? edited(contact, edit) : contact))
    return ok({ ...now, contacts })
  }
}

/** A new server without the one that brought it is the user's own, so the old one's goes. */
function edited({ via, ...contact }: Contact, edit: ContactEdit): Contact {
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  const kept = via === undefined || 'server' in given ? {} : { via }
  return { ...contact, ...kept, ...given }
}

/** All or none. */
export function removeContacts(ids: readonly string[]): ContactsChange {
  const gone = new Set(ids)
  return (now) => {
    const contacts = now.contacts.filter(({ id }) => !gone.has(id))
    const removed = now.contacts.length - contacts.length
    return removed === gone.size ? ok({ ...now, contacts }) : fail('not-found')
  }
}

/** Blocking twice keeps the first day. */
export function blockPerson(person: Blocked): ContactsChange {
  return (now) => {
    if (now.blocked.some(({ id }) => id === person.id)) return ok(now)
    if (now.blocked.length >= MAX_BLOCKED) return fail('limit-reached')
    return ok({ ...now, blocked: [...now.blocked, person] })
  }
}

export function unblockPerson(id: string): ContactsChange {
  return (now) => {
    const blocked = now.blocked.filter((person) => person.id !== id)
    return blocked.length === now.blocked.length ? fail('not-found') : ok({ ...now, blocked })
  }
}
