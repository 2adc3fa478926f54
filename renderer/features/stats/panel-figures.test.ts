import { expect, test } from 'vitest'
import { FIGURE_ROWS } from './figures'
import { graphOf, summaryOf } from './graph-points'
import type { FlowStats, StatsSample } from './stats-store'

const flow: FlowStats = {
  width: 1280,
  height: 720,
  fps: 29.7,
  kbps: 1912,
  jitterMs: 3.4,
  lossPct: 0.12,
  freezes: 1,
  freezeMs: 430,
  videoCodec: 'VP9',
  audioCodec: 'Opus',
}
const unknown: FlowStats = {
  width: null,
  height: null,
  fps: null,
  kbps: null,
  jitterMs: null,
  lossPct: null,
  freezes: null,
  freezeMs: null,
  videoCodec: null,
  audioCodec: null,
}
const sample = (atMs: number, rttMs: number | null): StatsSample => ({
  atMs,
  rttMs,
  route: 'direct',
  busy: false,
  received: flow,
  sent: flow,
})
const shown = (from: FlowStats) =>
  FIGURE_ROWS.map(({ show }) => show(from)?.replaceAll('\u00a0', ' ') ?? null)

test('figures are written with their units', () => {
  expect(shown(flow)).toEqual([
    '1280 × 720',
    '30 fps',
    '1.9 Mb/s',
    '3 ms',
    '0.1 %',
    '1 ×, 0.4 s',
    'VP9, Opus',
  ])
})

test('what is not known is not made up', () => {
  expect(shown(unknown)).toEqual(Array(7).fill(null))
})

test('little data is written in kilobits, sound alone with its codec', () => {
  expect(shown({ ...unknown, kbps: 41.6, audioCodec: 'Opus', freezes: 0 })).toEqual([
    null,
    null,
    '42 kb/s',
    null,
    null,
    '0',
    'Opus',
  ])
})

const SIZE = { width: 200, height: 50 }
const lossy = (each: StatsSample): StatsSample => ({ ...each, received: { ...flow, lossPct: 5 } })

test('the newest round trip is at the right edge, a minute ago at the left', () => {
  const { lines, topMs } = graphOf([sample(0, 50), sample(30_000, null), sample(60_000, 100)], SIZE)
  expect(topMs).toBe(100)
  expect(lines).toEqual([[{ x: 0, y: 25 }], [{ x: 200, y: 1 }]])
})

test('a slow moment makes the graph higher, to a round number', () => {
  const { lines, topMs } = graphOf([sample(59_000, 100), sample(60_000, 400)], SIZE)
  expect(topMs).toBe(500)
  expect(lines.flat().map(({ y }) => y)).toEqual([39.4, 10.6])
})

test('a moment without figures is a gap, not a line through it', () => {
  const samples = [58, 59, 60].map((n) => sample(n * 1_000, n === 59 ? null : 30))
  expect(graphOf(samples, SIZE).lines).toHaveLength(1)
  const torn = [50, 51, 52, 53, 60].map((n) => sample(n * 1_000, n === 52 || n === 53 ? null : 30))
  expect(graphOf(torn, SIZE).lines.map((line) => line.length)).toEqual([2, 1])
})

test('seconds with loss are marked', () => {
  const samples = [sample(30_000, 20), lossy(sample(45_000, 20)), sample(60_000, 20)]
  expect(graphOf(samples, SIZE).losses).toEqual([150])
  expect(summaryOf(samples)?.lossySeconds).toBe(1)
})

test('nothing measured draws nothing and says nothing', () => {
  expect(graphOf([sample(0, null)], SIZE).lines).toEqual([])
  expect(graphOf([], SIZE)).toEqual({ topMs: 100, lines: [], losses: [] })
  expect(summaryOf([sample(0, null)])).toBeNull()
})

test('in words: the middle one and the worst', () => {
  expect(summaryOf([24, 23, 52, 25, 24].map((rtt, n) => sample(n, rtt)))).toEqual({
    typicalMs: 24,
    worstMs: 52,
    lossySeconds: 0,
  })
})
