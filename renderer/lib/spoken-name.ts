// Owns a name inside a sentence: short, and unable to turn the words around it. Pure.
import { cleanName } from './clean-name'
import { once } from './once'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Longer ones would push the rest of a sentence off its line. */
const MOST_SPOKEN = 24

/** The first word, and isolated where it is written the other way; `nobody` where there is no name. */
export function spokenOr(name: string, nobody: string): string {
  const clean = cleanName(name)
  if (clean === '') return nobody
  const first = clean.split(' ')[0] ?? clean
  const short = first.length < 2 ? clean : first
  const cut = short.length > MOST_SPOKEN ? `${graphemes(short).slice(0, MOST_SPOKEN).join('')}…` : short
  return isolated(cut)
}

/** So that words written the other way don't turn the sentence around them. */
export function isolated(words: string): string {
  return RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words
}

const SEGMENTER = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }))

/** As a reader counts: an emoji of several code points is one. */
export function graphemes(word: string): readonly string[] {
  return Array.from(SEGMENTER().segment(word), ({ segment }) => segment)
}
