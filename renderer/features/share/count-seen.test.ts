import { expect, it } from 'vitest'
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import type { ReceivedScreen } from '../../rtc/screen-stats'
import { countSeen, type SeenCount } from './count-seen'
import type { SeenByViewer } from './share-store'

const share = { epoch: 1, kind: 'window', title: 'Plan', mode: 'text', held: null, sound: false } as const
const got = (framesDecoded: number, freezes = 0, frozenMs = 0): ReceivedScreen => ({
  ...{ width: 1280, height: 720, fps: 12.04, framesDecoded, freezes, frozenMs },
})

/** What is said after each look, in order. */
function said(...looks: readonly (readonly [SharedScreen, ReceivedScreen | null])[]) {
  let count: SeenCount | null = null
  return looks.map(([shown, received]): SeenByViewer | null => {
    const look = countSeen(count, shown, received)
    count = look.count
    return look.seen
  })
}

it('says what is decoded once this share has a frame', () => {
  const [none, first] = said([share, null], [share, got(20)])
  expect(none).toBeNull()
  expect(first).toEqual({ width: 1280, height: 720, fps: 12, freezes: 0, frozenMs: 0 })
})

it('counts freezes of this share only, not those before', () => {
  const looks = said([share, got(0, 7, 9_000)], [share, got(20, 7, 9_000)], [share, got(40, 8, 9_400)])
  expect(looks[2]).toMatchObject({ freezes: 1, frozenMs: 400 })
  const next = said([share, got(20, 1, 500)], [{ ...share, epoch: 2 }, got(30, 1, 500)])
  expect(next[1]).toBeNull() // the size would be the one before's
})

it('a still window whose only frame came before its word is seen all the same, after a while', () => {
  const next = { ...share, epoch: 2 }
  const still = [next, got(30)] as const
  const looks = said([share, got(20)], still, still, still, still)
  expect(looks.map((seen) => seen !== null)).toEqual([false, false, false, false, true])
})

it('takes standing still while it is held for no freeze', () => {
  const held = { ...share, held: 'paused' } as const
  const looks = said(
    [share, got(0)],
    [share, got(20)],
    [held, got(20)],
    [share, got(21, 1, 60_000)],
    [share, got(40, 2, 60_300)],
  )
  expect(looks.map((seen) => seen?.frozenMs)).toEqual([undefined, 0, undefined, 0, 300])
})

it('keeps what a message takes, whatever a browser counts', () => {
  const wild = { ...got(9), width: 99_999, fps: 4_000, freezes: 2, frozenMs: 3 }
  expect(said([share, got(0)], [share, wild])[1]).toMatchObject({ width: 16_384, fps: 240 })
})
