// Owns when two names are the same to the eye: case, accents, width, what can't be seen, and letters of other scripts that
// look like Latin ones don't tell two people apart. Pure.
import { cleanName } from './clean-name'

// The letters that are drawn like a Latin one in common fonts, from the Unicode confusables of Cyrillic, Greek, Armenian and
// Latin itself, after case and width. https://www.unicode.org/Public/security/latest/confusables.txt
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    ѕ: 's',
    і: 'i',
    ј: 'j',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
  },
  ...{ һ: 'h', в: 'b', к: 'k', м: 'm', н: 'h', т: 't', ь: 'b', п: 'n', г: 'r', ӏ: 'l' },
  ...{
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'u',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
  },
  ...{ ϲ: 'c', ϳ: 'j', ω: 'w', ζ: 'z', օ: 'o', ս: 'u', հ: 'h', ց: 'g', ո: 'n', զ: 'q', ա: 'w' },
  ...{ ı: 'i', ɑ: 'a', ɡ: 'g', ʏ: 'y', ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe' },
  ...{ '0': 'o', '1': 'l', '|': 'l' },
}

/** To be compared, never shown. Empty for a name that nothing is left of. */
export function foldedName(name: string): string {
  // What can't be seen first: cleaned, it would leave a space.
  const plain = cleanName(name.replace(/\p{Cf}/gu, ''))
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}]/gu, '')
    .toLowerCase()
  // `I` and `l` are one stroke in many fonts, and a lower-cased `I` an `i`.
  const seen = Array.from(plain, (letter) => LOOK_ALIKES[letter] ?? letter)
  return seen.join('').replace(/[il]/g, 'i').replace(/\s+/g, ' ').trim()
}
