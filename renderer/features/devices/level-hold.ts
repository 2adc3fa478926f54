// Owns what a level meter shows between two readings: the highest level stays a moment, and so does having been cut off. Pure.

export interface Reading {
  /** As ears hear it, 0 to 1. */
  readonly level: number
  /** The largest sample, 0 to 1. */
  readonly peak: number
}

export interface HeldLevel {
  readonly level: number
  /** Never below `level`. */
  readonly held: number
  readonly heldAtMs: number
  /** -Infinity: never. */
  readonly clippedAtMs: number
  /** Anything louder than a room was heard. */
  readonly heard: boolean
}

export type LevelWord = 'none' | 'quiet' | 'good' | 'clips'

const HOLD_MS = 1_500
const FALL_PER_S = 0.4
/** Converters cut off a little below full scale. */
const CLIPS = 0.985
const SAID_MS = 2_000
/** −48 and −35 dB: a quiet room, and speech from an arm's length. */
const ROOM = 0.24
const SPEECH = 0.5

export const SILENCE: HeldLevel = {
  level: 0,
  held: 0,
  heldAtMs: -Infinity,
  clippedAtMs: -Infinity,
  heard: false,
}

export function holdLevel(before: HeldLevel, { level, peak }: Reading, nowMs: number): HeldLevel {
  const common = {
    level,
    clippedAtMs: peak >= CLIPS ? nowMs : before.clippedAtMs,
    heard: before.heard || level >= ROOM,
  }
  const falling = before.held - Math.max(0, (nowMs - before.heldAtMs - HOLD_MS) / 1000) * FALL_PER_S
  // heldAtMs stays where it falls, so that it goes on falling from there.
  return level >= falling
    ? { ...common, held: level, heldAtMs: nowMs }
    : { ...common, held: before.held, heldAtMs: before.heldAtMs }
}

/** Where the mark of the highest level stands now. */
export function heldMark({ level, held, heldAtMs }: HeldLevel, nowMs: number): number {
  return Math.max(level, held - Math.max(0, (nowMs - heldAtMs - HOLD_MS) / 1000) * FALL_PER_S)
}

export const isClipping = ({ clippedAtMs }: HeldLevel, nowMs: number): boolean =>
  nowMs - clippedAtMs < SAID_MS

/** Said of the last moments, so that it doesn't change with every syllable. */
export function levelWord(held: HeldLevel, nowMs: number): LevelWord {
  if (isClipping(held, nowMs)) return 'clips'
  if (!held.heard) return 'none'
  return heldMark(held, nowMs) >= SPEECH ? 'good' : 'quiet'
}
