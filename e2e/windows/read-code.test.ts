import { describe, expect, test } from 'vitest'
import { readCode, type Pixels } from './read-code'

// Bytes as program/layout.py makes them: window 258, 0x67890123 ms, frame 7.
const BYTES = [1, 2, 0x67, 0x89, 0x01, 0x23, 7]
const NOW_MS = 0x193_6789_0124
const COLOUR = [220, 110, 30] as const // of 258

type Painter = (x: number, y: number) => readonly [number, number, number]

function paint(width: number, height: number, painter: Painter): Pixels {
  const data: number[] = []
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      data.push(...painter((column + 0.5) / width, (row + 0.5) / height), 255)
    }
  }
  return { width, height, data }
}

/** `proof` as computed by the program for BYTES. */
function windowPainter(proof: number, [black, white] = [0, 255]): Painter {
  const bits = [...BYTES, proof].flatMap((byte) =>
    [7, 6, 5, 4, 3, 2, 1, 0].map((shift) => (byte >> shift) & 1),
  )
  const grey = (isWhite: boolean) => (isWhite ? [white, white, white] : [black, black, black]) as never
  return (x, y) => {
    if (y < 0.08) return grey(bits[Math.floor(y / 0.04) * 32 + Math.floor(x * 32)] === 1)
    if (x > 0.94 && y > 0.94) return grey(x > 0.97)
    return COLOUR
  }
}
const PROOF = 0x34

describe('the code of a test window', () => {
  test.each([
    [1920, 1080],
    [640, 360],
    [480, 270],
    [322, 181],
    [500, 700],
  ])('is read from %i × %i pixels', (width, height) => {
    expect(readCode(paint(width, height, windowPainter(PROOF)), NOW_MS)).toEqual({
      kind: 'window',
      number: 258,
      drawnAtMs: 0x193_6789_0123,
      frame: 7,
      isWhole: true,
    })
  })

  test('is read where black and white came out grey', () => {
    expect(readCode(paint(480, 270, windowPainter(PROOF, [70, 190])), NOW_MS)).toMatchObject({ number: 258 })
  })

  test('is not believed without its proof', () => {
    expect(readCode(paint(480, 270, windowPainter(PROOF ^ 1)), NOW_MS)).toEqual({ kind: 'unreadable' })
  })

  test('belongs to a time near now, also across the end of its 32 bits', () => {
    const late = readCode(paint(480, 270, windowPainter(PROOF)), 0x192_f000_0000)
    expect(late).toMatchObject({ drawnAtMs: 0x193_6789_0123 })
  })

  test('of a window that was cut off, or has another colour, is not whole', () => {
    const whole = windowPainter(PROOF)
    const cut = paint(480, 270, (x, y) => (y > 0.9 ? COLOUR : whole(x, y)))
    const foreign = paint(480, 270, (x, y) => (whole(x, y) === COLOUR ? [40, 150, 60] : whole(x, y)))
    expect(readCode(cut, NOW_MS)).toMatchObject({ kind: 'window', isWhole: false })
    expect(readCode(foreign, NOW_MS)).toMatchObject({ kind: 'window', isWhole: false })
  })

  test.each([
    ['2 × 2 black pixels', paint(2, 2, () => [0, 0, 0]), 'black'],
    ['a black picture', paint(480, 270, () => [16, 16, 16]), 'black'],
    ['a white picture', paint(480, 270, () => [255, 255, 255]), 'unreadable'],
    ['a grey picture', paint(480, 270, () => [90, 90, 90]), 'unreadable'],
    ['no picture', paint(0, 0, () => [0, 0, 0]), 'black'],
  ])('%s: %s', (_name, pixels, kind) => {
    expect(readCode(pixels, NOW_MS)).toEqual({ kind })
  })
})
