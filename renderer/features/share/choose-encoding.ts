// Owns how a share is captured and encoded: every number of it stands here. Pure. Which codec comes first is
// rtc/screen-codecs.ts, the numbers' reasons are docs/decisions/0004-screen-encoding.md.
import type { ResolutionLimit, ShareManner, ShareMode } from '../../../shared/model/share'
import type { SenderLimits } from '../../rtc/sender-limits'
import type { CaptureWish } from '../../rtc/screen-capture'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

interface ModeNumbers {
  readonly contentHint: 'text' | 'motion'
  readonly degradation: RTCDegradationPreference
  /** By the size that is sent; the last one holds for every larger one. */
  readonly rates: readonly [Rate, ...Rate[]]
}

interface Rate {
  readonly upToPixels: number
  /** Named to the user. */
  readonly neededBps: number
  /** What a fast line may spend for a moment: a page that turns, a cut. */
  readonly mostBps: number
}

const [P720, P1080, P1440] = [1_280 * 720, 1_920 * 1_080, 2_560 * 1_440]
const rate = (upToPixels: number, neededBps: number, mostBps: number): Rate => ({
  upToPixels,
  neededBps,
  mostBps,
})

const MODES: Readonly<Record<ShareMode, ModeNumbers>> = {
  text: {
    contentHint: 'text',
    degradation: 'maintain-resolution',
    rates: [
      rate(P720, 500_000, 1_500_000),
      rate(P1080, 1_000_000, 2_500_000),
      rate(P1440, 1_500_000, 4_000_000),
      rate(Infinity, 2_000_000, 6_000_000),
    ],
  },
  /** Of 30 frames a second. */
  motion: {
    contentHint: 'motion',
    degradation: 'balanced',
    rates: [
      rate(P720, 1_500_000, 2_500_000),
      rate(P1080, 2_500_000, 4_000_000),
      rate(P1440, 4_000_000, 6_000_000),
      rate(Infinity, 6_000_000, 8_000_000),
    ],
  },
}
/** Twice the frames: neighbours are more alike, so not twice the bits. */
const AT_60_FPS = 1.5

/** Whoever reads wants sharp letters; more frames than these only take from them. */
const TEXT_FPS = { most: 15, fewer: 10, least: 5 } as const

/** The longer side first: a window may stand upright. */
const LIMITS: Readonly<Record<ResolutionLimit, readonly [number, number] | null>> = {
  native: null,
  '1440p': [2560, 1440],
  '1080p': [1920, 1080],
  '720p': [1280, 720],
}
/** Taken for a source of which nothing is known yet. */
const USUAL_SIZE: PictureSize = { width: 1920, height: 1080 }

export const captureWish = (manner: ShareManner, sound: boolean): CaptureWish => ({
  maxFps: mostFps(manner),
  sound,
})

export const contentHint = ({ mode }: ShareManner): string => MODES[mode].contentHint

const mostFps = ({ mode, motionFps }: ShareManner): number => (mode === 'text' ? TEXT_FPS.most : motionFps)

/** How many times smaller than it is a picture is sent; 1: as it is. */
export function scaleDown({ limit }: ShareManner, size: PictureSize): number {
  const box = LIMITS[limit]
  if (!box) return 1
  const [long, short] = [Math.max(size.width, size.height), Math.min(size.width, size.height)]
  return Math.max(1, long / box[0], short / box[1])
}

/** As it is sent. `size`: as it is captured; null: not known yet. */
export function sentSize(manner: ShareManner, size: PictureSize | null): PictureSize {
  const known = size ?? USUAL_SIZE
  const times = scaleDown(manner, known)
  return { width: Math.round(known.width / times), height: Math.round(known.height / times) }
}

function rateOf(manner: ShareManner, size: PictureSize | null): Omit<Rate, 'upToPixels'> {
  const { width, height } = sentSize(manner, size)
  const { rates } = MODES[manner.mode]
  const { neededBps, mostBps } = rates.find(({ upToPixels }) => width * height <= upToPixels) ?? rates[0]
  const times = manner.mode === 'motion' && manner.motionFps === 60 ? AT_60_FPS : 1
  return { neededBps: neededBps * times, mostBps: mostBps * times }
}

/** Bits a second that a share of this manner and size needs to be good. */
export const neededBps = (manner: ShareManner, size: PictureSize | null): number =>
  rateOf(manner, size).neededBps

/** `availableBps`: what the line takes, for all that is sent; null where that isn't known. */
export function screenLimits(
  manner: ShareManner,
  size: PictureSize | null,
  availableBps: number | null,
): SenderLimits {
  const { neededBps: needed, mostBps } = rateOf(manner, size)
  return {
    maxBitrate: mostBps,
    scaleDownBy: size ? scaleDown(manner, size) : 1,
    maxFramerate: manner.mode === 'text' ? textFps(needed, availableBps) : manner.motionFps,
    priority: 'medium',
    degradation: MODES[manner.mode].degradation,
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
