// Owns taking what a viewer's page draws now, as grey values.
import type { Page } from '@playwright/test'
import type { GreyPicture } from './picture-likeness'

/** Stretched to this size. Grey as Pillow and the bare page make it. A page without a picture gives black. */
export async function greyPicture(
  page: Page,
  picture: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<GreyPicture> {
  const text = await page.evaluate(readInPage, { picture, width, height })
  return { width, height, grey: new Uint8Array(Buffer.from(text, 'base64')) }
}

interface Wanted {
  /** A selector. */
  readonly picture: string
  readonly width: number
  readonly height: number
}

/** Runs in the page. */
function readInPage({ picture, width, height }: Wanted): string {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  const element = document.querySelector<HTMLVideoElement>(picture)
  if (context === null) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  if (element !== null) context.drawImage(element, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]]
    grey[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
  }
  let text = ''
  const PIECE = 32_768
  for (let at = 0; at < grey.length; at += PIECE)
    text += String.fromCharCode(...grey.subarray(at, at + PIECE))
  return btoa(text)
}
