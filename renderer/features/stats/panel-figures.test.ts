import { expect, test } from 'vitest'
import { FIGURE_ROWS } from './figures'
import { sparkPoints, typicalAndWorst } from './spark-points'
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
  received: flow,
  sent: flow,
})
const shown = (from: FlowStats) =>
  FIGURE_ROWS.map(({ show }) => show(from)?.replaceAll('\u00a0', ' ') ?? null)

test('figures are written with their units', () => {
  expect(shown(flow)).toEqual(['1280 × 720', '30 fps', '1.9 Mb/s', '3 ms', '0.1 %', '1, 0.4 s', 'VP9, Opus'])
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

test('the newest round trip is at the right edge, a minute ago at the left', () => {
  const points = sparkPoints([sample(0, 50), sample(30_000, null), sample(60_000, 100)], {
    width: 200,
    height: 50,
  })
  expect(points).toEqual([
    { x: 0, y: 25 },
    { x: 200, y: 1 },
  ])
})

test('a slow moment takes the full height', () => {
  const points = sparkPoints([sample(59_000, 100), sample(60_000, 400)], { width: 200, height: 50 })
  expect(points.map(({ y }) => y)).toEqual([37, 1])
})

test('nothing measured draws nothing and says nothing', () => {
  expect(sparkPoints([sample(0, null)], { width: 200, height: 50 })).toEqual([])
  expect(typicalAndWorst([sample(0, null)])).toBeNull()
})

test('in words: the middle one and the worst', () => {
  expect(typicalAndWorst([24, 23, 52, 25, 24].map((rtt, n) => sample(n, rtt)))).toEqual({
    typicalMs: 24,
    worstMs: 52,
  })
})
