// Owns the folder of people's pictures: each in a file named by its hash, so that documents stay small and a picture that two
// name lies there once. What no document names any more goes at start.
import { createHash } from 'node:crypto'
import { jpegSize } from '../../shared/encoding/jpeg-size'
import {
  MAX_PICTURE_BYTES,
  PICTURE_PIXELS,
  pictureDataSchema,
  pictureIdSchema,
} from '../../shared/model/picture'
import { fail, ok, type Result } from '../../shared/result'
import type { Log } from '../log/log'
import type { Folder } from './folder'
import { sweepLeftovers } from './sweep-leftovers'

export interface PictureFolder {
  save(data: string): Promise<Result<{ readonly picture: string }>>
  /** Those that are there and whole, in the order asked for. */
  read(pictures: readonly string[]): Promise<{ readonly picture: string; readonly data: string }[]>
  /** Removes what isn't among these. */
  keepOnly(pictures: ReadonlySet<string>): Promise<void>
}

const ENDING = '.jpg.b64'
const MAX_CHARS = Math.ceil(MAX_PICTURE_BYTES / 3) * 4

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/** Null: not a file of ours. */
function pictureOf(name: string): string | null {
  const picture = name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : ''
  return pictureIdSchema.safeParse(picture).success ? picture : null
}

function bytesOf(data: string): Buffer | null {
  if (!pictureDataSchema.safeParse(data).success) return null
  const bytes = Buffer.from(data, 'base64')
  const size = jpegSize(bytes)
  const fits = size?.width === PICTURE_PIXELS && size.height === PICTURE_PIXELS
  return fits && bytes.length <= MAX_PICTURE_BYTES ? bytes : null
}

export function createPictureFolder(folder: Folder, log: Log): PictureFolder {
  async function readOne(picture: string): Promise<{ picture: string; data: string }[]> {
    const read = await folder.read(`${picture}${ENDING}`, MAX_CHARS)
    if (read.kind === 'missing') return []
    const bytes = read.kind === 'text' ? bytesOf(read.text) : null
    if (read.kind === 'text' && bytes && hashOf(bytes) === picture) return [{ picture, data: read.text }]
    log.error('picture not read', { why: read.kind })
    return []
  }

  return {
    async save(data) {
      const bytes = bytesOf(data)
      if (!bytes) return fail('picture-unusable')
      const picture = hashOf(bytes)
      const written = await folder.write(`${picture}${ENDING}`, data)
      return written.ok ? ok({ picture }) : written
    },
    read: async (pictures) => (await Promise.all(pictures.map(readOne))).flat(),
    async keepOnly(pictures) {
      await sweepLeftovers(folder, (file) => pictureOf(file) !== null, log)
      for (const name of await folder.list()) {
        const picture = pictureOf(name)
        // Whatever else lies there isn't ours to remove.
        if (picture === null || pictures.has(picture)) continue
        const removed = await folder.remove(name)
        if (!removed.ok) log.error('picture not removed', { why: removed.code })
      }
    },
  }
}
