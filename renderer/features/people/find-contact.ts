// Owns finding a contact by id, and one that somebody else is called like. An index is made once for each list, since a call
// asks with everything that changes and a list has thousands. Pure but for that index.
import type { Contact } from '../../../shared/model/contact'
import { foldedName } from '../../lib/folded-name'

export interface ContactFinder {
  byId(contacts: readonly Contact[], id: string): Contact | null
  /** Another id, the same name to the eye. */
  namesake(contacts: readonly Contact[], person: Pick<Contact, 'id' | 'name'>): Contact | null
}

interface Index {
  readonly of: readonly Contact[]
  readonly byId: ReadonlyMap<string, Contact>
  readonly byName: ReadonlyMap<string, readonly Contact[]>
}

export function createContactFinder(): ContactFinder {
  let index: Index | null = null
  const indexOf = (contacts: readonly Contact[]): Index =>
    index?.of === contacts ? index : (index = indexed(contacts))
  return {
    byId: (contacts, id) => indexOf(contacts).byId.get(id) ?? null,
    namesake(contacts, { id, name }) {
      const folded = foldedName(name)
      if (folded === '') return null
      return (
        indexOf(contacts)
          .byName.get(folded)
          ?.find((contact) => contact.id !== id) ?? null
      )
    },
  }
}

function indexed(contacts: readonly Contact[]): Index {
  const byName = new Map<string, Contact[]>()
  for (const contact of contacts) {
    const folded = foldedName(contact.name)
    const others = byName.get(folded)
    if (others) others.push(contact)
    else byName.set(folded, [contact])
  }
  return { of: contacts, byName, byId: new Map(contacts.map((contact) => [contact.id, contact])) }
}
