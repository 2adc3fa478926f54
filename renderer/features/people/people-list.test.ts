import { expect, test } from 'vitest'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Contact } from '../../../shared/model/contact'
import { contactEntries, recentGroups } from './people-list'

const NOW = new Date(2026, 10, 20, 13, 0).getTime()
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).getTime()
const server = 'https://call.example.org/'
const id = (digit: string) => digit.repeat(32)
const link = (who: string) => `parley://call/${who}?server=${encodeURIComponent(server)}`

let count = 0
function record(name: string, startedAt: number, change: Partial<CallRecord> = {}): CallRecord {
  count += 1
  const who = change.id ?? id('b')
  return {
    callId: String(count),
    id: who,
    name,
    direction: 'outgoing',
    video: true,
    reason: 'ended-by-me',
    startedAt,
    talkedMs: 0,
    callBack: link(who),
    ...change,
  }
}
const contact = (name: string, who: string, where: string | null = server): Contact => ({
  id: who,
  name,
  server: where,
  addedAt: 0,
})
const all = { query: '', nowMs: NOW, most: 100 }
const first = (records: readonly CallRecord[], contacts: readonly Contact[] = []) =>
  recentGroups(records, contacts, all)[0]?.entries[0]

test('calls are grouped by day, newest first', () => {
  const records = [
    record('a', at(20, 12)),
    record('b', at(20, 9)),
    record('c', at(19, 9)),
    record('d', at(16, 9)),
  ]
  const groups = recentGroups(records, [], all)
  expect(groups.map(({ day, entries }) => [day, entries.map(({ name }) => name)])).toEqual([
    ['Today', ['a', 'b']],
    ['Yesterday', ['c']],
    ['Monday', ['d']],
  ])
})

test.each<[string, Partial<CallRecord>, RegExp, string]>([
  ['talked', { talkedMs: 48 * 60_000 }, /, 48\smin$/, 'outgoing'],
  ['missed', { direction: 'incoming', reason: 'missed' }, /^Missed, /, 'missed'],
  ['given up there', { direction: 'incoming', reason: 'cancelled-by-other' }, /^Missed, /, 'missed'],
  ['not answered', { reason: 'no-answer' }, /, no answer$/, 'outgoing'],
  ['declined here', { direction: 'incoming', reason: 'declined-by-me' }, /, declined$/, 'incoming'],
  ['failed', { reason: 'could-not-connect' }, /, not connected$/, 'outgoing'],
])('a call that was %s says so', (_case, change, line, mark) => {
  const entry = first([record('Ben', at(20, 12), change)])
  expect(entry?.line).toMatch(line)
  expect(entry?.mark).toBe(mark)
})

test("a contact's name wins over the one that was given", () => {
  const entry = first([record('xX_ben_Xx', at(20, 12))], [contact('Ben', id('b'))])
  expect(entry).toMatchObject({ name: 'Ben', isContact: true })
})

test('whoever cannot be called back is called where the contact was last seen, or not at all', () => {
  const unknown = record('Ben', at(20, 12), { callBack: null })
  expect(first([unknown])?.server).toBeNull()
  expect(first([unknown], [contact('Ben', id('b'))])?.server).toBe(server)
})

test('search finds by any part, without accents', () => {
  const contacts = [contact('Inês Duarte', id('1')), contact('Ben Okafor', id('2'))]
  expect(contactEntries(contacts, 'ines').map(({ name }) => name)).toEqual(['Inês Duarte'])
  expect(contactEntries(contacts, 'OKA').map(({ name }) => name)).toEqual(['Ben Okafor'])
  expect(contactEntries(contacts, 'zora')).toEqual([])
})

test('contacts are sorted by name and say where they were seen', () => {
  const entries = contactEntries([contact('Chidi', id('1')), contact('Ana', id('2'), null)], '')
  expect(entries.map(({ name, line }) => [name, line])).toEqual([
    ['Ana', 'No address known to call'],
    ['Chidi', 'Last seen on call.example.org'],
  ])
})

test('a long history is shown in portions', () => {
  const records = Array.from({ length: 5 }, () => record('Ben', at(20, 12)))
  expect(recentGroups(records, [], { ...all, most: 2 })[0]?.entries).toHaveLength(2)
})
