import { expect, it } from 'vitest'
import type { Contact } from '../../../shared/model/contact'
import { createContactFinder } from './find-contact'

const contact = (id: string, name: string): Contact => ({
  ...{ id, name, server: null, addedAt: 0, favourite: false, notes: '', picture: null },
})
const ANA = contact('a', 'Ana Moreira')
const CONTACTS = [ANA, contact('b', 'Ben')]
const stranger = (name: string) => ({ id: 'x', name })

it('knows a contact by id alone', () => {
  const finder = createContactFinder()
  expect(finder.byId(CONTACTS, 'a')).toBe(ANA)
  expect(finder.byId(CONTACTS, 'x')).toBeNull()
})

it('finds whom a stranger is called like', () => {
  const finder = createContactFinder()
  expect(finder.namesake(CONTACTS, stranger('аna MOREIRA'))).toBe(ANA)
  expect(finder.namesake(CONTACTS, stranger('Ana'))).toBeNull()
  expect(finder.namesake(CONTACTS, stranger(''))).toBeNull()
})

it('nobody is their own namesake', () => {
  expect(createContactFinder().namesake(CONTACTS, ANA)).toBeNull()
})

it('follows a list that changed', () => {
  const finder = createContactFinder()
  expect(finder.namesake(CONTACTS, stranger('Chidi'))).toBeNull()
  expect(finder.namesake([...CONTACTS, contact('c', 'Chidi')], stranger('Chidi'))?.id).toBe('c')
})
