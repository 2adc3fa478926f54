import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Contact } from '../model/contact'
import { readVcards, writeVcards } from './contacts-vcard'
import { SERVER, anyContact, contact, idOf, sorted } from './testing/contacts'

const none = () => null
const read = (text: string) => sorted(readVcards(text))
const link = (n: number) => `parley://call/${idOf(n)}?server=${encodeURIComponent(SERVER)}`
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n')

describe('our own cards', () => {
  it('give back name, notes and place, and that calls go through a relay only', () => {
    fc.assert(
      fc.property(fc.array(anyContact, { maxLength: 10 }), (contacts) => {
        const found = read(writeVcards(contacts, none))
        expect(found.leftOut).toEqual([])
        const kept = ({
          id,
          name,
          notes,
          server,
          relayOnly = false,
        }: Pick<Contact, 'id' | 'name' | 'notes' | 'server' | 'relayOnly'>) => ({
          id,
          name,
          notes,
          server,
          relayOnly,
        }) // what a card has no word for is left out
        expect(found.contacts.map(kept)).toEqual(contacts.map(kept))
      }),
    )
  })

  it('have lines of at most 75 octets, and their picture as data', () => {
    const written = writeVcards([contact(1, { name: 'Zoë 👩‍🚀 '.repeat(9).trim(), picture: idOf(7) })], () =>
      'QUJD'.repeat(200),
    )
    const octets = written.split('\r\n').map((line) => encodeURIComponent(line).replace(/%../g, 'x').length)
    expect(Math.max(...octets)).toBeLessThanOrEqual(75)
    expect(read(written).contacts[0]?.picture).toBe('QUJD'.repeat(200))
  })

  it('look as other programs expect', () => {
    expect(writeVcards([contact(1, { name: 'Ben; Okafor', notes: 'a,b\nc' })], none)).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'FN:Ben\\; Okafor',
        'N:Okafor;Ben\\;;;;',
        'NOTE:a\\,b\\nc',
        'URL:parley://call/00000000000000000000000000000001?server=https%3A%2F%2Fcal',
        ' l.example.org%2F',
        'END:VCARD',
        '',
      ].join('\r\n'),
    )
  })
})

describe('a card of another program', () => {
  it.each([
    ['with a group and a type', `item1.URL;TYPE="home,x:y":${link(1)}`],
    ['with an escaped colon, as some write', `URL:${link(1).replace(':', '\\:')}`],
    ['with a web link', `URL:${SERVER}#/call/${idOf(1)}`],
    ['with other links before', `URL:https://example.org/\r\nIMPP:xmpp:a@b\r\nURL:${link(1)}`],
    [
      'folded in the middle',
      `URL:${link(1).slice(0, 20)}\r\n ${link(1).slice(20, 40)}\r\n\t${link(1).slice(40)}`,
    ],
    ['in small letters', `url:${link(1)}`],
  ])('%s is read', (_, lines) => {
    expect(read(card('FN:Ben', lines)).contacts).toMatchObject([{ id: idOf(1), server: SERVER, name: 'Ben' }])
  })

  it('of version 3.0 with a picture is read', () => {
    const old = card('FN:Ben', `URL:${link(1)}`, 'PHOTO;ENCODING=b;TYPE=JPEG:QUJD', ' REVG').replace(
      '4.0',
      '3.0',
    )
    expect(read(old).contacts[0]?.picture).toBe('QUJDREVG')
  })

  it('whose picture lies elsewhere comes without one', () => {
    const [found] = read(card('FN:Ben', `URL:${link(1)}`, 'PHOTO:https://example.org/a.jpg')).contacts
    expect(found?.picture).toBeNull()
  })

  it('without a full name is called by its parts', () => {
    expect(read(card('N:Okafor;Ben;;;', `URL:${link(1)}`)).contacts[0]?.name).toBe('Ben Okafor')
  })

  it.each([
    ['without a call link', card('FN:Ben', 'URL:https://example.org'), 'no-link'],
    ['without a name', card(`URL:${link(1)}`), 'no-name'],
    ['of version 2.1', card('FN:Ben', `URL:${link(1)}`).replace('4.0', '2.1'), 'old-version'],
    ['that doesn’t end', card('FN:Ben', `URL:${link(1)}`).replace('END', 'FIN'), 'unfinished'],
  ])('%s is left out, with its line', (_, text, reason) => {
    expect(read(`\r\n${text}`).leftOut).toMatchObject([{ line: 2, reason }])
  })

  it('that doesn’t end costs itself only', () => {
    const found = read(`BEGIN:VCARD\nFN:Half\n${card('FN:Ben', `URL:${link(1)}`)}`)
    expect(found.leftOut).toEqual([{ line: 1, reason: 'unfinished', name: 'Half' }])
    expect(found.contacts).toHaveLength(1)
  })
})

describe('hostile cards', () => {
  it('of anything at all never throw', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCARD\n',
        'END:VCARD\n',
        'URL',
        ':',
        ';',
        '"',
        '\\',
        '\n ',
        '\r\n',
        'PHOTO;ENCODING=b:',
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => void read(pieces.join(''))))
  })

  it('let others work between a million of them', () => {
    const text = 'BEGIN:VCARD\nEND:VCARD\n'.repeat(50_000)
    let longest = 0
    let count = 0
    for (const finding of readVcards(text)) {
      count = finding === null ? 0 : count + 1
      longest = Math.max(longest, count)
    }
    expect(longest).toBeLessThanOrEqual(1_000)
  })

  it('with one endless line are read before the test is over, which a quadratic reader isn’t', () => {
    read(card(`NOTE:${'\\'.repeat(4_000_000)}`, `X;${'a;'.repeat(1_000_000)}`, `"${'"'.repeat(2_000_000)}:`))
    read(`BEGIN:VCARD\nNOTE:x\n${' y\n'.repeat(1_000_000)}`)
    expect(read(card('FN:Ben', `URL:${link(1)}`, `NOTE:${'x'.repeat(9_000_000)}`)).contacts).toHaveLength(1)
  })
})
