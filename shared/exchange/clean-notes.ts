// Owns making notes from a file safe to show: their lines stay, nothing invisible and nothing that turns words around does. Pure.

const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu
/** Emoji of several parts and Persian and Indic words are joined by these. */
const JOINED =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d](?=[\p{L}\p{Extended_Pictographic}])/gu
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu

export function cleanNotes(notes: string, maxChars: number): string {
  const lines = notes.replace(/\r\n?/g, '\n')
  const joined = new Set(Array.from(lines.matchAll(JOINED), ({ index }) => index))
  const clean = lines
    .replace(UNSAFE, (char, at: number) => (char === '\n' || char === '\t' || joined.has(at) ? char : ''))
    .replace(/[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(STACKED_MARKS, '$1')
    .trim()
  return cut(clean, maxChars)
}

/** Not through a pair of surrogates. */
function cut(text: string, chars: number): string {
  if (text.length <= chars) return text
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(chars - 1)) ? chars - 1 : chars)
}
