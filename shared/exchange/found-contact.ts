// Owns what a file of contacts gives: people that could be taken, and lines that couldn't, with the reason. Everything in a file
// is another's: each field is bounded and cleaned here, whatever the format. Pure.
import { cleanText } from '../clean-text'
import { cleanNotes } from './clean-notes'
import { normaliseBaseUrl } from '../link/base-url'
import { MAX_NOTES_CHARS } from '../model/contact'
import { IDENTITY_PATTERN } from '../protocol/identity'
import { MAX_LINK_CHARS, MAX_NAME_CHARS } from '../protocol/limits'

/** A larger file is refused before it is read. */
export const MAX_FILE_BYTES = 16_000_000
/** Of one picture, as base64: what a phone's contact has, with room. */
export const MAX_PICTURE_CHARS = 4_000_000
/** A name or notes beyond what is kept is cut before it is cleaned, which takes time. */
const MOST_READ_CHARS = 10_000

export interface FoundContact {
  readonly line: number
  readonly id: string
  readonly name: string
  readonly server: string | null
  readonly via: string | null
  readonly notes: string
  readonly favourite: boolean
  readonly relayOnly?: true
  readonly addedAt: number | null
  /** base64 of a picture file, not yet looked at. */
  readonly picture: string | null
}

export type LeftOutReason =
  'unreadable' | 'unfinished' | 'old-version' | 'no-name' | 'no-link' | 'id-wrong' | 'own' | 'twice' | 'limit'

export interface LeftOut {
  readonly line: number
  readonly reason: LeftOutReason
  /** As far as it could be read; may be empty. */
  readonly name: string
}

/** null: nothing found for a while, so that whoever reads may let others work. */
export type Finding = { readonly contact: FoundContact } | { readonly leftOut: LeftOut } | null

/** As a format has them, unchecked. */
export interface RawContact {
  readonly line: number
  readonly id: unknown
  readonly name: unknown
  readonly server: unknown
  readonly via?: unknown
  readonly notes?: unknown
  readonly favourite?: unknown
  readonly relayOnly?: unknown
  readonly addedAt?: unknown
  readonly picture?: unknown
}

export function findingOf(raw: RawContact): Finding {
  const { line } = raw
  const name = cleanText(textOf(raw.name), MAX_NAME_CHARS)
  const id = textOf(raw.id).trim().toLowerCase()
  if (!IDENTITY_PATTERN.test(id))
    return { leftOut: { line, reason: id === '' ? 'no-link' : 'id-wrong', name } }
  if (name === '') return { leftOut: { line, reason: 'no-name', name } }
  const picture = typeof raw.picture === 'string' ? raw.picture : ''
  return {
    contact: {
      ...{ line, id, name },
      server: serverOf(raw.server),
      via: serverOf(raw.via),
      notes: cleanNotes(textOf(raw.notes), MAX_NOTES_CHARS),
      favourite: raw.favourite === true,
      ...(raw.relayOnly === true ? { relayOnly: true } : {}),
      addedAt:
        typeof raw.addedAt === 'number' && Number.isSafeInteger(raw.addedAt) && raw.addedAt >= 0
          ? raw.addedAt
          : null,
      picture: picture === '' || picture.length > MAX_PICTURE_CHARS ? null : picture,
    },
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MOST_READ_CHARS) : '')

function serverOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_LINK_CHARS) return null
  const base = normaliseBaseUrl(value)
  return base.ok ? base.value : null
}
