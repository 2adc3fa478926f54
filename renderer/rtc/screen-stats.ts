// Owns reading the screen's figures from a getStats report: what this side decodes of the other's screen, what of its own goes
// out, and what the line takes. Pure. The people's own sound and picture are read-stats.ts.
import { MEDIA_ROLES } from './call-path'
import type { StatsEntry } from './read-stats'

export interface ScreenStats {
  /** null: nothing came yet. */
  readonly received: ReceivedScreen | null
  /** null: nothing goes out. */
  readonly sent: SentScreen | null
  /** Bits a second, for all that is sent; null: not known. */
  readonly availableBps: number | null
}

/** Counters are of the connection's whole life. */
export interface ReceivedScreen {
  readonly width: number
  readonly height: number
  readonly fps: number
  readonly framesDecoded: number
  readonly freezes: number
  readonly frozenMs: number
}

/** Frames a second that the source gives, and that leave the encoder. */
export interface SentScreen {
  readonly given: number
  readonly sent: number
  /** The computer can't encode as much as it should: the source is slowed down for that, so `given` falls with `sent`. */
  readonly isBusy: boolean
}

/** The m-lines of the first offer are in the order of the roles, and an m-line's mid is its number. */
const SCREEN_MID = String(MEDIA_ROLES.indexOf('screen'))

export function readScreenStats(report: Iterable<StatsEntry>): ScreenStats {
  const entries = [...report]
  const ofScreen = (type: string): StatsEntry | undefined =>
    entries.find((entry) => entry.type === type && entry['mid'] === SCREEN_MID)
  return {
    received: receivedOf(ofScreen('inbound-rtp')),
    sent: sentOf(ofScreen('outbound-rtp'), entries),
    availableBps: availableOf(entries),
  }
}

/** Whether the last picture of the screen that left was this wide or narrower. */
export function hasSentScreenOf(report: Iterable<unknown>, width: number): boolean {
  const sent = [...report].find(isSentScreen)
  if (!sent) return false
  // Halved sizes are rounded either way.
  return number(sent, 'framesSent') > 0 && number(sent, 'frameWidth') <= width + 2
}

const isSentScreen = (entry: unknown): entry is StatsEntry =>
  typeof entry === 'object' &&
  entry !== null &&
  Reflect.get(entry, 'type') === 'outbound-rtp' &&
  Reflect.get(entry, 'mid') === SCREEN_MID

function receivedOf(entry: StatsEntry | undefined): ReceivedScreen | null {
  const framesDecoded = number(entry, 'framesDecoded')
  if (framesDecoded === 0) return null
  return {
    width: number(entry, 'frameWidth'),
    height: number(entry, 'frameHeight'),
    fps: number(entry, 'framesPerSecond'),
    framesDecoded,
    freezes: number(entry, 'freezeCount'),
    frozenMs: number(entry, 'totalFreezesDuration') * 1000,
  }
}

function sentOf(entry: StatsEntry | undefined, entries: readonly StatsEntry[]): SentScreen | null {
  const sourceId = entry?.['mediaSourceId']
  const source = entries.find(({ id, type }) => type === 'media-source' && id === sourceId)
  if (!source) return null
  return {
    given: number(source, 'framesPerSecond'),
    sent: number(entry, 'framesPerSecond'),
    isBusy: entry?.['qualityLimitationReason'] === 'cpu',
  }
}

function availableOf(entries: readonly StatsEntry[]): number | null {
  const transport = entries.find(({ type }) => type === 'transport')
  const pair = entries.find(({ id }) => id === transport?.['selectedCandidatePairId'])
  return number(pair, 'availableOutgoingBitrate') || null
}

function number(entry: StatsEntry | undefined, member: string): number {
  const value = entry?.[member]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
