// Owns the sentences of banners that depend on a code. Pure.
import type { FailureCode } from '../../../shared/failure'
import type { DocumentTrouble } from '../../../shared/model/document-trouble'
import { text } from '../../../shared/text/en'
import { failureWords } from '../../../shared/text/en-codes'

const NO_ANSWER: readonly FailureCode[] = ['server-unreachable', 'server-timeout']

/** A server that is silent is named; one that refuses is quoted by its reason. */
export function waitingWords(code: FailureCode, host: string | null): string {
  const silent = NO_ANSWER.includes(code)
  return silent && host !== null ? text.banner.waiting(host) : text.banner.refused(failureWords(code))
}

export function documentWords({ document, outcome, code }: DocumentTrouble): string {
  const what = text.banner.documents[document]
  switch (outcome) {
    case 'last-good-used':
      return text.banner.lastGood(what)
    case 'defaults-used':
      return text.banner.defaults(what)
    case 'not-saved':
      return text.banner.notSaved(what, failureWords(code))
  }
}
