// Owns choosing the line that a start from a terminal says, from what it was asked for. The words are desktop-en.ts.
import type { Verb, VerbName } from '../model/verbs'
import { desktopEn } from './desktop-en'

const { terminal } = desktopEn

/** In one line. Plain starts are told how to have a second person. */
export function handedOverWords(verbs: readonly Verb[]): string {
  if (verbs.length === 0) return terminal.nothingToDo
  const [first, ...others] = verbs
  if (first?.verb === 'open' && others.length === 0) return terminal.runsAlready
  const asked = verbs.flatMap(({ verb }) => (isSaid(verb) ? [terminal.asked[verb]] : []))
  return terminal.handedOver(asked.join(', '))
}

const isSaid = (verb: VerbName): verb is keyof typeof terminal.asked => Object.hasOwn(terminal.asked, verb)

export type ComplaintNamed =
  | { readonly is: Exclude<keyof typeof terminal.complaint, 'takes-no-value'> }
  | { readonly is: 'takes-no-value'; readonly word: string }

export const complaintWords = (complaint: ComplaintNamed): string =>
  complaint.is === 'takes-no-value'
    ? terminal.complaint['takes-no-value'](complaint.word)
    : terminal.complaint[complaint.is]
