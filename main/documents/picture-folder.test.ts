import { expect, it } from 'vitest'
import { NO_CONTACTS } from '../../shared/model/contact'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { silentLog } from '../log/log'
import { createMemoryFolder } from '../testing/memory-folder'
import { createPictureFolder } from './picture-folder'
import { picturesOf } from './pictures-of'

/** The head of a JPEG of that size; nothing here decodes. */
const jpeg = (side: number, filling = 0): string =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0],
    ...Array.from({ length: filling }, () => 0),
  ]).toString('base64')

it('keeps a picture under its hash, once', async () => {
  const folder = createMemoryFolder()
  const pictures = createPictureFolder(folder, silentLog)
  const saved = await pictures.save(jpeg(96))
  expect(await pictures.save(jpeg(96))).toEqual(saved)
  expect(folder.files.size).toBe(1)
  const picture = saved.ok ? saved.value.picture : ''
  expect(await pictures.read(['0'.repeat(32), picture])).toEqual([{ picture, data: jpeg(96) }])
})

it.each([
  ['something that is no JPEG', Buffer.from('GIF89a, not a picture of ours').toString('base64')],
  ['a picture of another size', jpeg(97)],
  ['a picture that is too large', jpeg(96, 8_001)],
  ['something that is no base64', 'a b!'],
])('refuses %s', async (_, data) => {
  const folder = createMemoryFolder()
  const saved = await createPictureFolder(folder, silentLog).save(data)
  expect(saved).toMatchObject({ ok: false, code: 'picture-unusable' })
  expect(folder.files.size).toBe(0)
})

it('says that the disk is full', async () => {
  const folder = createMemoryFolder()
  folder.failWrites('disk-full')
  expect(await createPictureFolder(folder, silentLog).save(jpeg(96))).toMatchObject({ code: 'disk-full' })
})

it('gives no picture whose file was changed', async () => {
  const folder = createMemoryFolder()
  const pictures = createPictureFolder(folder, silentLog)
  const saved = await pictures.save(jpeg(96))
  const picture = saved.ok ? saved.value.picture : ''
  folder.files.set(`${picture}.jpg.b64`, jpeg(96, 3))
  expect(await pictures.read([picture])).toEqual([])
})

it('loses at start what no document names, and nothing that isn’t a picture of ours', async () => {
  const folder = createMemoryFolder({ 'notes.txt': 'mine' })
  const pictures = createPictureFolder(folder, silentLog)
  const ids = await Promise.all(
    [0, 3, 6].map(async (filling) => {
      const saved = await pictures.save(jpeg(96, filling))
      return saved.ok ? saved.value.picture : ''
    }),
  )
  const [own = '', ben = '', gone = ''] = ids
  const contact = { id: 'b'.repeat(32), name: 'Ben', server: null, addedAt: 1, favourite: false, notes: '' }
  const named = picturesOf(
    { ...NO_CONTACTS, contacts: [{ ...contact, picture: ben }] },
    { ...DEFAULT_SETTINGS, picture: own },
  )
  await pictures.keepOnly(named)
  expect((await pictures.read([own, ben, gone])).map(({ picture }) => picture)).toEqual([own, ben])
  expect(folder.files.get('notes.txt')).toBe('mine')
})
