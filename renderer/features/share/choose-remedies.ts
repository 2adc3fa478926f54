// Owns what is wrong with what a viewer sees of a share, and what one press would do about it. Pure.
import type { ResolutionLimit, ShareManner } from '../../../shared/model/share'
import type { PictureSize } from './choose-encoding'
import type { Remedy, SeenByViewer } from './share-store'

export interface SharedAndSeen {
  readonly kind: 'screen' | 'window'
  readonly manner: ShareManner
  /** What is captured; null: not known. */
  readonly size: PictureSize | null
  readonly seen: SeenByViewer | null
}

/** Below this part of the width letters lose their edges. */
const SHARP_PART = 0.9
const FEW_FPS = 3
/** Of all the time since the share began, a picture that stood for this long bothers. */
const FROZEN_MS = 3_000
/** A whole screen of this many pixels may well be more than its one window. */
const LARGE_SCREEN = 1_920 * 1_080
const LOWEST: PictureSize = { width: 1_280, height: 720 }

/** In the order in which they help most. */
export function chooseRemedies({ kind, manner, size, seen }: SharedAndSeen): readonly Remedy[] {
  if (!seen || !size || seen.width <= 2) return []
  const isBlurred = seen.width < size.width * SHARP_PART
  const isSlow = seen.fps < FEW_FPS && manner.mode === 'motion'
  const stalls = manner.mode === 'motion' && seen.frozenMs >= FROZEN_MS
  if (!isBlurred && !isSlow && !stalls) return []
  const remedies: Remedy[] = []
  if (manner.mode === 'motion' && isBlurred) remedies.push('text-mode')
  if (size.width > LOWEST.width || size.height > LOWEST.height) remedies.push('lower-resolution')
  if (kind === 'screen' && size.width * size.height >= LARGE_SCREEN) remedies.push('choose-window')
  return remedies
}

const STEPS: readonly (readonly [ResolutionLimit, number, number])[] = [
  ['1440p', 2_560, 1_440],
  ['1080p', 1_920, 1_080],
  ['720p', 1_280, 720],
]

/** The largest limit that makes it smaller. */
export function lowerLimit(size: PictureSize | null): ResolutionLimit {
  const smaller = STEPS.find(([, width, height]) => !size || size.width > width || size.height > height)
  return smaller?.[0] ?? '720p'
}
