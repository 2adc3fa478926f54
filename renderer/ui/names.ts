// Owns how a person's name is shown: shortened, as initials, and the colour that goes with an id.
import { text } from '../../shared/text/en'
import { cleanName } from '../lib/clean-name'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A name as a heading shows it; never empty. */
export function shownName(name: string): string {
  return cleanName(name) || text.app.unnamed
}

/** Longer ones would push the rest of a sentence off its line. */
const MOST_SPOKEN = 24

/** For inside a sentence: the first word, and isolated where it is written the other way. */
export function spokenName(name: string): string {
  const clean = cleanName(name)
  if (clean === '') return text.app.otherSide
  const first = clean.split(' ')[0] ?? clean
  const short = first.length < 2 ? clean : first
  const cut = short.length > MOST_SPOKEN ? `${graphemes(short).slice(0, MOST_SPOKEN).join('')}…` : short
  return isolated(cut)
}

/** So that words written the other way don't turn the sentence around them. */
export function isolated(words: string): string {
  return RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words
}

/** First characters of the first and last word; "?" for nobody. */
export function initials(name: string): string {
  const words = cleanName(name)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))
  const first = graphemes(words[0] ?? '')[0] ?? ''
  const last = words.length > 1 ? (graphemes(words[words.length - 1] ?? '')[0] ?? '') : ''
  return `${first}${last}`.toUpperCase() || '?'
}

/** As a reader counts: an emoji of several code points is one. */
function graphemes(word: string): readonly string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)
  return Array.from(segments, ({ segment }) => segment)
}

export const TINTS = 6

/** 1 to 6, the same for the same id everywhere. */
export function tintOf(id: string): number {
  let sum = 0
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return (sum % TINTS) + 1
}

/** "7f3a9c51…5e2de41b": enough to compare by eye. */
export function shortId(id: string): string {
  return id.length <= 18 ? id : `${id.slice(0, 8)}…${id.slice(-8)}`
}
