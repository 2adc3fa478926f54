// Owns the document of recent calls: newest first, bounded, one line per call.
import { ok, type Result } from '../../shared/result'
import { MAX_RECORDS, type CallRecord, type History } from '../../shared/model/call-record'
import type { StoredDocument } from './stored-document'

export interface HistoryKeeper {
  read(): History
  /** The same call told twice (a renderer that came back) replaces its line; the oldest lines fall out. */
  add(record: CallRecord): Promise<Result<History>>
}

export function createHistoryKeeper(
  document: StoredDocument<History>,
  changed: (history: History) => void,
): HistoryKeeper {
  return {
    read: () => document.read(),
    async add(record) {
      const others = document.read().records.filter((one) => one.callId !== record.callId)
      const history: History = { v: 1, records: [record, ...others].slice(0, MAX_RECORDS) }
      const written = document.replace(history)
      changed(history)
      await written
      return ok(history)
    },
  }
}
