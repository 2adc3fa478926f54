// Owns making a stored picture: from a file the user chose, from one in an import, and from one that another side sent.
// Whatever it was, what is kept was drawn and encoded here; nobody's original bytes are.
import { jpegSize } from '../../../shared/encoding/jpeg-size'
import { MAX_PICTURE_BYTES, PICTURE_PIXELS, pictureDataSchema } from '../../../shared/model/picture'
import { fail, ok, type Result } from '../../../shared/result'
import { CENTRE, squareOf, type Square } from './crop-rules'
import { MAX_FILE_BYTES, fileProblem, type PictureProblem } from './picture-header'
import { browserPictures, type DecodedPicture, type PictureTools } from './picture-tools'

/** The first that fits; the last fits noise too. */
const QUALITIES = [0.92, 0.85, 0.75, 0.6, 0.45, 0.3, 0.15, 0.05]

/** A File, a Blob. */
export type PictureFile = Pick<Blob, 'size' | 'arrayBuffer'>

/** Whoever gets it closes it. */
export async function openPicture(
  file: PictureFile,
  tools: PictureTools = browserPictures,
): Promise<Result<DecodedPicture, PictureProblem>> {
  if (file.size > MAX_FILE_BYTES) return fail('file-too-large')
  const bytes = await bytesOf(file)
  if (!bytes) return fail('undecodable')
  const problem = fileProblem(bytes)
  if (problem) return fail(problem)
  const picture = await tools.decode(new Blob([bytes]))
  return picture ? ok(picture) : fail('undecodable')
}

/** As base64, ready for `pictures.save`. */
export async function makePicture(
  picture: DecodedPicture,
  square: Square,
  tools: PictureTools = browserPictures,
): Promise<Result<string, PictureProblem>> {
  for (const quality of QUALITIES) {
    const bytes = await tools.encode(picture, square, quality)
    if (bytes && isStorable(bytes)) return ok(toBase64(bytes))
  }
  return fail('undecodable')
}

/** The middle of any picture, as an import brings them. */
export async function centredPicture(
  file: PictureFile,
  tools: PictureTools = browserPictures,
): Promise<Result<string, PictureProblem>> {
  const opened = await openPicture(file, tools)
  if (!opened.ok) return opened
  try {
    return await makePicture(opened.value, squareOf(opened.value, CENTRE), tools)
  } finally {
    opened.value.close()
  }
}

/** A picture that another side sent (base64): only one that is just as ours are, and drawn anew. */
export async function acceptPicture(
  data: string,
  tools: PictureTools = browserPictures,
): Promise<Result<string, 'picture-unusable'>> {
  const bytes = pictureDataSchema.safeParse(data).success ? fromBase64(data) : null
  if (!bytes || !isStorable(bytes)) return fail('picture-unusable')
  const made = await centredPicture(new Blob([bytes]), tools)
  return made.ok ? made : fail('picture-unusable', made.code)
}

function isStorable(bytes: Uint8Array): boolean {
  const size = jpegSize(bytes)
  const isSquare = size?.width === PICTURE_PIXELS && size.height === PICTURE_PIXELS
  return isSquare && bytes.length <= MAX_PICTURE_BYTES
}

async function bytesOf(file: PictureFile): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null // a file that went away, or may not be read
  }
}

export function fromBase64(data: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(data), (char) => char.charCodeAt(0))
  } catch {
    return null // no base64
  }
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
