// Owns telling how long a passphrase would stand against somebody who has the file. An estimate on the low side: words count
// as words and not as letters, what repeats or counts up nearly nothing. Pure.

export type Strength = 'weak' | 'fair' | 'good' | 'strong'

/** About a million guesses a second against our key derivation (2^20), for hours, years, and longer than that. */
const BITS: readonly (readonly [number, Strength])[] = [
  [60, 'strong'],
  [48, 'good'],
  [35, 'fair'],
]

/** One of about 4 000 words. */
const WORD_BITS = 12
const LETTER_BITS = 4.7
const DIGIT_BITS = 3.3
const SIGN_BITS = 5
const CAPITAL_BITS = 1
const REPEATED_BITS = 0.1
const COMMON = /pass(?:word|wort|phrase)|qwert[yz]\w*|asdf\w*|letmein|iloveyou|welcome|parley|admin|secret/giu

export function passphraseStrength(passphrase: string): Strength {
  const bits = passphraseBits(passphrase)
  return BITS.find(([least]) => bits >= least)?.[1] ?? 'weak'
}

export function passphraseBits(passphrase: string): number {
  const parts =
    passphrase
      .normalize('NFKC')
      .replace(COMMON, ' ')
      .match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? []
  const seen = new Set<string>()
  let bits = 0
  for (const part of parts) {
    const known = part.toLowerCase()
    bits += seen.has(known) ? REPEATED_BITS : partBits(part)
    seen.add(known)
  }
  return bits
}

function partBits(part: string): number {
  const chars = Array.from(part)
  const fresh = chars.filter((char, at) => !follows(chars[at - 1], char)).length
  const repeated = (chars.length - fresh) * REPEATED_BITS
  if (/^\p{N}/u.test(part)) return fresh * DIGIT_BITS + repeated
  if (!/^\p{L}/u.test(part)) return fresh * SIGN_BITS + repeated
  const asLetters = fresh * LETTER_BITS
  // A longer word is a rarer one, or two.
  const asWords = WORD_BITS + Math.max(0, fresh - 8) * 2
  const inside = /\p{Lu}/u.test(chars.slice(1).join('')) ? CAPITAL_BITS * 2 : 0
  return Math.min(asLetters, asWords + inside) + repeated
}

/** The same again, or the next or last one in the alphabet or in numbers. */
function follows(before: string | undefined, char: string): boolean {
  if (before === undefined) return false
  return Math.abs((char.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1
}
