// Owns the names of the scenarios of recent calls.

export const HISTORY_NAMES = [
  'history',
  'history-new',
  'history-unseen',
  'history-odd-names',
  'history-clock',
  'history-many',
] as const

export type HistoryName = (typeof HISTORY_NAMES)[number]
