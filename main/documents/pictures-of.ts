// Decides which pictures are still needed: those that a document names. Pure.
import type { Contacts } from '../../shared/model/contact'
import type { Settings } from '../../shared/model/settings'

export function picturesOf({ contacts }: Contacts, { picture: own }: Settings): ReadonlySet<string> {
  const named = [own, ...contacts.map(({ picture }) => picture)]
  return new Set(named.filter((picture) => picture !== null))
}
