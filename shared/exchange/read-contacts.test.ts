import { expect, test } from 'vitest'
import { writeContactsJson } from './contacts-json'
import { writeVcards } from './contacts-vcard'
import { readContacts } from './read-contacts'
import { contact, idOf, sorted } from './testing/contacts'

test.each([
  ['our own', writeContactsJson([contact(1)], () => null)],
  ['vCards', writeVcards([contact(1)], () => null)],
  ['vCards with a mark of their encoding', `\ufeff${writeVcards([contact(1)], () => null)}`],
])('%s are read', (_, text) => {
  const file = readContacts(text)
  expect(file.is === 'contacts' && sorted(file.findings).contacts).toMatchObject([{ id: idOf(1) }])
})

test.each([
  ['', 'empty'],
  [' \n\t', 'empty'],
  ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR', 'calendar'],
  ['PK\u0003\u0004\0\0', 'binary'],
  ['\ufffd\ufffdabc', 'binary'],
  ['{"name":"package"}', 'other-json'],
  ['[1,2,3]', 'other-json'],
  ['{"format":"parley-contacts","v":9,"contacts":[]}', 'newer'],
  ['name,phone\nBen,123', 'unknown'],
  ['<html><body>Ben</body></html>', 'unknown'],
])('%j is foreign', (text, what) => {
  expect(readContacts(text)).toEqual({ is: 'foreign', what })
})
