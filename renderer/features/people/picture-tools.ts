// Owns what a browser does with pictures: decoding a file's first frame, and drawing a square of it as a small JPEG. Behind an
// interface, since tests have no canvas.
import { PICTURE_PIXELS } from '../../../shared/model/picture'
import type { Square } from './crop-rules'
import type { PixelSize } from './picture-header'

export interface DecodedPicture extends PixelSize {
  readonly draw: (canvas: CanvasRenderingContext2D, square: Square, sidePx: number) => void
  /** Gives its memory back; closing twice is harmless. */
  readonly close: () => void
}

export interface PictureTools {
  /** Null where it can't be decoded. */
  decode(file: Blob): Promise<DecodedPicture | null>
  /** PICTURE_PIXELS square; null where the canvas refuses. */
  encode(picture: DecodedPicture, square: Square, quality: number): Promise<Uint8Array | null>
}

/** Enough for a square of a quarter of it; a camera's picture would hold 200 MB while it is cropped. */
const WORKING_SIDE = 1_024
/** Under what is transparent. */
const GROUND = '#ffffff'

export const browserPictures: PictureTools = { decode, encode }

async function decode(file: Blob): Promise<DecodedPicture | null> {
  try {
    const whole = await createImageBitmap(file)
    const shrink = WORKING_SIDE / Math.max(whole.width, whole.height)
    const bitmap = shrink < 1 ? await shrunk(whole, shrink) : whole
    return {
      width: bitmap.width,
      height: bitmap.height,
      draw: (canvas, { left, top, side }, sidePx) => {
        canvas.fillStyle = GROUND
        canvas.fillRect(0, 0, sidePx, sidePx)
        canvas.imageSmoothingQuality = 'high'
        canvas.drawImage(bitmap, left, top, side, side, 0, 0, sidePx, sidePx)
      },
      close: () => bitmap.close(),
    }
  } catch {
    return null // not what its header says: told as a picture that can't be read
  }
}

async function shrunk(whole: ImageBitmap, by: number): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(whole, {
      resizeWidth: Math.max(1, Math.round(whole.width * by)),
      resizeHeight: Math.max(1, Math.round(whole.height * by)),
      resizeQuality: 'high',
    })
  } finally {
    whole.close()
  }
}

async function encode(picture: DecodedPicture, square: Square, quality: number): Promise<Uint8Array | null> {
  const canvas = document.createElement('canvas')
  canvas.width = PICTURE_PIXELS
  canvas.height = PICTURE_PIXELS
  const context = canvas.getContext('2d')
  if (!context) return null
  picture.draw(context, square, PICTURE_PIXELS)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return blob && new Uint8Array(await blob.arrayBuffer())
}
