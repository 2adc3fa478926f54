import { describe, expect, it } from 'vitest'
import { DEFAULT_MANNER, type ShareManner } from '../../../shared/model/share'
import { cameraLimits, captureWish, neededBps, scaleDown, screenLimits, sentSize } from './choose-encoding'

const text: ShareManner = DEFAULT_MANNER
const motion: ShareManner = { mode: 'motion', motionFps: 60, limit: 'native' }
const FULL_HD = { width: 1920, height: 1080 }
const FOUR_K = { width: 3840, height: 2160 }

describe('the size that is sent', () => {
  it.each([
    ['native', FOUR_K, FOUR_K],
    ['1440p', FOUR_K, { width: 2560, height: 1440 }],
    ['1080p', FOUR_K, FULL_HD],
    ['720p', FULL_HD, { width: 1280, height: 720 }],
    ['1080p', { width: 800, height: 600 }, { width: 800, height: 600 }],
    // A narrow window keeps its shape, and one that stands upright isn't made tiny.
    ['720p', { width: 1000, height: 1000 }, { width: 720, height: 720 }],
    ['720p', { width: 1080, height: 1920 }, { width: 720, height: 1280 }],
  ] as const)('within %s', (limit, captured, sent) => {
    expect(sentSize({ ...text, limit }, captured)).toEqual(sent)
  })

  it('is never larger than what is captured', () => {
    expect(scaleDown({ ...text, limit: '1440p' }, { width: 1, height: 1 })).toBe(1)
  })
})

describe('text', () => {
  it('is captured seldom and keeps every pixel', () => {
    expect(captureWish(text, false)).toEqual({ maxFps: 15, sound: false })
    expect(screenLimits(text, FULL_HD, null)).toMatchObject({
      degradation: 'maintain-resolution',
      scaleDownBy: 1,
      maxFramerate: 15,
    })
  })

  it.each([
    [5_000_000, 15],
    [600_000, 10],
    [200_000, 5],
  ])('on a line of %i bits a second gets %i frames', (availableBps, fps) => {
    expect(screenLimits(text, FULL_HD, availableBps).maxFramerate).toBe(fps)
  })
})

describe('motion', () => {
  it('takes the frames that were chosen, and rather fewer pixels than fewer of them', () => {
    expect(captureWish(motion, true)).toEqual({ maxFps: 60, sound: true })
    expect(screenLimits(motion, FULL_HD, 200_000)).toMatchObject({
      maxFramerate: 60,
      degradation: 'balanced',
    })
  })

  it('needs more than text, more with more frames, less within a limit', () => {
    const slower = { ...motion, motionFps: 30 } as const
    expect(neededBps(text, FULL_HD)).toBeLessThan(neededBps(slower, FULL_HD))
    expect(neededBps(slower, FULL_HD)).toBeLessThan(neededBps(motion, FULL_HD))
    expect(neededBps({ ...motion, limit: '720p' }, FOUR_K)).toBeLessThan(neededBps(motion, FOUR_K))
  })
})

describe('what may be spent', () => {
  it('is more than what is needed, at every size', () => {
    for (const manner of [text, motion]) {
      for (const size of [{ width: 1, height: 1 }, FULL_HD, FOUR_K, null]) {
        expect(screenLimits(manner, size, null).maxBitrate).toBeGreaterThan(neededBps(manner, size))
      }
    }
  })
})

describe('the camera beside a share', () => {
  it.each([
    [null, null],
    [8_000_000, null],
    [2_000_000, 500_000],
    [1_200_000, 120_000],
  ])('on a line of %s bits a second may take %s', (availableBps, most) => {
    expect(cameraLimits(1_000_000, availableBps)?.maxBitrate ?? null).toBe(most)
  })
})
