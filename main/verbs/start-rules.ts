// Owns what a start does that finds Parley running, or not. Pure.
import type { Verb, VerbName } from '../../shared/model/verbs'

export type Start = { readonly hidden: boolean; readonly verbs: readonly Verb[] }

/** Without a call there is nothing to do, and nobody who types one of these wants a window. */
const OF_A_RUNNING: ReadonlySet<VerbName> = new Set(['accept', 'decline', 'mute', 'unmute', 'hang-up'])

export const needsRunning = ({ verbs }: Start): boolean => verbs.some(({ verb }) => OF_A_RUNNING.has(verb))

/** Starting again without a word brings the window; at login it runs already, so all is well. */
export function verbsToHandOver({ hidden, verbs }: Start): readonly Verb[] {
  return verbs.length > 0 || hidden ? verbs : [{ verb: 'open' }]
}

/** Somebody who is offered a link, or asks for the window, must see it. */
export const startsHidden = ({ hidden, verbs }: Start): boolean => hidden && verbs.length === 0
