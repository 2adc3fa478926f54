// Owns what the picker says beside a source: whether its sound can go along, what it needs of the line.
// Pure.
import type { ShareAbilities, ShareManner } from '../../../shared/model/share'
import { pickerWords } from '../../../shared/text/en-picker'
import { neededBps, type PictureSize } from './choose-encoding'
import type { SourceKind } from './picker-list'

/**
 * Null where it can be had, else the reason. The system's sound is that of all programs, so it never goes along with one
 * window: nobody would expect to send the others.
 */
export function noSoundWhy(abilities: ShareAbilities | null, kind: SourceKind): string | null {
  const { noSound } = pickerWords
  const sound = abilities?.systemSound
  if (sound?.is === 'unavailable') return noSound[sound.why]
  return kind === 'window' ? noSound.window : null
}

/** "Needs about 1.2 Mb/s. You have about 6." */
export function needWords(
  manner: ShareManner,
  size: PictureSize | null,
  availableBps: number | null,
): string {
  const needed = neededBps(manner, size)
  const needs = pickerWords.needs(megabits(needed))
  if (availableBps === null) return needs
  const have = availableBps < needed ? pickerWords.haveLess : pickerWords.have
  return `${needs} ${have(megabits(availableBps))}`
}

/** "0.4", "1.2", "6", "24": more digits would say more than is known. */
function megabits(bps: number): string {
  const value = bps / 1_000_000
  return value < 5 ? String(Math.max(0.1, Math.round(value * 10) / 10)) : String(Math.round(value))
}
