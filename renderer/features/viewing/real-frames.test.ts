import { describe, expect, it, test } from 'vitest'
import { isRealPicture } from '../../rtc/real-picture'
import { handOn } from './real-frames'

test.each([
  ['of a minimised window', 2, 2, false],
  ['of nothing', 0, 0, false],
  ['of a window made a line', 1, 900, false],
  ['of a window made a line the other way', 900, 2, false],
  ['of the smallest thing one sees', 3, 3, true],
  ['of a screen', 1920, 1080, true],
])('a frame %s (%i × %i) is real: %s', (_, width, height, is) => {
  expect(isRealPicture({ width, height })).toBe(is)
})

class FakeFrame {
  closed = false
  readonly displayWidth: number
  readonly displayHeight: number
  constructor(side: number) {
    this.displayWidth = side
    this.displayHeight = side
  }
  close(): void {
    this.closed = true
  }
}

/** What a processor gives, as far as it is used. */
function readerOf(frames: readonly FakeFrame[]) {
  const left = [...frames]
  return {
    read: async () => {
      const value = left.shift() as unknown as VideoFrame | undefined
      return value ? { done: false as const, value } : { done: true as const, value: undefined }
    },
  }
}

describe('the frames handed on', () => {
  it('are the real ones, in their order, and every other is given back', async () => {
    const frames = [640, 2, 2, 320, 0, 800].map((side) => new FakeFrame(side))
    const written: number[] = []
    await handOn(readerOf(frames), {
      write: async (frame) => void written.push(frame?.displayWidth ?? -1),
    })
    expect(written).toEqual([640, 320, 800])
    expect(frames.filter(({ closed }) => closed).map(({ displayWidth }) => displayWidth)).toEqual([2, 2, 0])
  })

  it('end with the picture, and the frame that came too late is given back', async () => {
    const frames = [new FakeFrame(640), new FakeFrame(640)]
    await handOn(readerOf(frames), { write: () => Promise.reject(new TypeError('closed')) })
    expect(frames.map(({ closed }) => closed)).toEqual([true, false])
  })
})
