// Owns telling what a file is by its beginning, and choosing its reader. Pure.
import { jsonKind, readContactsJson } from './contacts-json'
import { readVcards } from './contacts-vcard'
import type { Finding } from './found-contact'

/** A file that holds no contacts of ours. */
export type ForeignFile = 'empty' | 'calendar' | 'binary' | 'other-json' | 'newer' | 'unknown'

export type ContactsFile =
  | { readonly is: 'contacts'; readonly findings: Generator<Finding> }
  | { readonly is: 'foreign'; readonly what: ForeignFile }

const LOOKED_AT_CHARS = 4_000

export function readContacts(text: string): ContactsFile {
  const start = text
    .slice(0, LOOKED_AT_CHARS)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (start === '') return foreign('empty')
  // What isn't UTF-8 was decoded to replacement characters.
  if (/[\0\ufffd]/.test(start)) return foreign('binary')
  if (/^begin:vcard\s*$/im.test(start)) return { is: 'contacts', findings: readVcards(text) }
  if (/^begin:vcalendar\s*$/im.test(start)) return foreign('calendar')
  if (start.startsWith('{')) return ownJson(text)
  return foreign(start.startsWith('[') ? 'other-json' : 'unknown')
}

function ownJson(text: string): ContactsFile {
  const kind = jsonKind(text)
  if (kind === 'ours') return { is: 'contacts', findings: readContactsJson(text) }
  return foreign(kind === 'newer' ? 'newer' : 'other-json')
}

const foreign = (what: ForeignFile): ContactsFile => ({ is: 'foreign', what })
