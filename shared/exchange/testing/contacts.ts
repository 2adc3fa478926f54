// Owns contacts made up for the tests of formats: by hand, and any that the document could hold.
import fc from 'fast-check'
import { MAX_NOTES_CHARS, type Contact } from '../../model/contact'
import { MAX_NAME_CHARS } from '../../protocol/limits'
import { cleanNotes } from '../clean-notes'
import { cleanText } from '../../clean-text'
import type { Finding, FoundContact, LeftOut } from '../found-contact'

export const SERVER = 'https://call.example.org/'
export const idOf = (n: number): string => n.toString(16).padStart(32, '0')

export const contact = (n: number, change: Partial<Contact> = {}): Contact => ({
  ...{ id: idOf(n), name: `Person ${String(n)}`, server: SERVER, addedAt: 5 },
  ...{ favourite: false, notes: '', picture: null },
  ...change,
})

const words = fc.string({ unit: 'binary', maxLength: 300 })
const SIGNS = ['a', 'Z', '7', '\\', ';', ',', ':', '"', '\n', ' ', 'ü', '👩‍🚀']
const shown = fc.oneof(words, fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 80 }))

/** As cleaned as what the document gets. */
export const anyContact = fc
  .record({
    n: fc.nat(),
    name: shown,
    notes: shown,
    favourite: fc.boolean(),
    server: fc.constantFrom(SERVER, 'http://192.168.1.20:9400/', null),
    addedAt: fc.nat(),
    relayOnly: fc.constantFrom({}, { relayOnly: true }),
  })
  .map(({ n, name, notes, relayOnly, ...rest }) =>
    contact(n, {
      ...rest,
      ...relayOnly,
      name: cleanText(name, MAX_NAME_CHARS) || 'Nobody',
      notes: cleanNotes(notes, MAX_NOTES_CHARS),
    }),
  )

export function sorted(findings: Iterable<Finding>): {
  readonly contacts: readonly FoundContact[]
  readonly leftOut: readonly LeftOut[]
} {
  const contacts: FoundContact[] = []
  const leftOut: LeftOut[] = []
  for (const finding of findings) {
    if (finding === null) continue
    if ('contact' in finding) contacts.push(finding.contact)
    else leftOut.push(finding.leftOut)
  }
  return { contacts, leftOut }
}
