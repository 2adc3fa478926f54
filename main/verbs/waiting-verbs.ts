// Owns what is asked of Parley before all of it is there: it waits, and is done in the order in which it was asked.
import type { Verb } from '../../shared/model/verbs'

export interface WaitingVerbs {
  readonly ask: (verbs: readonly Verb[]) => void
  /** From now on at once. */
  begin(doVerb: (verb: Verb) => void): void
}

export function createWaitingVerbs(): WaitingVerbs {
  const waiting: Verb[] = []
  let act = (verb: Verb): void => void waiting.push(verb)
  return {
    ask: (verbs) => verbs.forEach((verb) => act(verb)),
    begin(doVerb) {
      act = doVerb
      waiting.splice(0).forEach(doVerb)
    },
  }
}
