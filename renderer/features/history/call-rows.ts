// Owns turning records into the rows of the recent calls: who it was, filter, search, and calls that are told in one row.
// What a search needs is prepared once per list, at its first key, so that the list itself is there sooner and the next keys
// cost only the comparison. Pure.
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import { parseCallLink } from '../../../shared/link/call-link'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Contact } from '../../../shared/model/contact'
import { text } from '../../../shared/text/en'
import { foldWords } from '../../lib/fold-words'
import { once } from '../../lib/once'
import { dayNumber } from '../../ui/format'
import { markOf, type CallMark } from './call-outcome'

export const FILTERS = ['all', 'missed', 'incoming', 'outgoing'] as const
export type CallFilter = (typeof FILTERS)[number]

export interface ListedCall {
  readonly record: CallRecord
  readonly contact: Contact | null
  readonly mark: CallMark
  readonly day: number
}

export interface CallList {
  readonly calls: readonly ListedCall[]
  /** Of each call in turn what a search compares with. */
  readonly words: () => readonly string[]
}

/** One call, or several that followed each other with the same person on one day. */
export interface CallRow {
  readonly key: string
  readonly id: string
  /** A contact's own; empty where nobody gave one. */
  readonly name: string
  readonly contact: Contact | null
  readonly mark: CallMark
  readonly day: number
  /** Newest first; at least one. */
  readonly newest: CallRecord
  readonly calls: readonly CallRecord[]
}

/** So that opening a row draws little. */
const MOST_IN_ROW = 20

/** In the order of the records: by their number, whatever the clock said. */
export function listCalls(records: readonly CallRecord[], contacts: readonly Contact[]): CallList {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  const calls = records.map((record) => ({
    ...{ record, contact: byId.get(record.id) ?? null },
    ...{ mark: markOf(record), day: dayNumber(record.startedAt) },
  }))
  return { calls, words: once(() => wordsOf(calls)) }
}

function wordsOf(calls: readonly ListedCall[]): readonly string[] {
  const folded = new Map<string, string>()
  const fold = (name: string): string => {
    const known = folded.get(name)
    if (known !== undefined) return known
    const words = foldWords(name)
    folded.set(name, words)
    return words
  }
  return calls.map(({ record, contact }) => {
    const shown = contact?.name ?? record.name
    const given = contact && contact.name !== record.name ? `\n${fold(record.name)}` : ''
    return fold(shown === '' ? text.app.unnamed : shown) + given
  })
}

export interface CallsQuery {
  readonly query: string
  readonly filter: CallFilter
}

export function shownCalls(list: CallList, { query, filter }: CallsQuery): readonly ListedCall[] {
  const wanted = foldWords(query)
  const words = wanted === '' ? null : list.words()
  return list.calls.filter(
    ({ mark, record }, index) =>
      ofFilter(filter, mark, record) && (words === null || words[index]?.includes(wanted) === true),
  )
}

/** A missed call came in, too. */
function ofFilter(filter: CallFilter, mark: CallMark, { direction }: CallRecord): boolean {
  return filter === 'all' || mark === filter || direction === filter
}

export function rowsOf(calls: readonly ListedCall[]): readonly CallRow[] {
  const rows: (CallRow & { readonly calls: CallRecord[] })[] = []
  for (const call of calls) {
    const last = rows[rows.length - 1]
    if (last && isSameRow(last, call)) last.calls.push(call.record)
    else rows.push(newRow(call))
  }
  return rows
}

function isSameRow(row: CallRow, { record, mark, day }: ListedCall): boolean {
  return row.id === record.id && row.mark === mark && row.day === day && row.calls.length < MOST_IN_ROW
}

function newRow({ record, contact, mark, day }: ListedCall): CallRow & { readonly calls: CallRecord[] } {
  const name = contact?.name ?? record.name
  return { key: record.callId, id: record.id, name, contact, mark, day, newest: record, calls: [record] }
}

/** Where the person of a row is called: by the newest call's link, else where the contact was last seen. */
export function placeOf({ newest, contact }: CallRow): BaseUrl | null {
  const link = newest.callBack === null ? null : parseCallLink(newest.callBack)
  if (link?.ok) return link.value.server
  const base = contact?.server ? normaliseBaseUrl(contact.server) : null
  return base?.ok ? base.value : null
}
