// Owns reading a test window's code from pixels: which window it is, when it was painted, whether it is whole. Its other
// half, which paints it, is program/layout.py: change both together.

/** RGBA, row after row, as a canvas gives it. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: ArrayLike<number>
}

export type CodeReading =
  /** Nothing but black, as a minimised window arrives. */
  | { readonly kind: 'black' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'window'
      readonly number: number
      /** Milliseconds since 1970, by the clock of the machine that painted it. */
      readonly drawnAtMs: number
      /** Of the frames that this window painted, modulo 256. */
      readonly frame: number
      /** The window's own colour is where it should be, and so is the mark in its lower right corner. */
      readonly isWhole: boolean
    }

/**
 * Everything it needs is inside: pages get it as text. `nowMs` completes the time, of which the code has 32 bits.
 * The picture may have any size, also another shape than the window's, but must not have a border.
 */
export function readCode({ width, height, data }: Pixels, nowMs: number): CodeReading {
  const COLUMNS = 32
  const ROWS = 2
  const STRIP = 0.08
  const BAND = 0.16
  const MARKER = 0.06
  const COLOURS = [
    [200, 40, 40],
    [40, 90, 200],
    [40, 150, 60],
    [190, 150, 20],
    [150, 50, 170],
    [20, 150, 160],
    [220, 110, 30],
    [90, 60, 30],
    [230, 120, 170],
    [110, 160, 20],
    [70, 70, 110],
    [150, 150, 150],
  ]
  const BLACK_BELOW = 32
  const SPAN_MS = 2 ** 32

  const channel = (x: number, y: number, index: number): number => {
    const column = Math.min(width - 1, Math.floor(x * width))
    const row = Math.min(height - 1, Math.floor(y * height))
    return data[(row * width + column) * 4 + index] ?? 0
  }
  const luma = (x: number, y: number): number =>
    0.3 * channel(x, y, 0) + 0.6 * channel(x, y, 1) + 0.1 * channel(x, y, 2)

  /** The middle of a cell, by nine points: a compressed picture smears its edges. */
  const isWhite = (column: number, row: number): boolean => {
    let sum = 0
    for (const right of [0.35, 0.5, 0.65]) {
      for (const down of [0.35, 0.5, 0.65]) {
        sum += luma((column + right) / COLUMNS, ((row + down) / ROWS) * STRIP)
      }
    }
    return sum / 9 > 127
  }
  const crcOf = (bytes: readonly number[]): number => {
    let crc = 0xff
    for (const byte of bytes) {
      crc ^= byte
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1
    }
    return crc
  }
  const isBlack = (): boolean => {
    for (let x = 0.02; x < 1; x += 0.03) {
      for (let y = 0.01; y < 1; y += 0.03) if (luma(x, y) > BLACK_BELOW) return false
    }
    return true
  }
  const distance = (colour: readonly number[]): number => {
    let sum = 0
    for (const [index, wanted] of colour.entries()) {
      sum += Math.abs(channel(0.5, (STRIP + BAND) / 2, index) - wanted)
    }
    return sum
  }
  const hasColourOf = (number: number): boolean => {
    const own = COLOURS[number % COLOURS.length] ?? []
    return COLOURS.every((other) => distance(own) <= distance(other))
  }
  const hasMarker = (): boolean => {
    const y = 1 - MARKER / 2
    return luma(1 - 0.75 * MARKER, y) < 96 && luma(1 - 0.25 * MARKER, y) > 160
  }

  const bytesOfCode = (): readonly number[] =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((index) => {
      let byte = 0
      for (let at = index * 8; at < index * 8 + 8; at += 1) {
        byte = byte * 2 + (isWhite(at % COLUMNS, Math.floor(at / COLUMNS)) ? 1 : 0)
      }
      return byte
    })
  const numberOf = (bytes: readonly number[]): number => bytes.reduce((value, byte) => value * 256 + byte, 0)

  if (width < 1 || height < 1 || isBlack()) return { kind: 'black' }
  const bytes = bytesOfCode()
  if (crcOf(bytes.slice(0, 7)) !== bytes[7]) return { kind: 'unreadable' }
  const number = numberOf(bytes.slice(0, 2))
  const lowMs = numberOf(bytes.slice(2, 6))
  const drawnAtMs = lowMs + Math.round((nowMs - lowMs) / SPAN_MS) * SPAN_MS
  const frame = numberOf(bytes.slice(6, 7))
  return { kind: 'window', number, drawnAtMs, frame, isWhole: hasColourOf(number) && hasMarker() }
}
