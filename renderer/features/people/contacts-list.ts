// Owns which contacts their list shows and in which order: favourites first, by name; a search looks through names and the
// user's own notes. Pure.
import { hostOf, normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import type { Contact } from '../../../shared/model/contact'
import { text } from '../../../shared/text/en'
import { cleanName } from '../../lib/clean-name'
import { once } from '../../lib/once'

/** Where they can be called; null where no address is known. */
export function serverOf({ server }: Contact): BaseUrl | null {
  const base = server === null ? null : normaliseBaseUrl(server)
  return base?.ok ? base.value : null
}

export function seenWords(contact: Contact): string {
  const server = serverOf(contact)
  return server ? text.people.seenOn(hostOf(server)) : text.people.noServer
}

export function listedContacts(contacts: readonly Contact[], query: string): readonly Contact[] {
  const wanted = folded(query.trim())
  const all = inOrder(contacts)
  return wanted === '' ? all : all.filter((contact) => searched(contact).includes(wanted))
}

const BY_NAME = once(() => new Intl.Collator())

/** The list is replaced when it changes, so its order is found once, not with every key and every opening of the tab. */
const ordered = new WeakMap<readonly Contact[], readonly Contact[]>()

function inOrder(contacts: readonly Contact[]): readonly Contact[] {
  const known = ordered.get(contacts)
  if (known) return known
  const { compare } = BY_NAME()
  const inThisOrder = [...contacts].sort(
    (a, b) => Number(b.favourite) - Number(a.favourite) || compare(a.name, b.name),
  )
  ordered.set(contacts, inThisOrder)
  return inThisOrder
}

/** Above the first of each part; nobody needs telling where there is one part. */
export function headingAt(listed: readonly Contact[], index: number): string | null {
  const [contact, before] = [listed[index], listed[index - 1]]
  if (!contact || !listed[0]?.favourite || before?.favourite === contact.favourite) return null
  return contact.favourite ? text.people.favourites : text.people.others
}

/** Upper case and accents don't matter. */
function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A contact is replaced when it changes, so what was folded once stays true of it. */
const foldedContacts = new WeakMap<Contact, string>()

function searched(contact: Contact): string {
  const known = foldedContacts.get(contact)
  if (known !== undefined) return known
  const words = folded(`${cleanName(contact.name)}\n${contact.notes}`)
  foldedContacts.set(contact, words)
  return words
}
