// Owns how a call looks to the screens: the machine's state and the session's details as one plain snapshot. Pure.
import { assertNever } from '../../../shared/assert-never'
import type { Stage } from './call-state'
import type { CallFacts, Resumed } from './call-state'
import type { CallView, Phase } from './calls-store'

/** What the session knows beyond the machine. */
export interface CallDetails {
  /** As the other side gave it, cleaned; empty where it gave none. */
  readonly name: string
  readonly local: CallView['local']
  readonly remote: CallView['remote']
  readonly callBack: string | null
}

export function viewOf(
  facts: CallFacts,
  stage: Stage,
  details: CallDetails & { readonly contactName: string | null },
): CallView {
  const { contactName, name, local, remote, callBack } = details
  return {
    callId: facts.callId,
    direction: facts.resumes?.direction ?? facts.direction,
    person: { id: facts.person, name: contactName ?? name, isContact: contactName !== null },
    video: facts.resumes?.video ?? facts.video,
    phase: facts.resumes ? phaseOfResumed(stage, facts.resumes) : phaseOf(stage),
    local,
    remote,
    callBack,
  }
}

/** Until it is connected again, it is a call that was interrupted; where it really rings, the other side knew of no such call. */
function phaseOfResumed(stage: Stage, { sinceMs, lostMs }: Resumed): Phase {
  const mending = stage.name === 'calling' || stage.name === 'connecting'
  return mending ? { name: 'reconnecting', sinceMs, lostMs } : phaseOf(stage)
}

function phaseOf(stage: Stage): Phase {
  switch (stage.name) {
    case 'calling':
    case 'ringing':
    case 'connecting':
      return { name: stage.name }
    case 'connected':
      return { name: stage.name, sinceMs: stage.sinceMs }
    case 'reconnecting':
    case 'left':
      return { name: 'reconnecting', sinceMs: stage.sinceMs, lostMs: stage.lostMs }
    case 'ended':
      return { name: stage.name, reason: stage.reason, talkedMs: stage.talkedMs }
    default:
      return assertNever(stage)
  }
}

/** Screens compare by identity, so an unchanged call keeps its object. */
export function keepUnchanged(before: readonly CallView[], after: readonly CallView[]): readonly CallView[] {
  const kept = after.map((view) => {
    const old = before.find(({ callId }) => callId === view.callId)
    return old && JSON.stringify(old) === JSON.stringify(view) ? old : view
  })
  return kept.length === before.length && kept.every((view, i) => view === before[i]) ? before : kept
}
