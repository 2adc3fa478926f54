// Decides what is wrong with a connection and whose side it is on, from what both sides measure. Pure. A side is named only on
// evidence of that side alone: its own server's echoes come late, or its own computer says that it is busy. Both sides late may
// be the server; both lines well, and known to be, leaves the way between.

/** What one side knows of its own line. */
export interface LineFigures {
  /** How late its home server's echoes come beyond the quickest one; null: not known, or the server says nothing of the line. */
  readonly lateMs: number | null
  /** How many echoes that is from. */
  readonly beats: number
  /** What it receives. */
  readonly lossPct: number | null
  readonly jitterMs: number | null
  /** Its computer is too busy for the picture that it should send. */
  readonly busy: boolean
}

export interface CallFigures {
  readonly mine: LineFigures
  /** Null where the other side says nothing, as an older one. */
  readonly theirs: LineFigures | null
  readonly rttMs: number | null
  /** Of what this side sends, as the other side's receiver reports it. */
  readonly sentLossPct: number | null
  readonly route: 'direct' | 'relayed' | null
}

export const DIAGNOSES = [
  'my-upload',
  'my-download',
  'my-line',
  'my-computer',
  'their-upload',
  'their-download',
  'their-line',
  'their-computer',
  'between',
  'relayed',
  'unknown',
] as const
export type Diagnosis = (typeof DIAGNOSES)[number]

// As `weak` in call-quality.ts: below, nobody notices.
const LOSSY_PCT = 3
const JITTERY_MS = 40
const SLOW_MS = 300
/** A lost packet costs TCP at least 200 ms, and so does a queue that voices stumble over. */
const LATE_MS = 200
/** Fewer echoes in time may be luck. */
const ENOUGH_BEATS = 4

type Trouble = 'out' | 'in' | 'both'

/** Null: nothing is wrong that anybody would notice. */
export function chooseDiagnosis(figures: CallFigures): Diagnosis | null {
  const { mine, theirs } = figures
  const trouble = troubleOf(figures)
  const [mineLate, theirsLate] = [isLate(mine), theirs !== null && isLate(theirs)]
  if (trouble !== null && mineLate !== theirsLate) return lineOf(mineLate, trouble)
  if (mine.busy) return 'my-computer'
  if (theirs?.busy) return 'their-computer'
  if (trouble === null) return null
  if (!isWell(mine) || theirs === null || !isWell(theirs)) return 'unknown'
  return figures.route === 'relayed' ? 'relayed' : 'between'
}

const isLate = ({ lateMs }: LineFigures): boolean => lateMs !== null && lateMs > LATE_MS
const isWell = ({ lateMs, beats }: LineFigures): boolean =>
  lateMs !== null && lateMs <= LATE_MS && beats >= ENOUGH_BEATS

function troubleOf({ mine, theirs, rttMs, sentLossPct }: CallFigures): Trouble | null {
  const comesIn = isTroubled(mine)
  const goesOut = (theirs !== null && isTroubled(theirs)) || (sentLossPct ?? 0) > LOSSY_PCT
  if (comesIn && goesOut) return 'both'
  if (comesIn || goesOut) return comesIn ? 'in' : 'out'
  return (rttMs ?? 0) > SLOW_MS ? 'both' : null
}

const isTroubled = ({ lossPct, jitterMs }: Pick<LineFigures, 'lossPct' | 'jitterMs'>): boolean =>
  (lossPct ?? 0) > LOSSY_PCT || (jitterMs ?? 0) > JITTERY_MS

/** What goes out is our upload and their download. */
function lineOf(mine: boolean, trouble: Trouble): Diagnosis {
  if (trouble === 'both') return mine ? 'my-line' : 'their-line'
  if (trouble === 'out') return mine ? 'my-upload' : 'their-download'
  return mine ? 'my-download' : 'their-upload'
}
