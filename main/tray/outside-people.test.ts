import { expect, it } from 'vitest'
import type { CallRecord, History } from '../../shared/model/call-record'
import { NO_CONTACTS, type Contact, type Contacts } from '../../shared/model/contact'
import { outsidePeople } from './outside-people'

const [ANA, BEN, CY] = ['a', 'b', 'c'].map((digit) => digit.repeat(32)) as [string, string, string]
const SERVER = 'https://call.example/'

const contact = (id: string, name: string, more: Partial<Contact> = {}): Contact => ({
  ...{ id, name, server: SERVER, addedAt: 0, favourite: false, notes: '', picture: null },
  ...more,
})
const record = (n: number, id: string, more: Partial<CallRecord> = {}): CallRecord => ({
  ...{ n, callId: String(n).padStart(32, '0'), id, name: 'As they said', direction: 'incoming' as const },
  ...{ video: true, reason: 'missed' as const, startedAt: 0, talkedMs: 0, callBack: `parley://call/${id}` },
  ...more,
})
const history = (records: readonly CallRecord[], seenBelow = 1): History => ({
  ...{ v: 2, next: 100, seenBelow },
  records: [...records],
})
const people = (contacts: readonly Contact[]): Contacts => ({ ...NO_CONTACTS, contacts: [...contacts] })

it('names missed calls that weren’t seen, newest first, as they stand in the contacts', () => {
  const records = [
    record(9, ANA),
    record(8, BEN, { reason: 'ended-by-me' }),
    record(7, BEN, { reason: 'cancelled-by-other' }),
    record(6, CY, { reason: 'answered-too-late' }),
    record(5, CY),
  ]
  const { missed } = outsidePeople(people([contact(ANA, 'Ana')]), history(records, 6))
  expect(missed).toEqual([
    { id: ANA, name: 'Ana' },
    { id: BEN, name: 'As they said' },
    { id: CY, name: 'As they said', tooLate: true },
  ])
})

it('offers favourites and recent people who can be called from here', () => {
  const contacts = people([
    contact(ANA, 'Ana', { favourite: true }),
    contact(BEN, 'Ben', { favourite: true, server: null }),
  ])
  const records = [record(3, CY, { callBack: null }), record(2, ANA), record(1, BEN)]
  const { favourites, recent } = outsidePeople(contacts, history(records))
  expect(favourites).toEqual([{ id: ANA, name: 'Ana' }])
  expect(recent.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
})

it('offers nobody who is blocked', () => {
  const contacts = { ...NO_CONTACTS, blocked: [{ id: CY, name: 'Cy', blockedAt: 0 }] }
  expect(outsidePeople(contacts, history([record(1, CY)])).recent).toEqual([])
})
