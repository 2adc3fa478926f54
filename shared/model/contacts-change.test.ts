import { describe, expect, it } from 'vitest'
import {
  MAX_BLOCKED,
  MAX_CONTACTS,
  NO_CONTACTS,
  contactsSchema,
  type Contact,
  type Contacts,
} from './contact'
import { blockPerson, editContact, putContacts, removeContacts, unblockPerson } from './contacts-change'

const hex = (n: number): string => n.toString(16).padStart(32, '0')
const contact = (n: number, change: Partial<Contact> = {}): Contact => ({
  ...{
    id: hex(n),
    name: `Person ${n}`,
    server: null,
    addedAt: n,
    favourite: false,
    notes: '',
    picture: null,
  },
  ...change,
})
const many = (count: number, from = 0): Contact[] =>
  Array.from({ length: count }, (_, n) => contact(from + n))
const holding = (...contacts: Contact[]): Contacts => ({ ...NO_CONTACTS, contacts })

describe('contacts', () => {
  it('are one per identity, and keep their place', () => {
    const put = putContacts([contact(1, { name: 'Benjamin' }), contact(3)])(holding(contact(1), contact(2)))
    expect(put.ok && put.value.contacts.map(({ name }) => name)).toEqual(['Benjamin', 'Person 2', 'Person 3'])
  })

  it('are bounded, all or none, but a known one can still be changed', () => {
    const full = holding(...many(MAX_CONTACTS))
    expect(putContacts(many(2, MAX_CONTACTS - 1))(full)).toMatchObject({ ok: false, code: 'limit-reached' })
    const changed = putContacts([contact(7, { name: 'Known' })])(full)
    expect(changed.ok && contactsSchema.safeParse(changed.value).success).toBe(true)
  })

  it('are edited field by field, so that what another window changed stays', () => {
    const notes = editContact(hex(1), { notes: 'cello', name: undefined })(
      holding(contact(1, { favourite: true })),
    )
    expect(notes.ok && notes.value.contacts).toEqual([contact(1, { favourite: true, notes: 'cello' })])
  })

  it.each([
    ['a new server of the user’s own', { server: 'https://b.example/' }, undefined],
    [
      'a new server from a call',
      { server: 'https://b.example/', via: 'https://w.example/' },
      'https://w.example/',
    ],
    ['a new name', { name: 'Benjamin' }, 'https://v.example/'],
  ])('know after %s who brought the server', (_, edit, via) => {
    const before = holding(contact(1, { server: 'https://a.example/', via: 'https://v.example/' }))
    const edited = editContact(hex(1), edit)(before)
    expect(edited.ok && edited.value.contacts[0]?.via).toBe(via)
  })

  it.each([
    ['edited', editContact(hex(9), { name: 'Nobody' })],
    ['removed', removeContacts([hex(9)])],
    ['unblocked', unblockPerson(hex(9))],
  ])('that aren’t there can’t be %s', (_, change) => {
    expect(change(holding(contact(1)))).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('go together, all or none', () => {
    const before = holding(contact(1), contact(2), contact(3))
    const removed = removeContacts([hex(1), hex(3)])(before)
    expect(removed.ok && removed.value.contacts).toEqual([contact(2)])
    expect(removeContacts([hex(1), hex(9)])(before)).toMatchObject({ ok: false, code: 'not-found' })
  })
})

describe('blocked people', () => {
  const mallory = { id: hex(5), name: 'Mallory', blockedAt: 1 }
  it('are blocked once, whether or not they are contacts, until they are unblocked', () => {
    const once = blockPerson(mallory)(holding(contact(5)))
    const twice = once.ok ? blockPerson({ ...mallory, blockedAt: 2 })(once.value) : once
    expect(twice.ok && twice.value).toEqual({ v: 2, contacts: [contact(5)], blocked: [mallory] })
    const after = twice.ok ? unblockPerson(mallory.id)(twice.value) : twice
    expect(after.ok && after.value.blocked).toEqual([])
  })

  it('are bounded', () => {
    const blocked = Array.from({ length: MAX_BLOCKED }, (_, n) => ({ ...mallory, id: hex(100 + n) }))
    expect(blockPerson(mallory)({ ...NO_CONTACTS, blocked })).toMatchObject({
      ok: false,
      code: 'limit-reached',
    })
  })
})
