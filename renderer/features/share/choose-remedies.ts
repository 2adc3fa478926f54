// Owns what is wrong with what a viewer sees of a share, and what one press would do about it. Pure. Its words are
// presenting-words.ts.
import type { ResolutionLimit, ShareManner } from '../../../shared/model/share'
import { isRealPicture } from '../../rtc/real-picture'
import type { PictureSize } from './choose-encoding'
import type { Remedy, SeenByViewer, Trouble } from './share-store'

/** How many frames a second the source gives, and how many of them the encoder sends. */
export interface SentFrames {
  readonly given: number
  readonly sent: number
  /** The source is slowed down because the computer can't encode more. */
  readonly isBusy?: boolean
}

export interface SharedAndSeen {
  readonly kind: 'screen' | 'window'
  readonly manner: ShareManner
  /** As it is sent; null: not known. */
  readonly size: PictureSize | null
  readonly seen: SeenByViewer | null
  /** For how long it stood at the viewer, of the last seconds. */
  readonly stoodMs: number
  /** null: not known. */
  readonly frames: SentFrames | null
  /** How many looks in a row nothing left the encoder. */
  readonly stuckLooks: number
}

/** An encoder that gives nothing for so many looks has failed; at the start one may find it idle. */
const STUCK_LOOKS = 3
/** Below this part of the width letters lose their edges. */
const SHARP_PART = 0.9
/** Of the frames that the source gives; a still window gives few, and then nothing is slow. */
const FLUENT_PART = 0.4
const GIVEN_ENOUGH = 5
const STOOD_MS = 1_500
/** A whole screen of this many pixels may well be more than its one window. */
const LARGE_SCREEN = 1_920 * 1_080
const LOWEST_PIXELS = 1_280 * 720

/** Below this a picture that moves looks like a row of stills. */
const FEW_FPS = 3

/** Null: nothing. */
export function troubleOf(what: SharedAndSeen): Trouble | null {
  const { size, seen, stuckLooks } = what
  if (!size) return null
  if (stuckLooks >= STUCK_LOOKS) return 'stuck'
  if (!seen || !isRealPicture(seen)) return null
  if (seen.width < size.width * SHARP_PART) return 'blurred'
  if (!isSlowlySeen(what, seen)) return null
  return seen.fps < FEW_FPS ? 'slow' : 'stutters'
}

/** In the order in which they help most; none where there is no trouble. */
export function chooseRemedies(what: SharedAndSeen): readonly Remedy[] {
  const { kind, manner, size, seen } = what
  const trouble = troubleOf(what)
  if (!size || trouble === null) return []
  const isSlow = trouble !== 'blurred' || (seen !== null && isSlowlySeen(what, seen))
  const pixels = size.width * size.height
  const remedies: Remedy[] = []
  if (manner.mode === 'motion') remedies.push('text-mode')
  if (isSlow && pixels > LOWEST_PIXELS) remedies.push('lower-resolution')
  if (kind === 'screen' && pixels >= LARGE_SCREEN) remedies.push('choose-window')
  return remedies
}

function isSlowlySeen({ manner, stoodMs, frames }: SharedAndSeen, seen: SeenByViewer): boolean {
  if (manner.mode === 'motion' && stoodMs >= STOOD_MS) return true
  if (!frames) return false
  if (frames.isBusy === true) {
    const wanted = manner.mode === 'motion' ? manner.motionFps * FLUENT_PART : FEW_FPS
    return frames.given >= 1 && Math.min(frames.sent, seen.fps) < wanted
  }
  if (frames.given < GIVEN_ENOUGH) return false
  return Math.min(frames.sent, seen.fps) < frames.given * FLUENT_PART
}

const STEPS: readonly (readonly [ResolutionLimit, number])[] = [
  ['1440p', 2_560 * 1_440],
  ['1080p', 1_920 * 1_080],
  ['720p', LOWEST_PIXELS],
]

/** The largest limit that makes it clearly smaller. `size`: as it is sent. */
export function lowerLimit({ width, height }: PictureSize): ResolutionLimit {
  return STEPS.find(([, pixels]) => pixels < width * height * 0.9)?.[0] ?? '720p'
}
