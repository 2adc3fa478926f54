import { expect, test } from 'vitest'
import type { DrawnPicture } from '../../e2e/windows/watch-codes'
import { fluencyOf } from './measure-case'

const pictureAt = (atMs: number): DrawnPicture => ({
  ...{ kind: 'window' as const, number: 1, drawnAtMs: atMs - 80, frame: 0, isWhole: true },
  ...{ atMs, width: 640, height: 360 },
})

test('fluency is frames a second, the share of time frozen, and the usual delay', () => {
  const smooth = Array.from({ length: 100 }, (_, index) => pictureAt(index * 100))
  expect(fluencyOf(smooth, 10_000)).toEqual({ fps: 10, frozenShare: 0, medianDelayMs: 80 })
  const halting = smooth.filter(({ atMs }) => atMs < 3_000 || atMs >= 5_000)
  expect(fluencyOf(halting, 10_000)).toMatchObject({ fps: 8, frozenShare: 0.21 })
  expect(fluencyOf([], 10_000).fps).toBe(0)
})
