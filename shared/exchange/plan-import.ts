// Owns what an import would do: who is new, what would change of those who are there, what is left out and why. Nothing that
// exists is lost: an entry keeps its own fields, unless the user chose the file's; and then a field that the file lacks stays.
// Pure.
import { MAX_CONTACTS, type Contact } from '../model/contact'
import type { Finding, FoundContact, LeftOut, LeftOutReason } from './found-contact'

export type ChangedField = 'name' | 'server' | 'notes' | 'favourite' | 'relayOnly' | 'picture'

/** `keep`: only what an entry lacks comes from the file. */
export type ImportManner = 'keep' | 'replace'

export interface KnownContact {
  readonly found: FoundContact
  readonly existing: Contact
}

export interface ImportPlan {
  readonly fresh: readonly FoundContact[]
  readonly known: readonly KnownContact[]
  /** The first of them. */
  readonly leftOut: readonly LeftOut[]
  readonly leftOutCount: number
}

/** A file may have a million; the others are counted. */
export const MOST_LISTED = 1_000

export interface ImportPlanner {
  add(finding: Finding): void
  plan(): ImportPlan
}

export function createImportPlanner(contacts: readonly Contact[], ownId: string | null): ImportPlanner {
  const existing = new Map(contacts.map((contact) => [contact.id, contact]))
  const seen = new Set<string>()
  const fresh: FoundContact[] = []
  const known: KnownContact[] = []
  const leftOut: LeftOut[] = []
  let leftOutCount = 0

  function leave(line: LeftOut): void {
    leftOutCount += 1
    if (leftOut.length < MOST_LISTED) leftOut.push(line)
  }

  function reasonAgainst({ id }: FoundContact): LeftOutReason | null {
    if (id === ownId) return 'own'
    if (seen.has(id)) return 'twice'
    return !existing.has(id) && existing.size + fresh.length >= MAX_CONTACTS ? 'limit' : null
  }

  function add(finding: Finding): void {
    if (finding === null) return
    if ('leftOut' in finding) return leave(finding.leftOut)
    const { contact: found } = finding
    const reason = reasonAgainst(found)
    if (reason) return leave({ line: found.line, reason, name: found.name })
    seen.add(found.id)
    const there = existing.get(found.id)
    if (there) known.push({ found, existing: there })
    else fresh.push(found)
  }

  return { add, plan: () => ({ fresh, known, leftOut, leftOutCount }) }
}

export function changedFields(
  { found, existing }: KnownContact,
  manner: ImportManner,
): readonly ChangedField[] {
  const merged = mergedContact(existing, found, manner, null)
  const fields = (['name', 'server', 'notes', 'favourite'] as const).filter(
    (field) => merged[field] !== existing[field],
  )
  const takesRelay = merged.relayOnly === true && existing.relayOnly !== true
  const takesPicture = found.picture !== null && (manner === 'replace' || existing.picture === null)
  return [
    ...fields,
    ...(takesRelay ? (['relayOnly'] as const) : []),
    ...(takesPicture ? (['picture'] as const) : []),
  ]
}

/** `picture`: the id under which the file's was stored; null where it has none or it couldn't be used. */
export function mergedContact(
  existing: Contact,
  found: FoundContact,
  manner: ImportManner,
  picture: string | null,
): Contact {
  const takes = manner === 'replace'
  const server = takes || existing.server === null ? (found.server ?? existing.server) : existing.server
  const isTheirs = server === existing.server
  const { via, ...own } = existing
  return {
    ...own,
    ...placeOf(server, isTheirs ? (via ?? null) : found.via),
    name: takes ? found.name : existing.name,
    notes: takes || existing.notes === '' ? found.notes || existing.notes : existing.notes,
    ...relayOf(found),
    favourite: takes ? found.favourite || existing.favourite : existing.favourite,
    picture: takes || existing.picture === null ? (picture ?? existing.picture) : existing.picture,
  }
}

export function freshContact(found: FoundContact, picture: string | null, nowMs: number): Contact {
  const { id, name, notes, favourite } = found
  return {
    ...{ id, name, notes, favourite, picture },
    ...placeOf(found.server, found.via),
    ...relayOf(found),
    addedAt: found.addedAt ?? nowMs,
  }
}

const placeOf = (server: string | null, via: string | null): Pick<Contact, 'server' | 'via'> =>
  via === null ? { server } : { server, via }

/** No file takes it away, and one that has it fills a gap. */
const relayOf = ({ relayOnly }: FoundContact): Pick<Contact, 'relayOnly'> =>
  relayOnly === undefined ? {} : { relayOnly }
