// Owns a share whose window was closed: how long it waits for another one of the same program, and what of that is offered.
// Pure.
import type { SourceFacts } from '../../../shared/model/share'
import type { Live, Lost, Moment } from './share-state'

/** A program that only opens its window again does it within seconds; an editor that is started anew needs a good part of this. */
const WAIT_MS = 60_000
/** Enough to read the question, also where it comes late. */
const OFFER_MS = 30_000
/** A program that opens windows again and again doesn't keep a share that nobody goes on with. */
const MOST_MS = 120_000
/** Nobody reads a title and presses faster. */
const READ_MS = 700

export function lostShare(
  { epoch, source, sound, sinceMs, startedAt }: Live,
  successor: SourceFacts['successor'],
  { nowMs }: Moment,
): Lost {
  return {
    ...{ is: 'lost', epoch, source, sound, sinceMs, startedAt, successor, attempt: null },
    ...{ lostMs: nowMs, untilMs: nowMs + WAIT_MS, settledMs: nowMs },
  }
}

export function withSuccessor(lost: Lost, successor: SourceFacts['successor'], moment: Moment): Lost {
  // The one whose capture is on its way is named until that came to something.
  if (lost.attempt !== null) return lost
  const before = lost.successor
  const isNew = successor !== null && successor.id !== before?.id
  const settledMs = isNew && before !== null ? moment.nowMs + READ_MS : lost.settledMs
  return { ...lost, successor, settledMs, untilMs: isNew ? longer(lost, moment) : lost.untilMs }
}

/** What was pressed came to nothing. */
export function withoutSuccessor(lost: Lost, moment: Moment): Lost {
  return { ...lost, successor: null, attempt: null, untilMs: longer(lost, moment) }
}

export const mayGoOn = ({ successor, attempt, settledMs }: Lost, { nowMs }: Moment): boolean =>
  successor !== null && attempt === null && nowMs >= settledMs

const longer = ({ lostMs, untilMs }: Lost, { nowMs }: Moment): number =>
  Math.max(untilMs, Math.min(nowMs + OFFER_MS, lostMs + MOST_MS))
