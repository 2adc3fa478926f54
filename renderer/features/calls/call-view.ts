// Owns how a call looks to the screens: the machine's state and the session's details as one plain snapshot. Pure.
import { assertNever } from '../../../shared/assert-never'
import { firstCallOf, type CallFacts, type Resumed, type Stage } from './call-state'
import type { KnownPerson } from './call-deps'
import type { CallView, Phase } from './calls-store'

/** What the session knows beyond the machine. */
export interface CallDetails {
  /** As the other side gave it, cleaned; empty where it gave none. */
  readonly name: string
  readonly local: CallView['local']
  readonly remote: CallView['remote']
  readonly callBack: string | null
  /** URL of the picture they sent, drawn anew; null until there is one. */
  readonly picture: string | null
}

/** What the contacts say of the other side. */
export interface KnownHere {
  readonly contact: KnownPerson | null
  readonly namesake: string | null
}

export function viewOf(facts: CallFacts, stage: Stage, details: CallDetails & KnownHere): CallView {
  const { local, remote, callBack } = details
  const { direction, video } = firstCallOf(facts)
  return {
    callId: facts.callId,
    ...{ direction, video },
    person: personOf(facts, stage, details),
    phase: phaseOfFacts(facts, stage),
    local,
    remote,
    callBack,
  }
}

function personOf(facts: CallFacts, stage: Stage, details: CallDetails & KnownHere): CallView['person'] {
  const { contact, namesake, name, picture } = details
  const strangerRings = facts.unknown === true && stage.name === 'ringing'
  const shown = picture !== null && !contact?.hasPicture && !strangerRings ? { picture } : {}
  return {
    ...{ id: facts.person, name: contact?.name ?? name, isContact: contact !== null, ...shown },
    ...(contact === null && namesake !== null ? { namesake } : {}),
  }
}

function phaseOfFacts({ resumes, answers }: CallFacts, stage: Stage): Phase {
  if (resumes) return phaseOfResumed(stage, resumes)
  // It rang before; whoever answers it is getting there.
  const getsThere = answers && (stage.name === 'calling' || stage.name === 'ringing')
  return getsThere ? { name: 'connecting' } : phaseOf(stage)
}

/** Until it is connected again, it is a call that was interrupted; where it really rings, the other side knew of no such call. */
function phaseOfResumed(stage: Stage, { sinceMs, lostMs }: Resumed): Phase {
  const mending = stage.name === 'calling' || stage.name === 'connecting'
  return mending ? { name: 'reconnecting', sinceMs, lostMs } : phaseOf(stage)
}

function phaseOf(stage: Stage): Phase {
  switch (stage.name) {
    case 'calling':
    case 'connecting':
      return { name: stage.name }
    case 'ringing':
      return stage.rung ? { name: stage.name, rung: stage.rung } : { name: stage.name }
    case 'connected':
      return { name: stage.name, sinceMs: stage.sinceMs }
    case 'reconnecting':
    case 'left':
      return { name: 'reconnecting', sinceMs: stage.sinceMs, lostMs: stage.lostMs }
    case 'ended':
      return stage
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
