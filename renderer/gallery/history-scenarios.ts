// Owns the scenarios of recent calls: told together, new, with names that are hard to show, after a clock was set back, many.
import type { HistoryName } from './history-names'
import {
  BEN,
  CHIDI,
  CONTACTS,
  DALIA,
  EMOJI,
  HUNDRED,
  LONG,
  RIGHT_TO_LEFT,
  STRANGER,
} from './people-in-pictures'
import { DAY, MINUTE, manyContacts, manyRecords, missed, recordsOf } from './many-people'
import { home, type Scenario } from './scenario-parts'

const SEVERAL = recordsOf([
  [DALIA, 20 * MINUTE, missed],
  [DALIA, 26 * MINUTE, missed],
  [DALIA, 31 * MINUTE, { ...missed, video: false }],
  [BEN, 95 * MINUTE, { talkedMs: 48 * MINUTE, quality: 'good' }],
  [
    CHIDI,
    4 * 60 * MINUTE,
    { direction: 'incoming', talkedMs: 6 * MINUTE, quality: 'weak', name: 'chidi_eze_92' },
  ],
  [LONG, DAY, { direction: 'incoming', reason: 'connection-lost', talkedMs: 72 * MINUTE, quality: 'poor' }],
  [BEN, DAY + 70 * MINUTE, { reason: 'no-answer' }],
  [BEN, DAY + 72 * MINUTE, { reason: 'busy' }],
  [STRANGER, DAY + 200 * MINUTE, missed],
  [{ id: '8'.repeat(32), name: 'Office door' }, 12 * DAY, { ...missed, callBack: null }],
])

const ODD = recordsOf([
  [HUNDRED, 10 * MINUTE, missed],
  [HUNDRED, 11 * MINUTE, missed],
  [RIGHT_TO_LEFT, 20 * MINUTE, { direction: 'incoming', talkedMs: MINUTE, quality: 'good' }],
  [EMOJI, 30 * MINUTE, { reason: 'identity-mismatch' }],
  [LONG, 40 * MINUTE, { reason: 'could-not-connect' }],
])

const YEARS = 3_652 * DAY
const CLOCK = recordsOf([
  [BEN, 20 * MINUTE, { talkedMs: 5 * MINUTE }],
  [CHIDI, YEARS, { direction: 'incoming', talkedMs: MINUTE }],
  [DALIA, YEARS + 5 * MINUTE, missed],
  [BEN, 60 * MINUTE],
  [DALIA, DAY, missed],
])

export function historyScenarios(): Readonly<Record<HistoryName, Scenario>> {
  const contacts = manyContacts(2_000)
  return {
    history: home({ people: { records: SEVERAL } }),
    'history-new': home({ people: { records: SEVERAL, seenBelow: 8 } }),
    // Nothing says that they were seen, as while another window has the focus.
    'history-unseen': home({ people: { records: SEVERAL, seenBelow: 8 }, refuses: 'history.see' }),
    'history-odd-names': home({ people: { contacts: CONTACTS, records: ODD } }),
    'history-clock': home({ people: { records: CLOCK } }),
    'history-many': home({ people: { contacts, records: manyRecords(5_000, contacts) } }),
  }
}
