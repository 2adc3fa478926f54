import { expect, test } from 'vitest'
import { sharedRows, type SharedNow } from './shared-figures'
import type { StatsState } from './stats-store'

const nothing: SharedNow = { theirs: false, ours: null }
const full = { width: 1920, height: 1080 }
const screen: StatsState['screen'] = { received: { width: 1280, height: 720, fps: 11.6 }, sentFps: 14.7 }

const rows = (now: Partial<SharedNow>, measured = screen) =>
  sharedRows({ ...nothing, ...now }, measured, 'Ben').map(({ title, received, sent }) =>
    [title, received, sent].map((words) => words?.replaceAll('\u00a0', ' ') ?? null),
  )

test('where nothing is shared there are no rows, whatever was measured', () => {
  expect(rows({})).toEqual([])
})

test('of what the other side shows: what is decoded here', () => {
  expect(rows({ theirs: true })).toEqual([['Shared', '1280 × 720, 12 fps', null]])
})

test('of what this side shows: what is sent, and what the viewer says they see', () => {
  const seen = { width: 960, height: 540, fps: 9.8 }
  expect(rows({ ours: { size: full, seen } })).toEqual([
    ['Shared', null, '1920 × 1080, 15 fps'],
    ['Seen by Ben', null, '960 × 540, 10 fps'],
  ])
})

test('both ways at once stand beside each other', () => {
  expect(rows({ theirs: true, ours: { size: full, seen: null } })).toEqual([
    ['Shared', '1280 × 720, 12 fps', '1920 × 1080, 15 fps'],
    ['Seen by Ben', null, null],
  ])
})

test('what is not known is not made up', () => {
  const unknown = { received: null, sentFps: null }
  expect(rows({ theirs: true, ours: { size: null, seen: null } }, unknown)).toEqual([
    ['Shared', null, null],
    ['Seen by Ben', null, null],
  ])
  expect(rows({ ours: { size: full, seen: null } }, unknown)[0]).toEqual(['Shared', null, '1920 × 1080'])
})
