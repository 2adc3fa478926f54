// Owns a guest's pictures of people: kept by the browser under their hash, as main keeps them in files.
import { jpegSize } from '../../../shared/encoding/jpeg-size'
import { PICTURE_PIXELS, pictureDataSchema } from '../../../shared/model/picture'
import { fail, ok, type Result } from '../../../shared/result'
import type { GuestStore } from './guest-store'

export interface GuestPictures {
  save(data: string): Promise<Result<{ readonly picture: string }>>
  /** Those that are there. */
  read(pictures: readonly string[]): Promise<{ readonly picture: string; readonly data: string }[]>
}

const keyOf = (picture: string): string => `picture-${picture}`

export function createGuestPictures(store: () => Promise<GuestStore>, subtle: SubtleCrypto): GuestPictures {
  async function hashOf(bytes: BufferSource): Promise<string> {
    const hash = new Uint8Array(await subtle.digest('SHA-256', bytes))
    return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  async function readOne(picture: string): Promise<{ picture: string; data: string }[]> {
    const data = pictureDataSchema.safeParse(await (await store()).read(keyOf(picture)))
    return data.success ? [{ picture, data: data.data }] : []
  }

  return {
    async save(data) {
      const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0))
      const size = jpegSize(bytes)
      if (size?.width !== PICTURE_PIXELS || size.height !== PICTURE_PIXELS) return fail('picture-unusable')
      const picture = await hashOf(bytes)
      try {
        await (await store()).write(keyOf(picture), data)
        return ok({ picture })
      } catch {
        return fail('disk-failed') // said to the user, who can choose it again
      }
    },
    read: async (pictures) => (await Promise.all(pictures.map(readOne))).flat(),
  }
}
