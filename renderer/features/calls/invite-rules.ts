// Decides what an invite becomes: by who calls and what the user wants of strangers, and beside the calls that are there. Pure;
// calls-invites.ts carries it out.
import { assertNever } from '../../../shared/assert-never'
import type { UnknownCallers } from '../../../shared/model/settings'
import { isOn, mayHaveMedia } from './call-machine'
import { firstCallOf, type CallState } from './call-state'

export type InviteDecision =
  | { readonly is: 'ring' }
  /** `missed`: the user is to see that somebody tried. */
  | { readonly is: 'busy'; readonly missed: boolean }
  /** A call is on: it rings quietly beside it, and answering it ends the other. */
  | { readonly is: 'wait' }
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
  /** Our own call that rings at theirs: their renderer was lost meanwhile, and so they accept it. */
  | { readonly is: 'answered'; readonly own: CallState }
  /** They would take up a call that is over here. */
  | { readonly is: 'over' }
  /** A contact calls while somebody unknown rings: that one is answered as busy, and the contact rings. */
  | { readonly is: 'displace'; readonly old: CallState }
  /** Somebody unknown, as the user wants it: kept as a missed call, and told nothing. */
  | { readonly is: 'list' }
  /** Somebody unknown, as the user wants it: declined at once. */
  | { readonly is: 'refuse' }
  /** Somebody blocked: nothing rings, is kept or is said. */
  | { readonly is: 'ignore' }

export type Standing = 'contact' | 'unknown' | 'blocked'

export interface Invited {
  readonly from: string
  readonly standing: Standing
  /** The call that it takes up. */
  readonly answers: string | null
}

export interface Beside {
  /** The one call that hasn't ended, if any. */
  readonly live: CallState | null
  /** What rings beside it already. */
  readonly waiting: CallState | null
  /** Whether that call was here once. */
  readonly isKnown: (callId: string) => boolean
  /** The user's wish for callers who aren't contacts. */
  readonly unknownCallers: UnknownCallers
}

/** Whom we called ourselves is never turned away: neither when both call at once, nor when they take our call up again. */
export function decideInvite(me: string, invited: Invited, beside: Beside): InviteDecision {
  const { from, standing } = invited
  const withThem = beside.live?.facts.person === from ? beside.live : null
  if (standing === 'blocked' && !(withThem && placedByUs(withThem))) return { is: 'ignore' }
  const decision = decideByCalls(me, invited, beside)
  if (standing !== 'unknown' || withThem || decision.is === 'over') return decision
  switch (beside.unknownCallers) {
    case 'ring':
      return decision
    case 'list':
      return { is: 'list' }
    case 'refuse':
      return { is: 'refuse' }
    default:
      return assertNever(beside.unknownCallers)
  }
}

const placedByUs = ({ facts }: CallState): boolean => firstCallOf(facts).direction === 'outgoing'

const asksFor = ({ facts, stage }: CallState): boolean =>
  facts.direction === 'outgoing' && (stage.name === 'calling' || stage.name === 'ringing')

function decideByCalls(
  me: string,
  { from, answers, standing }: Invited,
  { live, waiting, isKnown }: Beside,
): InviteDecision {
  if (live?.facts.person === from && live.facts.callId === answers) {
    if (isOn(live) || live.stage.name === 'left') return { is: 'continue', old: live }
    if (asksFor(live)) return { is: 'answered', own: live }
  } else if (answers !== null && live?.facts.callId !== answers && isKnown(answers)) return { is: 'over' }
  if (!live) return { is: 'ring' }
  return live.facts.person === from
    ? decideOfSame(me, from, live)
    : decideOfOther({ from, standing }, live, waiting)
}

function decideOfOther(
  { from, standing }: Omit<Invited, 'answers'>,
  live: CallState,
  waiting: CallState | null,
): InviteDecision {
  const strangerRings = live.facts.unknown === true && live.stage.name === 'ringing'
  if (standing === 'contact' && strangerRings) return { is: 'displace', old: live }
  return mayHaveMedia(live) ? decideWaiting(from, waiting) : { is: 'busy', missed: true }
}

/** One at a time; who calls anew takes the place of their own call before. */
function decideWaiting(from: string, waiting: CallState | null): InviteDecision {
  if (!waiting) return { is: 'wait' }
  return waiting.facts.person === from ? { is: 'replace', old: waiting } : { is: 'busy', missed: true }
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
