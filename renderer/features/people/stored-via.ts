// Owns which server brought a link that is stored, so that main's check of a call back holds after a restart too. Pure.
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import { parseCallLink, type CallLink } from '../../../shared/link/call-link'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Contact } from '../../../shared/model/contact'

export interface StoredPlaces {
  readonly contacts: readonly Contact[]
  readonly records: readonly CallRecord[]
}

/** Null for a place that only the user ever brought, or that was stored before this was noted. */
export function storedVia({ contacts, records }: StoredPlaces, { id, server }: CallLink): BaseUrl | null {
  const brought = [
    ...contacts.filter((contact) => contact.id === id && contact.server === server),
    ...records.filter((record) => record.id === id && serverOf(record) === server),
  ]
  for (const { via } of brought) {
    const base = via === undefined ? null : normaliseBaseUrl(via)
    if (base?.ok) return base.value
  }
  return null
}

function serverOf({ callBack }: CallRecord): BaseUrl | null {
  const link = callBack === null ? null : parseCallLink(callBack)
  return link?.ok ? link.value.server : null
}
