// Owns taking an import back: whoever it brought goes, whoever it changed is as before. What the user has changed since stays.
import type { Contact } from '../../../shared/model/contact'
import { ok, type Result } from '../../../shared/result'
import type { PeopleCommands } from './people-store'

export interface ImportChange {
  /** Entries that were there, as they were. */
  readonly before: readonly Contact[]
  /** All that were put. */
  readonly after: readonly Contact[]
}

export interface ImportUndo {
  readonly remove: readonly string[]
  readonly put: readonly Contact[]
}

/** What is to be done where the contacts are `now`. */
export function undoOf({ before, after }: ImportChange, now: readonly Contact[]): ImportUndo {
  const there = new Map(now.map((contact) => [contact.id, JSON.stringify(contact)]))
  const were = new Set(before.map(({ id }) => id))
  const untouched = new Set(
    after.flatMap((contact) => (there.get(contact.id) === JSON.stringify(contact) ? contact.id : [])),
  )
  return {
    remove: after.flatMap(({ id }) => (untouched.has(id) && !were.has(id) ? id : [])),
    put: before.filter(({ id }) => untouched.has(id)),
  }
}

export async function undoImport(
  people: Pick<PeopleCommands, 'removeContacts' | 'putContacts'>,
  { remove, put }: ImportUndo,
): Promise<Result<unknown>> {
  const removed = remove.length === 0 ? ok(undefined) : await people.removeContacts(remove)
  return !removed.ok || put.length === 0 ? removed : people.putContacts(put)
}
