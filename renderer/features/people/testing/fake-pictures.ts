// Owns a browser without a canvas: what was asked of it, and JPEGs of a chosen length.
import { PICTURE_PIXELS } from '../../../../shared/model/picture'
import { toBase64 } from '../make-picture'
import type { DecodedPicture, PictureTools } from '../picture-tools'

/** Says what jpegSize reads, and is `length` bytes long. */
export function jpegBytes(length: number, pixels: number = PICTURE_PIXELS): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  const [high, low] = [pixels >> 8, pixels & 255]
  bytes.set([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, high, low, high, low, 3])
  return bytes
}

export const jpegData = (length = 60, pixels: number = PICTURE_PIXELS): string =>
  toBase64(jpegBytes(length, pixels))

export interface FakePictures extends PictureTools {
  readonly qualities: readonly number[]
  readonly closed: () => number
}

/** `lengthAt`: how long the JPEG of a quality is. */
export function createFakePictures({
  decodes = true,
  lengthAt = () => 100,
}: { decodes?: boolean; lengthAt?: (quality: number) => number } = {}): FakePictures {
  const qualities: number[] = []
  let closed = 0
  const picture: DecodedPicture = {
    width: 640,
    height: 480,
    draw: () => undefined,
    close: () => {
      closed += 1
    },
  }
  return {
    qualities,
    closed: () => closed,
    decode: () => Promise.resolve(decodes ? picture : null),
    encode: (_picture, _square, quality) => {
      qualities.push(quality)
      return Promise.resolve(jpegBytes(lengthAt(quality)))
    },
  }
}
