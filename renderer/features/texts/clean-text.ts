// Owns making a text safe to show and to send: no control characters but line breaks, nothing that turns words around. Pure.
import { MAX_TEXT_CHARS } from '../../../shared/protocol/call-messages'

// As in a name (lib/clean-name.ts), by Unicode property, so that later versions' characters are covered too. Other than there,
// what is private or broken stands as a sign for itself, since a text is quoted and not called.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu
/** Emoji of several parts and Persian and Indic words are joined by these. */
const JOINED =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d](?=[\p{L}\p{Extended_Pictographic}])/gu
/** Flags of parts of a country are spelled in these after a black flag. */
const TAGGED = /\u{1f3f4}[\u{e0020}-\u{e007f}]{1,16}/gu
/** More than a few marks on one letter climb over the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu
const MANY_BREAKS = /\n{4,}/g

/** Empty where nothing is left; never longer than a message takes. */
export function cleanText(text: string): string {
  const kept = keptPlaces(text)
  const safe = text
    .replace(UNSAFE, (char, place: number) => (kept.has(place) ? char : instead(char)))
    .replace(/\r\n?/g, '\n')
    .replace(STACKED_MARKS, '$1')
    .replace(MANY_BREAKS, '\n\n\n')
    .trim()
  return cutAt(safe, MAX_TEXT_CHARS)
}

function instead(char: string): string {
  if (char === '\n' || char === '\r') return char
  if (char === '\t') return '  '
  return /[\p{Zl}\p{Zp}]/u.test(char) ? '\n' : ''
}

/** Where a character stands that only looks unsafe. */
function keptPlaces(text: string): ReadonlySet<number> {
  const places = new Set<number>()
  for (const { index } of text.matchAll(JOINED)) places.add(index)
  for (const { index, 0: flag } of text.matchAll(TAGGED)) {
    for (let at = index + 2; at < index + flag.length; at += 2) places.add(at)
  }
  return places
}

/** Not through a pair of surrogates. */
export function cutAt(text: string, chars: number): string {
  if (text.length <= chars) return text
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(chars - 1)) ? chars - 1 : chars)
}

const MOST_FIRST_CHARS = 80

/** For a note: the beginning of the first line. */
export function firstWords(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  const cut = cutAt(line, MOST_FIRST_CHARS)
  return cut.length < text.length ? `${cut.trimEnd()}…` : cut
}
