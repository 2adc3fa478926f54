// Decides the line of history that follows from a call that ended. Pure; nothing else writes history.
import type { CallRecord } from '../../../shared/model/call-record'
import type { EndReason } from '../../../shared/model/call'
import type { CallFacts } from './call-state'

export interface EndedCall {
  readonly facts: CallFacts
  /** As the other side gave it, cleaned. */
  readonly name: string
  readonly reason: EndReason
  readonly talkedMs: number
  /** Wall clock. */
  readonly startedAt: number
  readonly callBack: string | null
  /** The server that brought `callBack`; null where the user did. */
  readonly via: string | null
}

/** Null for a call that the user never saw as one. A call that goes on for another has that one's line. */
export function recordOf({ facts, ...ended }: EndedCall): CallRecord | null {
  if (ended.reason === 'merged') return null
  return {
    callId: facts.resumes?.callId ?? facts.callId,
    id: facts.person,
    name: ended.name,
    direction: facts.resumes?.direction ?? facts.direction,
    video: facts.resumes?.video ?? facts.video,
    reason: ended.reason,
    startedAt: Math.max(0, Math.round(ended.startedAt)),
    talkedMs: Math.max(0, Math.round(ended.talkedMs)),
    callBack: ended.callBack,
    ...(ended.via === null ? {} : { via: ended.via }),
  }
}
