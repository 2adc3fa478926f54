import { expect, test } from 'vitest'
import type { Contact } from '../../../shared/model/contact'
import { headingAt, listedContacts, seenWords, serverOf } from './contacts-list'

const server = 'https://call.example.org/'
let count = 0
const contact = (name: string, change: Partial<Contact> = {}): Contact => {
  count += 1
  const id = count.toString(16).padStart(32, '0')
  return { id, name, server, addedAt: 0, favourite: false, notes: '', picture: null, ...change }
}
const names = (contacts: readonly Contact[]) => contacts.map(({ name }) => name)

test('favourites come first, each part by name, and each part has a heading', () => {
  const listed = listedContacts(
    [
      contact('Émile'),
      contact('Zoë', { favourite: true }),
      contact('dora'),
      contact('Ben', { favourite: true }),
    ],
    '',
  )
  expect(names(listed)).toEqual(['Ben', 'Zoë', 'dora', 'Émile'])
  expect(listed.map((_, index) => headingAt(listed, index))).toEqual(['Favourites', null, 'Others', null])
})

test('without a favourite there is nothing to tell apart', () => {
  const listed = listedContacts([contact('Ben'), contact('Ana')], '')
  expect(listed.map((_, index) => headingAt(listed, index))).toEqual([null, null])
})

test.each([
  ['any part of a name, without accents', ' ines ', ['Inês Duarte']],
  ['upper case', 'OKA', ['Ben Okafor']],
  ['the notes', 'plumber', ['Ben Okafor']],
  ['what nobody has', 'zora', []],
])('search finds %s', (_, query, found) => {
  const contacts = [contact('Inês Duarte'), contact('Ben Okafor', { notes: 'The Plumber, after 17:00' })]
  expect(names(listedContacts(contacts, query))).toEqual(found)
})

test('changed notes are found, old ones are not', () => {
  const before = contact('Ben', { notes: 'plumber' })
  listedContacts([before], 'plumber')
  const after = { ...before, notes: 'painter' }
  expect(names(listedContacts([after], 'plumber'))).toEqual([])
  expect(names(listedContacts([after], 'painter'))).toEqual(['Ben'])
})

test('each says where they were seen, and a place that is none is none', () => {
  expect(seenWords(contact('Ben'))).toBe('Last seen on call.example.org')
  expect(seenWords(contact('Ben', { server: null }))).toBe('No address known to call')
  expect(serverOf(contact('Ben', { server: 'garbage://' }))).toBeNull()
})
