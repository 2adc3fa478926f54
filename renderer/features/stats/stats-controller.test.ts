import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { silentLog } from '../../platform/log'
import type { LevelMeters } from '../../rtc/audio-level'
import { FakeTrack } from '../../rtc/fakes/fake-track'
import type { StatsEntry } from '../../rtc/read-stats'
import { CHROMIUM_156 } from '../../rtc/recorded/chromium-156'
import { SAMPLE_MS } from '../../rtc/stats-sampler'
import type { LineFigures } from './choose-diagnosis'
import { LEVEL_MS } from './level-reader'
import { createStatsController, type StatsSource } from './stats-controller'
import { createStatsStore } from './stats-store'

/** Meters that read what the test sets, and count which are on. */
function fakeMeters() {
  const levels = new Map<MediaStreamTrack, number>()
  const on = new Set<MediaStreamTrack>()
  const meters: LevelMeters = {
    meter(track) {
      on.add(track)
      return { read: () => levels.get(track) ?? 0, end: () => on.delete(track) }
    },
    end: () => on.clear(),
  }
  return { meters, levels, on }
}

function bench() {
  const clock = createFakeClock()
  const store = createStatsStore()
  const metered = fakeMeters()
  let asked = 0
  const told: LineFigures[] = []
  const controller = createStatsController({
    ...{ store, clock, meters: metered.meters, log: silentLog },
    beats: () => ({ count: 6, lateMs: 12 }),
  })
  const source = (callId: string, more: readonly StatsEntry[] = []): StatsSource => ({
    callId,
    tell: (line) => void told.push(line),
    stats() {
      asked += 1
      return Promise.resolve(new Map([...more, ...CHROMIUM_156.second].map((entry) => [entry.id, entry])))
    },
  })
  return { clock, store, ...metered, controller, source, told, asked: () => asked }
}

const track = (id: string) => new FakeTrack('audio', id)

describe('the figures of a call', () => {
  it('come once a second while it is followed, and are gone after it', async () => {
    const { clock, store, controller, source } = bench()
    controller.follow(source('a'))
    await clock.advance(3 * SAMPLE_MS)
    expect(store.getState().samples).toHaveLength(4)
    expect(store.getState().quality).toBe('good')
    controller.follow(null)
    expect(store.getState()).toMatchObject({ samples: [], quality: 'unknown' })
    await clock.advance(3 * SAMPLE_MS)
    expect(store.getState().samples).toEqual([])
  })

  it('tell of shared screens how they are now', async () => {
    const { clock, store, controller, source } = bench()
    const decoded = { framesDecoded: 9, frameWidth: 1440, frameHeight: 900, framesPerSecond: 8 }
    controller.follow(source('a', [{ id: 'S', type: 'inbound-rtp', mid: '2', ...decoded }]))
    await clock.advance(SAMPLE_MS)
    expect(store.getState().screen).toMatchObject({
      received: { width: 1440, height: 900, fps: 8 },
      sentFps: null,
    })
    controller.follow(null)
    expect(store.getState().screen).toEqual({ received: null, sentFps: null })
  })

  it('are those of the last minute', async () => {
    const { clock, store, controller, source } = bench()
    controller.follow(source('a'))
    await clock.advance(90 * SAMPLE_MS)
    const { samples } = store.getState()
    expect(samples).toHaveLength(60)
    expect([samples[0]?.atMs, samples[59]?.atMs]).toEqual([31_000, 90_000])
  })

  it('go on when the same call is told again, and begin anew with another', async () => {
    const { clock, store, controller, source } = bench()
    controller.follow(source('a'))
    await clock.advance(2 * SAMPLE_MS)
    controller.follow(source('a'))
    expect(store.getState().samples).toHaveLength(3)
    controller.follow(source('b'))
    await clock.settle()
    expect(store.getState().samples).toHaveLength(1)
  })
})

it('the other side is told how this line is, every 5 seconds', async () => {
  const { clock, controller, source, told } = bench()
  controller.follow(source('a'))
  await clock.advance(11 * SAMPLE_MS)
  expect(told).toHaveLength(2)
  expect(told[0]).toMatchObject({ lateMs: 12, beats: 6, busy: false })
})

it('one word stays of a call, for as long as no other one is followed', async () => {
  const { clock, controller, source } = bench()
  controller.follow(source('a'))
  await clock.advance(2 * SAMPLE_MS)
  expect(controller.qualityOf('a')).toBeNull()
  await clock.advance(5 * SAMPLE_MS)
  controller.follow(null)
  expect(controller.qualityOf('a')).toBe('good')
  controller.follow(source('b'))
  expect([controller.qualityOf('a'), controller.qualityOf('b')]).toEqual([null, null])
})

describe('levels', () => {
  it('are read 20 times a second from both tracks', async () => {
    const { clock, store, levels, controller } = bench()
    const [local, remote] = [track('local'), track('remote')]
    controller.listen({ local, remote })
    levels.set(local, 0.3).set(remote, 0.7)
    await clock.advance(LEVEL_MS)
    expect(store.getState().levels).toEqual({ local: 0.3, remote: 0.7 })
  })

  it('write nothing while nothing changes', async () => {
    const { clock, store, controller } = bench()
    controller.listen({ local: track('local'), remote: null })
    let writes = 0
    store.subscribe(() => (writes += 1))
    await clock.advance(100 * LEVEL_MS)
    expect(writes).toBe(0)
  })

  it('follow a device change, and keep the meter of a track that stays', async () => {
    const { controller, on } = bench()
    const [first, second, remote] = [track('first'), track('second'), track('remote')]
    controller.listen({ local: first, remote })
    controller.listen({ local: second, remote })
    expect(on).toEqual(new Set([remote, second]))
  })

  it('fall silent with the call', async () => {
    const { clock, store, levels, controller, on } = bench()
    const local = track('local')
    controller.listen({ local, remote: null })
    levels.set(local, 0.5)
    await clock.advance(LEVEL_MS)
    controller.listen({ local: null, remote: null })
    expect(store.getState().levels).toEqual({ local: 0, remote: 0 })
    expect([on.size, clock.waiting()]).toEqual([0, 0])
  })
})

it('after the end nothing is asked, read or left', async () => {
  const { clock, controller, source, on, asked } = bench()
  controller.follow(source('a'))
  controller.listen({ local: track('local'), remote: track('remote') })
  await clock.settle()
  controller.end()
  controller.follow(source('b'))
  const before = asked()
  await clock.advance(5 * SAMPLE_MS)
  expect([asked() - before, on.size, clock.waiting()]).toEqual([0, 0, 0])
})
