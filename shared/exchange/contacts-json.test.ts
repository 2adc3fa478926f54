import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readContactsJson, jsonKind, writeContactsJson } from './contacts-json'
import { SERVER, anyContact, contact, idOf, sorted } from './testing/contacts'

const none = () => null
const read = (text: string) => sorted(readContactsJson(text))
const file = (...lines: string[]) =>
  `{"format":"parley-contacts","v":1,"contacts":[\n${lines.join(',\n')}\n]}\n`
const line = (n: number, change: object = {}) => JSON.stringify({ ...contact(n), ...change })

describe('our own file', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(anyContact, { maxLength: 20 }), (contacts) => {
        const found = read(writeContactsJson(contacts, none))
        expect(found.leftOut).toEqual([])
        expect(found.contacts.map(({ line: _line, via: _via, ...rest }) => rest)).toEqual(contacts)
      }),
    )
  })

  it('has pictures inside, and the server that brought a link', () => {
    const written = writeContactsJson(
      [contact(1, { picture: idOf(9), via: SERVER })],
      (picture) => `p${picture}`,
    )
    expect(read(written).contacts).toMatchObject([{ picture: `p${idOf(9)}`, via: SERVER }])
  })

  it('is read wherever its line breaks are', () => {
    const pretty = JSON.stringify(JSON.parse(file(line(1), line(2))), null, 2)
    expect(read(pretty).contacts.map(({ id }) => id)).toEqual([idOf(1), idOf(2)])
    expect(jsonKind(pretty)).toBe('ours')
  })
})

describe('a damaged file', () => {
  it('costs the lines that are damaged, each named', () => {
    const found = read(file(line(1), '{"id":"00', '{"name": Ben}', line(4), '7', '[]', line(7)))
    expect(found.contacts.map(({ id, line: at }) => [id, at])).toEqual([
      [idOf(1), 2],
      [idOf(4), 5],
      [idOf(7), 8],
    ])
    expect(found.leftOut.map(({ line: at, reason }) => [at, reason])).toEqual([
      [3, 'unreadable'],
      [4, 'unreadable'],
      [6, 'unreadable'],
      [7, 'unreadable'],
    ])
  })

  it('that ends in the middle gives what stands before', () => {
    const whole = file(line(1), line(2), line(3))
    const found = read(whole.slice(0, whole.indexOf(idOf(3)) + 5))
    expect(found.contacts).toHaveLength(2)
    expect(found.leftOut).toMatchObject([{ line: 4, reason: 'unreadable' }, { reason: 'unreadable' }])
  })

  it('cut anywhere never throws, and never gives what was not written', () => {
    const whole = file(line(1), line(2, { notes: 'a "quote" \\ and {brackets]' }), line(3))
    for (let end = 0; end <= whole.length; end++) {
      for (const found of read(whole.slice(0, end)).contacts) expect([1, 2, 3].map(idOf)).toContain(found.id)
    }
  })

  it('of empty lines is read before the test is over, which a quadratic reader isn’t', () => {
    const found = read(file(line(1), `x${'\n'.repeat(2_000_000)}`, line(2)))
    expect(found.contacts.map(({ id }) => id)).toEqual([idOf(1), idOf(2)])
    expect(found.leftOut).toMatchObject([{ line: 3, reason: 'unreadable' }])
  })

  it('of anything at all never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '[', ']', '"', '\\', '\n', ',', ':', line(1)),
      fc.string(),
    )
    const garbage = fc.array(piece, { maxLength: 60 })
    fc.assert(
      fc.property(garbage, (pieces) => {
        const text = file(pieces.join(''))
        jsonKind(text)
        read(text)
      }),
    )
  })
})

describe('a hostile contact', () => {
  it.each([
    ['without an id', { id: undefined }, 'no-link'],
    ['with half an id', { id: 'b41b' }, 'id-wrong'],
    ['with an object for an id', { id: { toString: 'x' } }, 'no-link'],
    ['without a name', { name: undefined }, 'no-name'],
    ['whose name can’t be seen', { name: '\u202e\u200b\u2066' }, 'no-name'],
  ])('%s is left out', (_, change, reason) => {
    expect(read(file(line(1, change))).leftOut).toMatchObject([{ line: 2, reason }])
  })

  it('brings nothing through prototypes', () => {
    const entry = `{"id":"${idOf(1)}","name":"Ben","__proto__":{"favourite":true,"notes":"x"},"constructor":{"prototype":{"polluted":1}}}`
    const [found] = read(file(entry)).contacts
    expect(found).toMatchObject({ favourite: false, notes: '' })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('has its fields cleaned and bounded', () => {
    const [found] = read(
      file(
        line(1, {
          name: `<b>Ben</b>\u202e${'x'.repeat(10_000)}`,
          notes: `a\u202eb\u0000\r\nc${'y'.repeat(10_000)}`,
          server: 'javascript:alert(1)',
          favourite: 'yes',
          relayOnly: 1,
          addedAt: -1,
        }),
      ),
    ).contacts
    expect(found?.name).toMatch(/^<b>Ben<\/b> x+$/)
    expect(found?.name).toHaveLength(100)
    expect(found?.notes).toMatch(/^ab\ncy+$/)
    expect(found?.notes).toHaveLength(2_000)
    expect(found).toMatchObject({ server: null, favourite: false, addedAt: null })
    expect(found).not.toHaveProperty('relayOnly')
  })
})

it.each([
  ['a later version', '{"format":"parley-contacts","v":2,"contacts":[]}', 'newer'],
  ['something else', '{"name":"package","version":"1.0.0"}', 'other'],
  ['a version that is none', '{"format":"parley-contacts","v":"x","contacts":[]}', 'other'],
  ['the list alone', '{"contacts":[]}', 'other'],
])('%s is told as such', (_, text, kind) => {
  expect(jsonKind(text)).toBe(kind)
})
