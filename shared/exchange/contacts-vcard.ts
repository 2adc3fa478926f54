// Owns contacts as vCards: 4.0 is written, 4.0 and 3.0 are read. The call link is the URL; a card without one is nobody we can
// call. Pure.
import { appLink, parseCallLink } from '../link/call-link'
import { normaliseBaseUrl } from '../link/base-url'
import type { Contact } from '../model/contact'
import { findingOf, type Finding, type RawContact } from './found-contact'
import { escaped, foldedLine, unescaped, vcardLines, type VcardLine } from './vcard-lines'

interface Card {
  readonly line: number
  version: string
  fullName: string
  /** Family, given and others, as written. */
  parts: string
  notes: string
  picture: string
  relayOnly: boolean
  readonly links: string[]
}

/** Ours alone; other programs keep or drop what begins with X- (RFC 6350 section 6.10). */
const RELAY_ONLY = 'X-PARLEY-RELAY-ONLY'

/** Apps write several; ours is the first that is one. */
const MOST_LINKS = 20

export function* readVcards(text: string): Generator<Finding> {
  let card: Card | null = null
  for (const line of vcardLines(text)) {
    if (line === null) yield null
    else if (line.name === 'BEGIN' && /^vcard\s*$/i.test(line.value)) {
      if (card) yield unfinished(card)
      card = emptyCard(line.line)
    } else if (line.name === 'END' && card) {
      yield cardFinding(card)
      card = null
    } else if (card) takeLine(card, line)
  }
  if (card) yield unfinished(card)
}

const emptyCard = (line: number): Card => ({
  ...{ line, version: '', fullName: '', parts: '', notes: '', picture: '', relayOnly: false, links: [] },
})

const unfinished = ({ line, fullName }: Card): Finding => ({
  leftOut: { line, reason: 'unfinished', name: unescaped(fullName.slice(0, 100)) },
})

/** The first of each counts. */
function takeLine(card: Card, { name, params, value }: VcardLine): void {
  switch (name) {
    case 'VERSION':
      card.version ||= value.trim()
      break
    case 'FN':
      card.fullName ||= value
      break
    case 'N':
      card.parts ||= value
      break
    case 'NOTE':
      card.notes ||= value
      break
    case 'URL':
    case 'IMPP':
      if (card.links.length < MOST_LINKS) card.links.push(unescaped(value.slice(0, 2_000)))
      break
    case 'PHOTO':
      card.picture ||= pictureData(params, value)
      break
    default:
      takeOurs(card, name, value)
  }
}

function takeOurs(card: Card, name: string, value: string): void {
  if (name === RELAY_ONLY && value.trim() === '1') card.relayOnly = true
}

/** base64; empty where the picture lies elsewhere, which is never fetched. */
function pictureData(params: readonly string[], value: string): string {
  const uri = /^data:image\/[a-z0-9.+-]{1,50};base64,/i.exec(value.slice(0, 100))
  if (uri) return value.slice(uri[0].length).replace(/\s/g, '')
  const isBinary = params.some((param) => /^ENCODING=(?:B|BASE64)$/.test(param))
  return isBinary ? value.replace(/\s/g, '') : ''
}

function cardFinding(card: Card): Finding {
  const name = unescaped(card.fullName) || nameOfParts(card.parts)
  if (card.version !== '' && !/^[34]\.0$/.test(card.version)) {
    return { leftOut: { line: card.line, reason: 'old-version', name: name.slice(0, 100) } }
  }
  return findingOf({
    ...{ line: card.line, name, notes: unescaped(card.notes.slice(0, 20_000)), picture: card.picture },
    relayOnly: card.relayOnly,
    ...placeOf(card.links),
  })
}

function nameOfParts(parts: string): string {
  const [family = '', given = ''] = parts.slice(0, 2_000).split(/(?<!\\);/)
  return `${unescaped(given)} ${unescaped(family)}`.trim()
}

/** A contact whose server isn't known is written as a link without one. */
function placeOf(links: readonly string[]): Pick<RawContact, 'id' | 'server'> {
  for (const link of links) {
    const read = parseCallLink(link)
    if (read.ok) return read.value
    const bare = /^parley:\/\/call\/([0-9a-f]{32})$/i.exec(link.trim())
    if (bare) return { id: bare[1], server: null }
  }
  return { id: '', server: null }
}

/** `pictureOf`: base64 by the picture's id. */
export function writeVcards(
  contacts: readonly Contact[],
  pictureOf: (picture: string) => string | null,
): string {
  return contacts.map((contact) => writeVcard(contact, pictureOf)).join('')
}

function writeVcard(contact: Contact, pictureOf: (picture: string) => string | null): string {
  const words = contact.name.split(' ')
  const family = words.length > 1 ? (words.pop() ?? '') : ''
  const data = contact.picture === null ? null : pictureOf(contact.picture)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escaped(contact.name)}`,
    `N:${escaped(family)};${escaped(words.join(' '))};;;`,
    ...(contact.notes === '' ? [] : [`NOTE:${escaped(contact.notes)}`]),
    `URL:${linkOf(contact)}`,
    ...(contact.relayOnly === true ? [`${RELAY_ONLY}:1`] : []),
    ...(data === null ? [] : [`PHOTO:data:image/jpeg;base64,${data}`]),
    'END:VCARD',
  ]
  return lines.map(foldedLine).join('')
}

function linkOf({ id, server }: Contact): string {
  const base = server === null ? null : normaliseBaseUrl(server)
  return base?.ok ? appLink({ id, server: base.value }) : `parley://call/${id}`
}
