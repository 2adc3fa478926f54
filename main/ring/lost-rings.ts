// Owns what becomes of a call whose page was lost while it rang: how the next page gets it, and its line of history where none
// came. Pure.
import type { NewCallRecord } from '../../shared/model/call-record'
import type { KeptRing } from '../../shared/model/kept-ring'
import { RING_MS } from '../../shared/protocol/limits'
import { ACCEPT_WAITS_MS, isLost, type RingEntry, type RingStage } from './ring-entry'

/** Of a call's messages, by one page: far more than it says in the 45 s that a call rings. */
const SEQS_OF_A_PAGE = 1_000

/** For the next page. */
export const keptRings = (entries: readonly RingEntry[], atMs: number): readonly KeptRing[] =>
  entries.flatMap((entry) => {
    const { ring, origin, untilMs, losses, stage } = entry
    if (!origin || !isLost(entry)) return []
    // One that is answered isn't to run out before the page is asked for that.
    const msLeft = stage.is === 'lost-over' ? 0 : Math.max(ACCEPT_WAITS_MS, Math.ceil(untilMs - atMs))
    return [{ ring, origin, msLeft: Math.min(RING_MS, msLeft), afterSeq: losses * SEQS_OF_A_PAGE }]
  })

/** Null where a page has it, or it has its line already. */
export function lostRecord({ ring, origin, stage }: RingEntry): NewCallRecord | null {
  const reason = reasonOf(stage)
  if (!origin || !reason) return null
  const { name, callBack, via, startedAt } = origin
  const { callId, person, video } = ring
  return {
    ...{
      callId,
      id: person.id,
      name,
      direction: 'incoming',
      video,
      reason,
      startedAt,
      talkedMs: 0,
      callBack,
    },
    ...(via === null ? {} : { via }),
  }
}

function reasonOf(stage: RingStage): NewCallRecord['reason'] | null {
  if (stage.is === 'lost') return 'missed'
  if (stage.is !== 'lost-answered') return null
  return stage.answer.verb === 'accept' ? 'answered-too-late' : 'declined-by-me'
}
