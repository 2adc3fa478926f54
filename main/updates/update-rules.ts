// Decides how it stands with a newer version after each piece of news, and what to call what went wrong. Pure.
import {
  MAX_NOTES_CHARS,
  MAX_VERSION_CHARS,
  type UpdateProblem,
  type UpdateState,
} from '../../shared/model/update'
import { cleanText } from '../../shared/clean-text'
import type { UpdaterNews } from './updater-kind'

/** What is loaded stays so whatever a later check says; a newer one would be found at the next start. */
export function afterNews(state: UpdateState, found: Found | null, news: UpdaterNews): UpdateState {
  if (state.is === 'off' || state.is === 'ready' || state.is === 'replaced') return state
  switch (news.is) {
    case 'none':
      return { is: 'none', asked: true }
    case 'found':
      return { is: 'loading', version: versionOf(news.version), part: 0 }
    case 'progress':
      return state.is === 'loading' ? { ...state, part: partOf(news.part) } : state
    case 'loaded':
      return found ? { is: 'ready', ...found } : state
    case 'failed':
      return { is: 'failed', problem: problemOf(news.error), version: found?.version ?? null }
  }
}

export interface Found {
  readonly version: string
  readonly notes: string
}

export const foundOf = ({ version, notes }: { version: string; notes: unknown }): Found => ({
  version: versionOf(version),
  notes: notesOf(notes),
})

const versionOf = (version: string): string => cleanText(version, MAX_VERSION_CHARS) || '?'
const partOf = (part: number): number => (part >= 0 && part <= 1 ? part : 0)

/** A release's notes are shown as text: from some providers they come as HTML, or as a list of one note for each version. */
function notesOf(notes: unknown): string {
  const text = Array.isArray(notes) ? notes.map(noteOf).join('\n') : noteOf(notes)
  const plain = text.replace(/<[^>]{0,1000}>/g, '').replace(/\r\n?/g, '\n')
  const lines = plain.split('\n', MAX_LINES).map((line) => cleanText(line, MAX_LINE_CHARS))
  return lines.join('\n').trim().slice(0, MAX_NOTES_CHARS)
}

const MAX_LINES = 100
const MAX_LINE_CHARS = 500

function noteOf(note: unknown): string {
  if (typeof note === 'string') return note
  const inner = typeof note === 'object' && note !== null && 'note' in note ? note.note : ''
  return typeof inner === 'string' ? inner : ''
}

/** Codes of Node, of Chromium's network and of electron-updater. */
const PROBLEMS: readonly (readonly [RegExp, UpdateProblem])[] = [
  [/CHECKSUM_MISMATCH|sha512|INVALID_SIGNATURE|code signature/i, 'tampered'],
  [/ENOSPC|EDQUOT|FILE_NO_SPACE/, 'disk-full'],
  [/EACCES|EPERM|EROFS/, 'not-writable'],
  [/net::ERR_(?!HTTP)|ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|EPIPE|timed? ?out|socket hang up/i, 'unreachable'],
  [/HTTP_ERROR|ERR_UPDATER|ERR_HTTP|HttpError|status|YAML/i, 'server'],
]

/** A code says it where there is one; the text may hold what a server wrote. */
export function problemOf(error: unknown): UpdateProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error)
  return named(code) ?? named(text) ?? 'failed'
}

const named = (words: string): UpdateProblem | undefined =>
  PROBLEMS.find(([pattern]) => pattern.test(words))?.[1]
