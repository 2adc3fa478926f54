// Owns what a sentence says for a number: which form of its words, and how the number is written. Rules are the CLDR's, by
// make-plural, whose types name the forms that a language has: a sentence that lacks one doesn't compile.
import { en } from 'make-plural/cardinals'

const nb = '\u00a0'

/** One sentence for each form; each gets the number as it is written. */
export type Forms<Form extends string> = Readonly<Record<Form, (written: string) => string>>

/** For the table of one language: its CLDR rule, and its locale as Intl has it. */
export function pluralsOf<Form extends string>(rule: (n: number) => Form, locale: string) {
  return (forms: Forms<Form>) =>
    (n: number): string =>
      forms[rule(n)](written(n, locale))
}

/** "1,204" */
function written(n: number, locale: string): string {
  // The word tables are read before a page is drawn; formats are made where a number is.
  return new Intl.NumberFormat(locale).format(n)
}

/** For the English tables: `counted({ one: …, other: … })(3)`. */
export const counted = pluralsOf(en, 'en')

/** "1 window", "3 windows"; the number stays with its noun. */
export function countedNoun(one: string, other: string): (n: number) => string {
  return counted({ one: (n) => `${n}${nb}${one}`, other: (n) => `${n}${nb}${other}` })
}
