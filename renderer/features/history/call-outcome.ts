// Owns what a list says of one call: which way it went, and in a few words what became of it. Pure.
import type { EndReason } from '../../../shared/model/call'
import type { CallRecord } from '../../../shared/model/call-record'
import { isMissed } from '../../../shared/model/missed-calls'
import { text } from '../../../shared/text/en'
import { duration, timeOfDay } from '../../ui/format'

export type CallMark = 'missed' | 'incoming' | 'outgoing'

const words = text.people

const OUTCOMES: Readonly<Partial<Record<EndReason, string>>> = {
  'declined-by-other': words.outcomes.declined,
  'declined-by-me': words.outcomes.declined,
  busy: words.outcomes.busy,
  offline: words.outcomes.offline,
  'cancelled-by-me': words.outcomes.cancelled,
  'identity-mismatch': words.outcomes.mismatch,
}

export function markOf(record: Pick<CallRecord, 'direction' | 'reason'>): CallMark {
  return isMissed(record) ? 'missed' : record.direction
}

export function outcomeLine(record: CallRecord): string {
  const time = timeOfDay(record.startedAt)
  if (record.talkedMs > 0) return words.talked(time, duration(record.talkedMs))
  if (isMissed(record)) return words.missed(time)
  if (record.reason === 'no-answer') return words.noAnswer(time)
  return words.outcome(time, OUTCOMES[record.reason] ?? words.outcomes.failed)
}
