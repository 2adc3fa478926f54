// Owns what a person's picture is, here and on the way: 96 × 96 pixels of JPEG in at most 8 kB. Documents name a picture by
// its hash; the bytes lie beside them.
import * as z from 'zod'

/** Both sides of the square, in pixels. */
export const PICTURE_PIXELS = 96
export const MAX_PICTURE_BYTES = 8_000

/** The first 32 hex digits of SHA-256 over the bytes. */
export const pictureIdSchema = z.string().regex(/^[0-9a-f]{32}$/)

/** For an <img>, of what `pictures.read` gives and messages bring. */
export const pictureUrl = (data: string): string => `data:image/jpeg;base64,${data}`

/** base64, four characters for three bytes. */
export const pictureDataSchema = z
  .string()
  .min(4)
  .max(Math.ceil(MAX_PICTURE_BYTES / 3) * 4)
  .regex(/^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
