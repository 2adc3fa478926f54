// Owns our own file of contacts: versioned, pictures inside, one contact a line. Pure.
import type { Contact } from '../model/contact'
import { findingOf, type Finding } from './found-contact'
import { jsonPieces } from './json-pieces'

const FORMAT = 'parley-contacts'
const VERSION = 1

export type JsonKind = 'ours' | 'newer' | 'other'

/** Its members stand before the list. */
export function jsonKind(text: string): JsonKind {
  let isOurs = false
  let version = 0
  for (const piece of jsonPieces(text)) {
    if (piece.is !== 'member') break
    if (piece.key === 'format') isOurs = piece.written === JSON.stringify(FORMAT)
    if (piece.key === 'v') version = Number(piece.written)
  }
  if (!isOurs || !(version >= 1)) return 'other'
  return version > VERSION ? 'newer' : 'ours'
}

export function* readContactsJson(text: string): Generator<Finding> {
  for (const piece of jsonPieces(text)) {
    if (piece.is === 'broken') yield { leftOut: { line: piece.line, reason: 'unreadable', name: '' } }
    if (piece.is === 'contact') yield entryFinding(piece.value, piece.line)
  }
}

function entryFinding(value: unknown, line: number): Finding {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { leftOut: { line, reason: 'unreadable', name: '' } }
  }
  // Its own fields only: what a prototype would bring isn't in the file.
  const field = (name: string): unknown => (Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined)
  return findingOf({
    line,
    id: field('id'),
    name: field('name'),
    server: field('server'),
    via: field('via'),
    notes: field('notes'),
    favourite: field('favourite'),
    relayOnly: field('relayOnly'),
    addedAt: field('addedAt'),
    picture: field('picture'),
  })
}

/** `pictureOf`: base64 by the picture's id. */
export function writeContactsJson(
  contacts: readonly Contact[],
  pictureOf: (picture: string) => string | null,
): string {
  const lines = contacts.map(({ picture, ...contact }) =>
    JSON.stringify({ ...contact, picture: picture === null ? null : pictureOf(picture) }),
  )
  return `{"format":"${FORMAT}","v":${String(VERSION)},"contacts":[\n${lines.join(',\n')}\n]}\n`
}
