// Owns turning contacts and records into what the list shows: names, days, outcomes, who can be called. Pure.
import { hostOf, normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import { parseCallLink } from '../../../shared/link/call-link'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Contact } from '../../../shared/model/contact'
import type { EndReason } from '../../../shared/model/call'
import { text } from '../../../shared/text/en'
import { dayName, duration, timeOfDay } from '../../ui/format'
import { cleanName } from '../../lib/clean-name'

export interface PersonEntry {
  readonly key: string
  readonly id: string
  /** Empty where nobody gave one. */
  readonly name: string
  readonly isContact: boolean
  readonly server: BaseUrl | null
  readonly line: string
  readonly mark: 'outgoing' | 'incoming' | 'missed' | null
}

export interface DayGroup {
  readonly day: string
  readonly entries: readonly PersonEntry[]
}

const words = text.people

const OUTCOMES: Readonly<Partial<Record<EndReason, string>>> = {
  'declined-by-other': words.outcomes.declined,
  'declined-by-me': words.outcomes.declined,
  busy: words.outcomes.busy,
  offline: words.outcomes.offline,
  'cancelled-by-me': words.outcomes.cancelled,
  'identity-mismatch': words.outcomes.mismatch,
}

function isMissed({ direction, reason }: CallRecord): boolean {
  return direction === 'incoming' && (reason === 'missed' || reason === 'cancelled-by-other')
}

function recordLine(record: CallRecord): string {
  const time = timeOfDay(record.startedAt)
  if (record.talkedMs > 0) return words.talked(time, duration(record.talkedMs))
  if (isMissed(record)) return words.missed(time)
  if (record.reason === 'no-answer') return words.noAnswer(time)
  return words.outcome(time, OUTCOMES[record.reason] ?? words.outcomes.failed)
}

/** Links are kept whole in records, servers alone in contacts; both say where to call. */
function serverOf(where: string | null | undefined): BaseUrl | null {
  if (!where) return null
  const link = parseCallLink(where)
  if (link.ok) return link.value.server
  const base = normaliseBaseUrl(where)
  return base.ok ? base.value : null
}

export function recordEntry(record: CallRecord, contact: Contact | null): PersonEntry {
  return {
    key: record.callId,
    id: record.id,
    name: contact?.name ?? record.name,
    isContact: contact !== null,
    server: serverOf(record.callBack) ?? serverOf(contact?.server),
    line: recordLine(record),
    mark: isMissed(record) ? 'missed' : record.direction,
  }
}

function contactEntry(contact: Contact): PersonEntry {
  const server = serverOf(contact.server)
  return {
    key: contact.id,
    id: contact.id,
    name: contact.name,
    isContact: true,
    server,
    line: server ? words.seenOn(hostOf(server)) : words.noServer,
    mark: null,
  }
}

/** Upper case, accents and spaces don't matter when searching. */
function folded(name: string): string {
  return cleanName(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function matches(query: string): (entry: PersonEntry) => boolean {
  const wanted = folded(query)
  return ({ name, isContact }) =>
    folded(name).includes(wanted) || (!isContact && name === '' && folded(text.app.unnamed).includes(wanted))
}

export interface RecentQuery {
  readonly query: string
  readonly nowMs: number
  readonly most: number
}

/** Newest first, by day. */
export function recentGroups(
  records: readonly CallRecord[],
  contacts: readonly Contact[],
  { query, nowMs, most }: RecentQuery,
): readonly DayGroup[] {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  const wanted = matches(query)
  const groups: { day: string; entries: PersonEntry[] }[] = []
  let count = 0
  for (const record of records) {
    if (count >= most) break
    const entry = recordEntry(record, byId.get(record.id) ?? null)
    if (!wanted(entry)) continue
    count += 1
    const day = dayName(record.startedAt, nowMs)
    const last = groups[groups.length - 1]
    if (last?.day === day) last.entries.push(entry)
    else groups.push({ day, entries: [entry] })
  }
  return groups
}

/** By name. */
export function contactEntries(contacts: readonly Contact[], query: string): readonly PersonEntry[] {
  return contacts
    .map(contactEntry)
    .filter(matches(query))
    .sort((a, b) => a.name.localeCompare(b.name))
}
