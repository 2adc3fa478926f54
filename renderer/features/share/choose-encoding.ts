// Owns how a share is captured and encoded: every number of it stands here. Pure. Which codec comes first is
// rtc/choose-codecs.ts, the numbers' reasons are docs/decisions/0004-screen-encoding.md.
import type { ResolutionLimit, ShareManner, ShareMode } from '../../../shared/model/share'
import type { SenderLimits } from '../../rtc/media-encodings'
import type { CaptureWish } from '../../rtc/screen-capture'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

interface ModeNumbers {
  readonly contentHint: 'text' | 'motion'
  /** What a picture of that kind takes to be good, in bits per pixel and second; motion: per pixel and frame. */
  readonly neededBits: number
  /** What it may take for a moment: a page that turns, a cut. */
  readonly mostTimes: number
  readonly degradation: RTCDegradationPreference
}

const MODES: Readonly<Record<ShareMode, ModeNumbers>> = {
  text: { contentHint: 'text', neededBits: 0.58, mostTimes: 3.5, degradation: 'maintain-resolution' },
  motion: { contentHint: 'motion', neededBits: 0.07, mostTimes: 1.6, degradation: 'balanced' },
}

/** Whoever reads wants sharp letters; more frames than these only take from them. */
const TEXT_FPS = { most: 15, fewer: 10, least: 5 } as const
const MIN_BITRATE = 600_000
const MAX_BITRATE = 20_000_000

/** The longer side first: a window may stand upright. */
const LIMITS: Readonly<Record<ResolutionLimit, readonly [number, number] | null>> = {
  native: null,
  '1440p': [2560, 1440],
  '1080p': [1920, 1080],
  '720p': [1280, 720],
}
/** Taken for a source of which nothing is known yet. */
const USUAL_SIZE: PictureSize = { width: 1920, height: 1080 }

export function captureWish(manner: ShareManner, sound: boolean): CaptureWish {
  const limit = LIMITS[manner.limit]
  const maxSize = limit && { width: limit[0], height: limit[1] }
  return { maxFps: mostFps(manner), maxSize, sound }
}

export const contentHint = ({ mode }: ShareManner): string => MODES[mode].contentHint

const mostFps = ({ mode, motionFps }: ShareManner): number => (mode === 'text' ? TEXT_FPS.most : motionFps)

/** As it leaves the capture. `size` null: not known yet. */
export function limitedSize(manner: ShareManner, size: PictureSize | null): PictureSize {
  const known = size ?? USUAL_SIZE
  const limit = LIMITS[manner.limit]
  if (!limit) return known
  const factor = Math.min(1, limit[0] / known.width, limit[1] / known.height)
  return { width: Math.round(known.width * factor), height: Math.round(known.height * factor) }
}

/** Bits a second that a share of this manner and size needs to be good. */
export function neededBps(manner: ShareManner, size: PictureSize | null): number {
  const { width, height } = limitedSize(manner, size)
  const perPixel = MODES[manner.mode].neededBits * (manner.mode === 'text' ? 1 : manner.motionFps)
  return Math.max(MIN_BITRATE / 2, Math.round(width * height * perPixel))
}

/** `availableBps`: what the line takes, for all that is sent; null where that isn't known. */
export function screenLimits(
  manner: ShareManner,
  size: PictureSize | null,
  availableBps: number | null,
): SenderLimits {
  const { mostTimes, degradation } = MODES[manner.mode]
  const needed = neededBps(manner, size)
  return {
    maxBitrate: Math.min(MAX_BITRATE, Math.max(MIN_BITRATE, Math.round(needed * mostTimes))),
    maxFramerate: manner.mode === 'text' ? textFps(needed, availableBps) : manner.motionFps,
    priority: 'medium',
    degradation,
  }
}

/** In steps, so that a line that wavers doesn't set the encoder anew each time. */
function textFps(needed: number, availableBps: number | null): number {
  if (availableBps === null || availableBps >= needed) return TEXT_FPS.most
  return availableBps >= needed / 2 ? TEXT_FPS.fewer : TEXT_FPS.least
}

/** On a thin line the face steps back for the page that is read. Null: as without a share. */
export function cameraLimits(screenBps: number, availableBps: number | null): SenderLimits | null {
  if (availableBps === null) return null
  const left = availableBps - screenBps
  if (left >= 1_500_000) return null
  if (left >= 500_000) return { maxBitrate: 500_000, maxFramerate: 20, scaleDownBy: 2, priority: 'low' }
  return { maxBitrate: 120_000, maxFramerate: 10, scaleDownBy: 4, priority: 'very-low' }
}
