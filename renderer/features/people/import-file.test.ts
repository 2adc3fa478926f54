import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '../../../shared/exchange/found-contact'
import { writeContactsJson } from '../../../shared/exchange/contacts-json'
import type { Contact } from '../../../shared/model/contact'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { fail, ok, type Result } from '../../../shared/result'
import { exportContacts } from './export-file'
import { readImport } from './import-file'
import { takeImport } from './take-import'
import { createFakePictures, jpegData } from './testing/fake-pictures'

const idOf = (n: number): string => n.toString(16).padStart(32, '0')
const contact = (n: number, change: Partial<Contact> = {}): Contact => ({
  ...{ id: idOf(n), name: `Person ${String(n)}`, server: 'https://call.example.org/', addedAt: 5 },
  ...{ favourite: false, notes: '', picture: null },
  ...change,
})
const fileOf = (text: string) => ({ size: text.length, text: () => Promise.resolve(text) })
const written = (contacts: readonly Contact[]) => writeContactsJson(contacts, () => jpegData())

function context(contacts: readonly Contact[] = []) {
  const clock = createFakeClock()
  return { clock, context: { contacts, ownId: null, clock, isStopped: () => false } }
}

describe('a file', () => {
  it('over 16 MB is refused before it is read', async () => {
    const huge = { size: MAX_FILE_BYTES + 1, text: () => Promise.reject(new Error('was read')) }
    expect(await readImport(huge, context().context)).toMatchObject({ code: 'too-large' })
  })

  it.each([
    ['that can’t be read', { size: 9, text: () => Promise.reject(new Error('gone')) }, 'not-readable'],
    ['with nobody in it', fileOf(written([])), 'nobody'],
    ['of another kind', fileOf('BEGIN:VCALENDAR\n'), 'calendar'],
  ])('%s is told so', async (_, file, code) => {
    expect(await readImport(file, context().context)).toMatchObject({ ok: false, code })
  })

  it('is read in portions, between which others work, and is given up when asked', async () => {
    const { clock, context: given } = context()
    let asked = 0
    // Each look at the clock is 3 ms later, as on a slow machine.
    let now = 0
    const slow = { ...clock, now: () => (now += 3) }
    const stopped = readImport(fileOf(written(Array.from({ length: 50 }, (_, n) => contact(n)))), {
      ...given,
      clock: slow,
      isStopped: () => (asked += 1) === 3,
    })
    for (let turn = 0; turn < 5; turn++) await clock.advance(1)
    expect(await stopped).toBeNull()
    expect(asked).toBe(3)
  })
})

describe('taking it', () => {
  async function take(
    existing: readonly Contact[],
    found: readonly Contact[],
    answer: Result<unknown> = ok(undefined),
  ) {
    const { clock, context: given } = context(existing)
    const plan = await readImport(fileOf(written(found)), given)
    if (!plan?.ok) throw new Error('no plan')
    const put: (readonly Contact[])[] = []
    const desktop = createFakeDesktop({ 'pictures.save': () => ok({ picture: idOf(77) }) })
    const taken = await takeImport({
      ...{ plan: plan.value, manner: 'keep', desktop, onProgress: () => undefined },
      contacts: () => existing,
      put: (contacts) => (put.push(contacts), Promise.resolve(answer)),
      wallNow: () => clock.wallNow(),
      tools: createFakePictures(),
    })
    return { taken, put, desktop }
  }

  it('stores pictures drawn anew, then puts all in one change', async () => {
    const { taken, put, desktop } = await take(
      [contact(2, { notes: 'mine' })],
      [contact(1, { picture: idOf(5) }), contact(2, { notes: 'theirs' }), contact(3)],
    )
    expect(taken).toMatchObject(ok({ added: 2, changed: 0, withoutPicture: 0 }))
    expect(put).toHaveLength(1)
    expect(put[0]?.map(({ id, picture }) => [id, picture])).toEqual([
      [idOf(1), idOf(77)],
      [idOf(3), null],
    ])
    expect(desktop.asked('pictures.save')).toEqual([{ data: jpegData(100) }])
  })

  it('that the disk refuses is told, and nothing is counted as taken', async () => {
    const { taken } = await take([], [contact(1)], fail('disk-full'))
    expect(taken).toMatchObject({ ok: false, code: 'disk-full' })
  })
})

it('what is exported holds the pictures that are stored', async () => {
  const desktop = createFakeDesktop({
    'pictures.read': ({ pictures }) =>
      ok({ pictures: pictures.map((picture) => ({ picture, data: 'QUJD' })) }),
  })
  const json = await exportContacts(desktop, [contact(1, { picture: idOf(5) })], 'json')
  expect(json.ok && json.value.content).toContain('"picture":"QUJD"')
  const vcard = await exportContacts(desktop, [contact(1, { picture: idOf(5) })], 'vcard')
  expect(vcard.ok && vcard.value.content).toContain('PHOTO:data:image/jpeg;base64,QUJD')
})
