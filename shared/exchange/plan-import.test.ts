import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_CONTACTS, contactSchema, type Contact } from '../model/contact'
import type { FoundContact } from './found-contact'
import {
  MOST_LISTED,
  changedFields,
  createImportPlanner,
  freshContact,
  mergedContact,
  type ImportManner,
} from './plan-import'
import { SERVER, anyContact, contact, idOf } from './testing/contacts'

const OTHER = 'https://other.example/'
const found = (n: number, change: Partial<FoundContact> = {}): FoundContact => ({
  ...{ line: n, id: idOf(n), name: 'From the file', server: OTHER, via: null },
  ...{ notes: '', favourite: false, addedAt: 7, picture: null },
  ...change,
})
function planOf(
  contacts: readonly Contact[],
  findings: readonly FoundContact[],
  ownId: string | null = null,
) {
  const planner = createImportPlanner(contacts, ownId)
  for (const each of findings) planner.add({ contact: each })
  return planner.plan()
}

describe('a plan', () => {
  it('tells who is new, who is there, and who is left out', () => {
    const plan = planOf([contact(2)], [found(1), found(2), found(3), { ...found(1), line: 9 }], idOf(3))
    expect(plan.fresh.map(({ id }) => id)).toEqual([idOf(1)])
    expect(plan.known.map(({ existing }) => existing.id)).toEqual([idOf(2)])
    expect(plan.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'own'],
      [9, 'twice'],
    ])
  })

  it('takes no more than there is room for, and those who are there all the same', () => {
    const full = Array.from({ length: MAX_CONTACTS - 1 }, (_, n) => contact(n))
    const plan = planOf(full, [found(9_001), found(9_002), found(1)])
    expect([plan.fresh.length, plan.known.length]).toEqual([1, 1])
    expect(plan.leftOut).toMatchObject([{ line: 9_002, reason: 'limit' }])
  })

  it('of a million lines lists the first and counts the others', () => {
    const planner = createImportPlanner([], null)
    for (let n = 0; n < 1_000_000; n++) planner.add({ contact: found(n) })
    const { fresh, leftOut, leftOutCount } = planner.plan()
    expect([fresh.length, leftOut.length, leftOutCount]).toEqual([MAX_CONTACTS, MOST_LISTED, 995_000])
  })
})

const mine = contact(1, { name: 'Mine', notes: 'my notes', favourite: true, picture: idOf(5), via: SERVER })
const bare = contact(1, { name: 'Mine', server: null })
const rich = found(1, { notes: 'their notes', favourite: true, picture: 'AAAA', via: OTHER })

describe('somebody who is there already', () => {
  it.each<[string, Contact, ImportManner, Partial<Contact>, readonly string[]]>([
    ['keeps all of their own', mine, 'keep', mine, []],
    [
      'gets what they lack',
      bare,
      'keep',
      { name: 'Mine', server: OTHER, via: OTHER, notes: 'their notes', favourite: false, picture: idOf(6) },
      ['server', 'notes', 'picture'],
    ],
    [
      'is replaced where the user chose so',
      mine,
      'replace',
      {
        name: 'From the file',
        server: OTHER,
        via: OTHER,
        notes: 'their notes',
        favourite: true,
        picture: idOf(6),
      },
      ['name', 'server', 'notes', 'picture'],
    ],
  ])('%s', (...[, existing, manner, merged, fields]) => {
    expect(mergedContact(existing, rich, manner, idOf(6))).toMatchObject(merged)
    expect(changedFields({ existing, found: rich }, manner)).toEqual(fields)
  })

  it('loses nothing that the file lacks, even where it is replaced', () => {
    const poor = found(1, { name: mine.name, server: null })
    expect(mergedContact(mine, poor, 'replace', null)).toEqual(mine)
  })

  it.each<[string, boolean | undefined, boolean, boolean | undefined, readonly string[]]>([
    ['gets it from a file that has it', undefined, true, true, ['relayOnly']],
    ['gets it also where it was switched off', false, true, true, ['relayOnly']],
    ['keeps it where the file has it, too', true, true, true, []],
    ['keeps it where the file lacks it', true, false, true, []],
    ['has none where neither has it', undefined, false, undefined, []],
  ])('through a relay only: %s', (...[, own, theirs, after, fields]) => {
    const existing = own === undefined ? mine : { ...mine, relayOnly: own }
    const file = found(1, { name: mine.name, server: null, ...(theirs ? { relayOnly: true } : {}) })
    for (const manner of ['keep', 'replace'] as const) {
      expect(mergedContact(existing, file, manner, null).relayOnly).toBe(after)
      expect(changedFields({ existing, found: file }, manner)).toEqual(fields)
    }
  })

  it('is always a contact that the document takes', () => {
    const manner = fc.constantFrom<ImportManner>('keep', 'replace')
    fc.assert(
      fc.property(anyContact, anyContact, manner, (existing, other, chosen) => {
        const theirs = found(1, { name: other.name, notes: other.notes, server: other.server })
        const merged = mergedContact(existing, theirs, chosen, null)
        expect(contactSchema.safeParse(merged).success).toBe(true)
        if (existing.notes !== '') expect(merged.notes).not.toBe('')
      }),
    )
  })
})

it('somebody new is a contact with the day in the file, or today', () => {
  expect(freshContact(rich, null, 99)).toEqual({
    ...{ id: idOf(1), name: 'From the file', server: OTHER, via: OTHER, addedAt: 7 },
    ...{ notes: 'their notes', favourite: true, picture: null },
  })
  expect(freshContact(found(1, { addedAt: null }), null, 99).addedAt).toBe(99)
  expect(freshContact(found(1, { relayOnly: true }), null, 99).relayOnly).toBe(true)
})
