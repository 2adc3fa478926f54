import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jpegSize } from './jpeg-size'

const APP0 = [0xff, 0xe0, 0x00, 0x04, 0x01, 0x02]
const frame = (marker: number, height: number, width: number) => [
  ...[0xff, marker, 0x00, 0x0b, 0x08, height >> 8, height & 255, width >> 8, width & 255],
  ...[0x01, 0x01, 0x11, 0x00],
]
const jpeg = (...segments: readonly (readonly number[])[]) =>
  Uint8Array.from([0xff, 0xd8, ...segments.flat()])

it.each<[string, Uint8Array, { width: number; height: number } | null]>([
  ['a baseline frame', jpeg(APP0, frame(0xc0, 96, 97)), { width: 97, height: 96 }],
  ['a progressive frame', jpeg(APP0, APP0, frame(0xc2, 20_000, 1)), { width: 1, height: 20_000 }],
  ['a table that looks like a frame', jpeg(frame(0xc4, 5, 5), frame(0xc0, 6, 7)), { width: 7, height: 6 }],
  ['no frame before the picture begins', jpeg(APP0, [0xff, 0xda, 0, 8], frame(0xc0, 6, 7)), null],
  ['no height', jpeg(frame(0xc0, 0, 7)), null],
  ['a segment shorter than its own length', jpeg([0xff, 0xe0, 0, 0], frame(0xc0, 6, 7)), null],
  ['the end inside a frame', jpeg(APP0, frame(0xc0, 6, 7).slice(0, 7)), null],
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), null],
  ['nothing', new Uint8Array(), null],
])('%s', (_, bytes, size) => {
  expect(jpegSize(bytes)).toEqual(size)
})

it('ends on any bytes, and gives sizes that a JPEG can have', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const size = jpegSize(Uint8Array.from([0xff, 0xd8, ...bytes]))
      expect(size === null || (size.width > 0 && size.width < 65_536 && size.height < 65_536)).toBe(true)
    }),
  )
})
