// Decides what an invite becomes beside the calls that are there. Pure; calls-machine.ts carries it out.
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

/** `live` is the one call that hasn't ended, if any. */
export function decideInvite(me: string, from: string, live: CallState | null): InviteDecision {
  if (!live) return { is: 'ring' }
  if (live.facts.person !== from) return { is: 'busy', missed: true }
  switch (live.stage.name) {
    case 'calling':
    case 'ringing':
      if (live.facts.direction === 'incoming') return { is: 'replace', old: live }
      return me < from ? { is: 'hold' } : { is: 'merge', own: live }
    case 'reconnecting':
      return { is: 'replace', old: live }
    case 'connecting':
    case 'connected':
      // Their half of two calls to each other, late; nothing was missed.
      return { is: 'busy', missed: false }
    case 'ended':
      return { is: 'ring' }
  }
}
