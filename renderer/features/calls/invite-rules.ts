// Decides what an invite becomes beside the calls that are there. Pure; calls-machine.ts carries it out.
import { isOn } from './call-machine'
import type { CallState } from './call-state'

export type InviteDecision =
  | { readonly is: 'ring' }
  /** `missed`: the user is to see that somebody tried. */
  | { readonly is: 'busy'; readonly missed: boolean }
  /** Both call each other and ours goes on: keep theirs unanswered, in case ours fails. */
  | { readonly is: 'hold' }
  /** Both call each other and theirs goes on: ours ends silently, theirs is accepted as the user chose. */
  | { readonly is: 'merge'; readonly own: CallState }
  /** The same person calls anew, so the call we know of is over on their side. */
  | { readonly is: 'replace'; readonly old: CallState }
  /**
   * The same person calls anew in a call that seems to be on. If their app died, its connection is dead too, which the pings
   * show within seconds: then it rings. A call that lives isn't ended by an invite, which a server may have held back.
   */
  | { readonly is: 'doubt' }
  /** Their renderer was lost, and its new one takes the call up: the same media, without ringing. */
  | { readonly is: 'continue'; readonly old: CallState }
  /** They would take up a call that is over here. */
  | { readonly is: 'over' }

export interface Invited {
  readonly from: string
  /** The call that it takes up. */
  readonly answers: string | null
}

export interface Beside {
  /** The one call that hasn't ended, if any. */
  readonly live: CallState | null
  /** Whether that call was here once. */
  readonly isKnown: (callId: string) => boolean
}

export function decideInvite(
  me: string,
  { from, answers }: Invited,
  { live, isKnown }: Beside,
): InviteDecision {
  if (live?.facts.person === from && live.facts.callId === answers) {
    if (isOn(live) || live.stage.name === 'left') return { is: 'continue', old: live }
  } else if (answers !== null && live?.facts.callId !== answers && isKnown(answers)) return { is: 'over' }
  if (!live) return { is: 'ring' }
  if (live.facts.person !== from) return { is: 'busy', missed: true }
  return decideOfSame(me, from, live)
}

function decideOfSame(me: string, from: string, live: CallState): InviteDecision {
  const incoming = live.facts.direction === 'incoming'
  switch (live.stage.name) {
    case 'calling':
    case 'ringing':
      if (incoming) return { is: 'replace', old: live }
      return me < from ? { is: 'hold' } : { is: 'merge', own: live }
    case 'connecting':
      // Beside our own call it is their half of two calls to each other, late; nothing was missed.
      return incoming ? { is: 'replace', old: live } : { is: 'busy', missed: false }
    case 'connected':
      return { is: 'doubt' }
    case 'reconnecting':
    case 'left':
      return { is: 'replace', old: live }
    case 'ended':
      return { is: 'ring' }
  }
}
