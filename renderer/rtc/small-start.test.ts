import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { FakeTrack } from './fakes/fake-track'
import { NORMAL_LIMITS } from './media-encodings'
import type { SenderLimits } from './sender-limits'
import { createSmallStart, START_MS, startScale } from './small-start'

function bench() {
  const clock = createFakeClock()
  const applied: SenderLimits[] = []
  const start = createSmallStart(clock, (limits) => {
    applied.push(limits)
    return Promise.resolve()
  })
  return { clock, applied, start, last: () => applied.at(-1) }
}

describe('a camera on a new connection', () => {
  it('begins small, and has its full size a moment later', async () => {
    const { clock, start, applied, last } = bench()
    expect(applied).toEqual([{ ...NORMAL_LIMITS.camera, scaleDownBy: 4 }])
    start.begins(new FakeTrack('video', 'camera'))
    await clock.advance(START_MS - 1)
    expect(applied).toHaveLength(1)
    await clock.advance(1)
    expect(last()).toEqual(NORMAL_LIMITS.camera)
    start.begins(new FakeTrack('video', 'another'))
    await clock.advance(START_MS)
    expect(applied).toHaveLength(2)
    expect(clock.waiting()).toBe(0)
  })

  it('keeps limits that come meanwhile for after its start', async () => {
    const { clock, start, last } = bench()
    start.begins(new FakeTrack('video', 'camera'))
    await start.limit({ maxBitrate: 300_000 })
    expect(last()).toEqual({ ...NORMAL_LIMITS.camera, scaleDownBy: 4 })
    await clock.advance(START_MS)
    expect(last()).toEqual({ maxBitrate: 300_000 })
    await start.limit({ maxBitrate: 400_000 })
    expect(last()).toEqual({ maxBitrate: 400_000 })
  })

  it('leaves nothing running when its connection closes', () => {
    const { clock, start } = bench()
    start.begins(new FakeTrack('video', 'camera'))
    start.end()
    expect(clock.waiting()).toBe(0)
  })
})

it.each([
  [{ width: 1280, height: 720 }, 4],
  [{ width: 1920, height: 1080 }, 8],
  [{ width: 640, height: 480 }, 2],
  [{ width: 640, height: 360 }, 2],
  [{ width: 320, height: 240 }, 1],
  [{ width: 160, height: 120 }, 1],
  [{}, null],
])('%j starts divided by %j', (settings, scale) => {
  expect(startScale(settings, 320 * 240)).toBe(scale)
})
