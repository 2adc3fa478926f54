import { expect, it } from 'vitest'
import { createGuestPictures } from './guest-pictures'
import { memoryStore, type GuestStore } from './guest-store'

const head = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 96, 0, 96, 1, 1, 0x11, 0]
const DATA = btoa(String.fromCharCode(...head))
// The first 32 digits of `sha256sum` over these bytes.
const PICTURE = '1145660a43e05d11af9204668844741a'

const picturesOf = (store: GuestStore) => createGuestPictures(() => Promise.resolve(store), crypto.subtle)

it('keeps a picture under its hash', async () => {
  const pictures = picturesOf(memoryStore())
  expect(await pictures.save(DATA)).toEqual({ ok: true, value: { picture: PICTURE } })
  expect(await pictures.read(['0'.repeat(32), PICTURE])).toEqual([{ picture: PICTURE, data: DATA }])
})

it('refuses what isn’t a picture of ours', async () => {
  expect(await picturesOf(memoryStore()).save(btoa('not a picture'))).toMatchObject({
    code: 'picture-unusable',
  })
})

it('says that the browser kept nothing', async () => {
  const full: GuestStore = {
    ...memoryStore(),
    write: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
  }
  expect(await picturesOf(full).save(DATA)).toMatchObject({ code: 'disk-failed' })
})
