// Owns making text that others wrote safe to show in one line: no control characters, nothing that turns it around. Pure.

// By Unicode property, so that later versions' characters are covered too: controls, format characters (zero-width ones,
// bidi embeddings, overrides, isolates and marks), line and paragraph separators, private use, lone surrogates.
// https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
const UNSAFE = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]`
// Kept: zero-width joiners between what they join, in emoji and in Indic and Persian names; they turn nothing around.
const JOINED = String.raw`(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d](?=[\p{L}\p{Extended_Pictographic}])`
const JOINED_OR_UNSAFE = new RegExp(`(${JOINED})|${UNSAFE}`, 'gu')
/** More than a few marks on one letter climb over the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu

/** At most `maxChars` also after composing, which makes some letters two. */
export function cleanText(text: string, maxChars: number): string {
  return cut(tidied(text), maxChars)
}

function cut(text: string, chars: number): string {
  if (text.length <= chars) return text
  // Not through a pair of surrogates.
  const end = /[\ud800-\udbff]/.test(text.charAt(chars - 1)) ? chars - 1 : chars
  return text.slice(0, end).trim()
}

function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(JOINED_OR_UNSAFE, (_, joined?: string) => joined ?? ' ')
    .replace(STACKED_MARKS, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
