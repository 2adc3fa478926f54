// Owns what each change makes of the document of recent calls, the same in main and for a guest. Pure.
import { fail, ok, type Result } from '../result'
import { MAX_RECORDS, type CallRecord, type NewCallRecord, type History } from './call-record'

export type HistoryChange = (now: History) => Result<History>

/** The same call told twice (a renderer that came back) keeps its place; the oldest lines fall out. */
export function addCall(call: NewCallRecord): HistoryChange {
  return (now) => {
    const known = now.records.find((record) => record.callId === call.callId)
    if (known) {
      const records = now.records.map((record) => (record === known ? { ...call, n: known.n } : record))
      return ok({ ...now, records })
    }
    const records = [{ ...call, n: now.next }, ...now.records].slice(0, MAX_RECORDS)
    return ok({ ...now, next: now.next + 1, records })
  }
}

export function removeCalls(numbers: readonly number[]): HistoryChange {
  const gone = new Set(numbers)
  return (now) => {
    const records = now.records.filter(({ n }) => !gone.has(n))
    return records.length === now.records.length ? fail('not-found') : ok({ ...now, records })
  }
}

/** Undoes removing: each at its old place. What came meanwhile stays, and if there are too many the oldest fall out. */
export function putBackCalls(removed: readonly CallRecord[]): HistoryChange {
  return (now) => {
    const byNumber = new Map(now.records.map((record) => [record.n, record]))
    for (const record of removed) if (record.n < now.next) byNumber.set(record.n, record)
    const records = [...byNumber.values()].sort((a, b) => b.n - a.n).slice(0, MAX_RECORDS)
    return ok({ ...now, records })
  }
}

/** `below` is the number after the newest call that was shown. */
export function seeCalls(below: number): HistoryChange {
  return (now) => ok({ ...now, seenBelow: Math.max(now.seenBelow, Math.min(below, now.next)) })
}
