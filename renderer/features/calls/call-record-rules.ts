// Decides the line of history that follows from a call that ended. Pure; nothing else writes history.
import type { NewCallRecord } from '../../../shared/model/call-record'
import type { EndReason } from '../../../shared/model/call'
import { firstCallOf, type CallFacts } from './call-state'

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
  /** How its connection was; null where nothing was measured. */
  readonly quality: NewCallRecord['quality'] | null
}

/** Null for a call that the user never saw as one. A call that goes on for another has that one's line. */
export function recordOf({ facts, ...ended }: EndedCall): NewCallRecord | null {
  if (ended.reason === 'merged') return null
  const { callId, direction, video } = firstCallOf(facts)
  return {
    ...{ callId, id: facts.person, name: ended.name, direction, video },
    reason: ended.reason,
    startedAt: Math.max(0, Math.round(ended.startedAt)),
    talkedMs: Math.max(0, Math.round(ended.talkedMs)),
    callBack: ended.callBack,
    ...(ended.via === null ? {} : { via: ended.via }),
    ...(ended.quality && ended.talkedMs > 0 ? { quality: ended.quality } : {}),
  }
}
