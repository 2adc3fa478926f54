// Owns measuring a picture file by its header, before anything decodes it: which format, how many pixels. Pure.
// PNG: https://www.w3.org/TR/png-3/#11IHDR. WebP: https://developers.google.com/speed/webp/docs/riff_container.
import { jpegSize } from '../../../shared/encoding/jpeg-size'

export const MAX_FILE_BYTES = 40_000_000
export const MAX_PIXELS = 50_000_000
/** Longer ones fit no canvas, however thin they are. */
export const MAX_SIDE = 16_384

export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp'

export type PictureProblem =
  'file-too-large' | 'not-a-picture' | 'too-many-pixels' | 'side-too-long' | 'undecodable'

export interface PixelSize {
  readonly width: number
  readonly height: number
}

export function fileProblem(bytes: Uint8Array): PictureProblem | null {
  const size = jpegSize(bytes) ?? pngSize(bytes) ?? webpSize(bytes)
  if (!size || size.width < 1 || size.height < 1) return 'not-a-picture'
  if (size.width > MAX_SIDE || size.height > MAX_SIDE) return 'side-too-long'
  return size.width * size.height > MAX_PIXELS ? 'too-many-pixels' : null
}

const startsWith = (bytes: Uint8Array, signs: string, at = 0): boolean =>
  Array.from(signs, (sign) => sign.charCodeAt(0)).every((code, index) => bytes[at + index] === code)

/** `count` bytes, the last first. */
function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = count - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

function bigEndian(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((value, index) => value * 256 + (bytes[at + index] ?? 0), 0)
}

/** The header is the first chunk, in animated ones too. */
export function pngSize(bytes: Uint8Array): PixelSize | null {
  if (!startsWith(bytes, '\x89PNG\r\n\x1a\n') || !startsWith(bytes, 'IHDR', 12) || bytes.length < 24)
    return null
  return { width: bigEndian(bytes, 16), height: bigEndian(bytes, 20) }
}

/** Lossy, lossless and extended (animated, with alpha) files each say it in another place. */
export function webpSize(bytes: Uint8Array): PixelSize | null {
  if (!startsWith(bytes, 'RIFF') || !startsWith(bytes, 'WEBP', 8) || bytes.length < 30) return null
  if (startsWith(bytes, 'VP8X', 12)) {
    return { width: littleEndian(bytes, 24, 3) + 1, height: littleEndian(bytes, 27, 3) + 1 }
  }
  if (startsWith(bytes, 'VP8L', 12)) {
    const bits = littleEndian(bytes, 21, 4)
    return { width: (bits % 0x4000) + 1, height: (Math.floor(bits / 0x4000) % 0x4000) + 1 }
  }
  if (!startsWith(bytes, 'VP8 ', 12)) return null
  return { width: littleEndian(bytes, 26, 2) % 0x4000, height: littleEndian(bytes, 28, 2) % 0x4000 }
}
