import { expect, test } from 'vitest'
import { MAX_SIDE, fileProblem, pngSize, webpSize } from './picture-header'

const text = (words: string): number[] => Array.from(words, (char) => char.charCodeAt(0))
const big = (n: number): number[] => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255)
const little = (n: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (n >>> (8 * index)) & 255)

const png = (width: number, height: number) =>
  Uint8Array.from([
    0x89,
    ...text('PNG\r\n\x1a\n'),
    ...big(13),
    ...text('IHDR'),
    ...big(width),
    ...big(height),
  ])
const webp = (chunk: string, ...body: number[]) =>
  Uint8Array.from([
    ...text('RIFF'),
    ...little(99, 4),
    ...text('WEBP'),
    ...text(chunk),
    ...body,
    ...little(0, 20),
  ])
const extended = (width: number, height: number) =>
  webp('VP8X', ...little(10, 4), 2, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3))
const lossless = (width: number, height: number) =>
  webp('VP8L', ...little(9, 4), 0x2f, ...little(((height - 1) << 14) | (width - 1), 4))
const lossy = (width: number, height: number) =>
  webp('VP8 ', ...little(9, 4), 0, 0, 0, 0x9d, 1, 0x2a, ...little(width, 2), ...little(height, 2))
const jpeg = (width: number, height: number) =>
  Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    17,
    8,
    ...big(height).slice(2),
    ...big(width).slice(2),
    3,
    0,
    0,
  ])

test('each format says its size', () => {
  expect(pngSize(png(640, 480))).toEqual({ width: 640, height: 480 })
  for (const make of [extended, lossless, lossy]) {
    expect(webpSize(make(640, 480))).toEqual({ width: 640, height: 480 })
  }
})

test.each([
  ['a picture', png(640, 480), null],
  ['a JPEG', jpeg(4_000, 3_000), null],
  ['an animated WebP', extended(500, 500), null],
  ['a long thin one', png(20_000, 1), 'side-too-long'],
  ['a side that just fits', png(MAX_SIDE, 10), null],
  ['a bomb', png(16_000, 16_000), 'too-many-pixels'],
  ['a bomb in a few bytes', lossless(16_000, 16_000), 'too-many-pixels'],
  ['a negative side', png(0x80000000, 8), 'side-too-long'],
  ['no pixel', png(0, 8), 'not-a-picture'],
  ['a GIF', Uint8Array.from(text('GIF89a\x01\0\x01\0'.padEnd(40))), 'not-a-picture'],
  ['half a header', png(640, 480).slice(0, 20), 'not-a-picture'],
  ['a page', Uint8Array.from(text('<svg xmlns="http://www.w3.org/2000/svg">'.padEnd(60))), 'not-a-picture'],
  ['nothing', new Uint8Array(), 'not-a-picture'],
])('%s', (_, bytes, problem) => {
  expect(fileProblem(bytes)).toBe(problem)
})
