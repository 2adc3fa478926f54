import { describe, expect, it } from 'vitest'
import { MAX_PICTURE_BYTES } from '../../../shared/model/picture'
import { acceptPicture, centredPicture, fromBase64, openPicture, toBase64 } from './make-picture'
import { MAX_FILE_BYTES } from './picture-header'
import { createFakePictures, jpegBytes, jpegData } from './testing/fake-pictures'

const file = (bytes: BlobPart = jpegBytes(200, 500)) => new Blob([bytes])

describe('a file', () => {
  it('over 40 MB is refused before it is read', async () => {
    const huge = { size: MAX_FILE_BYTES + 1, arrayBuffer: () => Promise.reject(new Error('was read')) }
    const opened = await openPicture(huge, createFakePictures())
    expect(opened).toMatchObject({ ok: false, code: 'file-too-large' })
  })

  it('is measured before it is decoded', async () => {
    const decoded: unknown[] = []
    const tools = {
      ...createFakePictures(),
      decode: (blob: Blob) => (decoded.push(blob), Promise.resolve(null)),
    }
    expect(await openPicture(file('BEGIN:VCALENDAR'), tools)).toMatchObject({ code: 'not-a-picture' })
    expect(decoded).toEqual([])
  })

  it('that can’t be decoded is told so', async () => {
    const opened = await openPicture(file(), createFakePictures({ decodes: false }))
    expect(opened).toMatchObject({ code: 'undecodable' })
  })

  it('that can’t be read any more is told so', async () => {
    const gone = { size: 9, arrayBuffer: () => Promise.reject(new Error('gone')) }
    expect(await openPicture(gone, createFakePictures())).toMatchObject({ code: 'undecodable' })
  })
})

describe('a picture', () => {
  it('is made with the best quality that fits, and its memory given back', async () => {
    const tools = createFakePictures({ lengthAt: (quality) => Math.round(quality * 11_000) })
    const made = await centredPicture(file(), tools)
    expect(tools.qualities).toEqual([0.92, 0.85, 0.75, 0.6])
    expect(made.ok && fromBase64(made.value)?.length).toBe(6_600)
    expect(tools.closed()).toBe(1)
  })

  it('that never fits is refused', async () => {
    const tools = createFakePictures({ lengthAt: () => MAX_PICTURE_BYTES + 1 })
    expect(await centredPicture(file(), tools)).toMatchObject({ code: 'undecodable' })
    expect(tools.closed()).toBe(1)
  })
})

describe('a picture from another side', () => {
  it('is drawn anew: its own bytes are never kept', async () => {
    const theirs = jpegData(300)
    const accepted = await acceptPicture(theirs, createFakePictures({ lengthAt: () => 120 }))
    expect(accepted).toEqual({ ok: true, value: jpegData(120) })
  })

  it.each([
    ['of another size', jpegData(200, 97)],
    ['too large', jpegData(MAX_PICTURE_BYTES + 3)],
    ['that isn’t one', toBase64(Uint8Array.from([1, 2, 3, 4]))],
    ['in no base64', '%%%%'],
    ['of nothing', ''],
  ])('%s is refused before it is decoded', async (_, data) => {
    const tools = createFakePictures()
    expect(await acceptPicture(data, tools)).toMatchObject({ ok: false, code: 'picture-unusable' })
    expect(tools.qualities).toEqual([])
  })

  it('that can’t be decoded is refused', async () => {
    const accepted = await acceptPicture(jpegData(), createFakePictures({ decodes: false }))
    expect(accepted).toMatchObject({ code: 'picture-unusable' })
  })
})
