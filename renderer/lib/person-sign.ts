// Owns what stands for a person who has no picture: initials from the name, and a tint that goes with the id. Pure.
import { cleanName } from './clean-name'
import { graphemes } from './spoken-name'

/** First characters of the first and last word; "?" for nobody. */
export function initials(name: string): string {
  const words = cleanName(name)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))
  const first = graphemes(words[0] ?? '')[0] ?? ''
  const last = words.length > 1 ? (graphemes(words[words.length - 1] ?? '')[0] ?? '') : ''
  return `${first}${last}`.toUpperCase() || '?'
}

export const TINTS = 6

/** 1 to 6, the same for the same id everywhere. */
export function tintOf(id: string): number {
  let sum = 0
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return (sum % TINTS) + 1
}
