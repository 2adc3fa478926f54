import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { silentLog } from '../platform/log'
import type { StatsEntry, StatsSample } from './read-stats'
import { CHROMIUM_156 } from './recorded/chromium-156'
import type { ScreenStats } from './screen-stats'
import { SAMPLE_MS, sampleStats } from './stats-sampler'

const report = (entries: readonly StatsEntry[]): RTCStatsReport =>
  new Map(entries.map((entry) => [entry.id, entry]))

function bench(stats: () => Promise<RTCStatsReport>) {
  const clock = createFakeClock()
  const samples: StatsSample[] = []
  const undo = sampleStats({ stats, clock, log: silentLog, onSample: (sample) => samples.push(sample) })
  return { clock, samples, undo }
}

describe('sampling a connection', () => {
  it('begins at once and goes on every second, with rates from the second sample on', async () => {
    const { clock, samples } = bench(() => Promise.resolve(report(CHROMIUM_156.second)))
    await clock.advance(2 * SAMPLE_MS)
    expect(samples.map((sample) => sample.atMs)).toEqual([0, SAMPLE_MS, 2 * SAMPLE_MS])
    expect(samples.map((sample) => sample.received.kbps)).toEqual([null, 0, 0])
    expect(samples[0]?.received.width).toBe(640)
  })

  it('tells of shared screens from the same report', async () => {
    const screens: ScreenStats[] = []
    const decoding = { id: 'S', type: 'inbound-rtp', mid: '2', framesDecoded: 9, frameWidth: 1440 }
    const undo = sampleStats({
      ...{ clock: createFakeClock(), log: silentLog },
      stats: () => Promise.resolve(report([decoding, ...CHROMIUM_156.second])),
      onSample: (_, screen) => screens.push(screen),
    })
    await createFakeClock().settle()
    undo()
    expect(screens).toMatchObject([{ received: { width: 1440 }, sent: null }])
  })

  it('asks one question at a time', async () => {
    const answers: ((report: RTCStatsReport) => void)[] = []
    const { clock, samples } = bench(() => new Promise((resolve) => answers.push(resolve)))
    await clock.advance(5 * SAMPLE_MS)
    expect(answers).toHaveLength(1)
    answers[0]?.(report([]))
    await clock.advance(SAMPLE_MS)
    expect([answers.length, samples.length]).toEqual([2, 1])
  })

  it('goes on after a report that failed', async () => {
    let fails = true
    const { clock, samples } = bench(() =>
      fails ? Promise.reject(new DOMException('closed', 'InvalidStateError')) : Promise.resolve(report([])),
    )
    await clock.advance(SAMPLE_MS)
    expect(samples).toEqual([])
    fails = false
    await clock.advance(SAMPLE_MS)
    expect(samples).toHaveLength(1)
  })

  it('ends with its undo, also for an answer under way', async () => {
    const answers: ((report: RTCStatsReport) => void)[] = []
    const { clock, samples, undo } = bench(() => new Promise((resolve) => answers.push(resolve)))
    undo()
    answers[0]?.(report([]))
    await clock.advance(3 * SAMPLE_MS)
    expect([samples.length, answers.length, clock.waiting()]).toEqual([0, 1, 0])
  })
})
