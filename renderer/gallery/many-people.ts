// Owns lists of calls and contacts of any length, the same ones each time: for the gallery and the benchmark. Invented.
import type { CallRecord } from '../../shared/model/call-record'
import type { Contact } from '../../shared/model/contact'
import { GALLERY_NOW } from './gallery-clock'
import { SERVER, STRANGER, link } from './people-in-pictures'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
export const missed = { direction: 'incoming', reason: 'missed' } as const

type Who = { readonly id: string; readonly name: string }
type Call = readonly [who: Who, agoMs: number, change?: Partial<CallRecord>]

/** As they would be kept: the newest first. */
export function recordsOf(calls: readonly Call[]): readonly CallRecord[] {
  return calls.map(([who, agoMs, change], index) => ({
    ...{ callId: (index + 1).toString(16).padStart(32, '0'), n: calls.length - index, ...who },
    ...{ direction: 'outgoing', video: true, reason: 'ended-by-me', talkedMs: 0 },
    ...{ startedAt: GALLERY_NOW - agoMs, callBack: link(who.id) },
    ...change,
  }))
}

const FIRST_NAMES = [
  'Ana',
  'Ben',
  'Chidi',
  'Dalia',
  'Emre',
  'Fátima',
  'Goran',
  'Hye-jin',
  'Inês',
  'João',
  'Øyvind',
  'Zoë',
]
const LAST_NAMES = [
  'Moreira',
  'Okafor',
  'Eze',
  'Rahman',
  'Yılmaz',
  'Sørensen',
  'Kovač',
  'Park',
  'Duarte',
  'Nuñez',
]

/** The same ones each time. */
export function manyContacts(count: number): readonly Contact[] {
  return Array.from({ length: count }, (_, index) => ({
    id: (index + 0x1000).toString(16).padStart(32, '0'),
    name: `${FIRST_NAMES[index % FIRST_NAMES.length] ?? ''} ${LAST_NAMES[(index * 7) % LAST_NAMES.length] ?? ''} ${index}`,
    ...{ server: SERVER, addedAt: GALLERY_NOW, favourite: false, notes: '', picture: null },
  }))
}

const HOWS: readonly Partial<CallRecord>[] = [
  { talkedMs: 7 * MINUTE, quality: 'good' },
  missed,
  { direction: 'incoming', talkedMs: 95_000, quality: 'weak' },
  { reason: 'no-answer' },
]

/** Calls with them over some months, the newest first. */
export function manyRecords(count: number, people: readonly Who[]): readonly CallRecord[] {
  return recordsOf(
    Array.from({ length: count }, (_, index): Call => {
      const { id, name } = people[(index * 131) % Math.max(1, people.length)] ?? STRANGER
      return [{ id, name }, index * 47 * MINUTE, HOWS[index % HOWS.length] ?? {}]
    }),
  )
}
