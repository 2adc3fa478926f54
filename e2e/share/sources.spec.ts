// The picker's list, with real windows of another program: names come first and pictures after, what closes is gone, and
// nobody looks when no picker is open.
import type { ElectronApplication } from '@playwright/test'
import { shareSourceSchema } from '../../shared/model/share'
import { expect, test as base } from '../fixtures/test'
import { LETTER, PHOTOS, idOf, titled, withSharing, type Sharing } from './sources-fixture'

const test = base.extend<{ readonly sharing: Sharing }>({ sharing: withSharing })

test('names come first, pictures follow, and our own window is not among them', async ({ sharing }) => {
  const { windows, page } = sharing
  const [letter] = await windows.openAll([LETTER, PHOTOS])
  const dialogue = await page.openPicker()
  await expect
    .poll(async () => (await titled(page, dialogue, 'Photos'))?.thumbnail)
    .toMatch(/^data:image\/jpeg/)
  const news = (await page.news()).map(({ state }) => state)
  expect(news[0]).toEqual({ is: 'loading' })
  const first = news[1]?.is === 'listed' ? news[1].sources : []
  expect(first.map((source) => source.title)).toEqual(expect.arrayContaining(['Letter', 'Photos']))
  expect(first.every((source) => source.thumbnail === null && !source.thumbnailFailed)).toBe(true)
  const all = await page.sources(dialogue)
  expect(all[0]?.kind).toBe('screen')
  expect(
    all
      .filter((source) => source.kind === 'window')
      .map((source) => source.title)
      .sort(),
  ).toEqual(['Letter', 'Photos'])
  expect((await titled(page, dialogue, 'Letter'))?.id).toMatch(new RegExp(`^window:${letter?.xid ?? ''}:`))
})

test('windows of one program stand together under its name', async ({ sharing }) => {
  const { windows, page } = sharing
  await windows.openAll([LETTER, PHOTOS, { ...LETTER, title: 'Second letter', x: 200 }])
  const dialogue = await page.openPicker()
  await expect.poll(async () => (await titled(page, dialogue, 'Letter'))?.program).toMatch(/writer/i)
  const [letter, second, photos] = await Promise.all(
    ['Letter', 'Second letter', 'Photos'].map((title) => titled(page, dialogue, title)),
  )
  expect(second?.group).toBe(letter?.group)
  expect(photos?.group).not.toBe(letter?.group)
  expect(letter?.icon).toMatch(/^data:image\/png/)
})

test('what opens, is renamed or closes while the picker is open, the picker shows', async ({ sharing }) => {
  const { windows, page } = sharing
  const letter = await windows.open(LETTER)
  const dialogue = await page.openPicker()
  await idOf(page, dialogue, 'Letter')
  const photos = await windows.open(PHOTOS)
  await idOf(page, dialogue, 'Photos')
  await photos.retitle('Pictures')
  await idOf(page, dialogue, 'Pictures')
  await letter.close()
  await expect.poll(() => titled(page, dialogue, 'Letter')).toBeUndefined()
  await photos.minimise()
  await expect.poll(() => titled(page, dialogue, 'Pictures')).toBeUndefined()
  await photos.restore()
  await idOf(page, dialogue, 'Pictures')
})

test('looking begins with the picker and ends with it, or with its page', async ({ sharing }) => {
  const { windows, client, page } = sharing
  await windows.open(LETTER)
  const looks = await countLooks(client.app)
  expect(await looks()).toBe(0)
  const dialogue = await page.openPicker()
  await expect.poll(looks).toBeGreaterThan(2)
  await page.call('share.closePicker', { dialogue })
  await expectNoMore(looks)
  await page.openPicker()
  await expect.poll(looks).toBeGreaterThan(3)
  await client.page.reload()
  await expectNoMore(looks)
})

test('a second picker of the same window takes the place of the first', async ({ sharing }) => {
  const { windows, page } = sharing
  await windows.open(LETTER)
  const first = await page.openPicker()
  const id = await idOf(page, first, 'Letter')
  const second = await page.openPicker()
  await idOf(page, second, 'Letter')
  expect(await page.choose(first, id)).toMatchObject({ ok: false, code: 'source-gone' })
  expect(await page.choose(second, id)).toMatchObject({ ok: true })
})

test('two hundred windows with titles of four thousand characters', async ({ sharing }) => {
  const { windows, page } = sharing
  const title = (index: number): string => `${index} \u202egnp.exe ${'\u200fx\t'.repeat(1_300)}`
  const specs = Array.from({ length: 200 }, (_, index) => ({ ...LETTER, title: title(index) }))
  // Some at a time: a manager with little time is slow to show so many.
  for (let from = 0; from < specs.length; from += 40) await windows.openAll(specs.slice(from, from + 40))
  const dialogue = await page.openPicker()
  await expect.poll(async () => (await page.sources(dialogue)).length, { timeout: 30_000 }).toBe(201)
  const sources = await page.sources(dialogue)
  for (const source of sources) expect(shareSourceSchema.safeParse(source).error).toBeUndefined()
  expect(sources.some((source) => /[\p{Cc}\p{Cf}]/u.test(source.title))).toBe(false)
  await expect
    .poll(async () => (await page.sources(dialogue)).filter(({ thumbnail }) => thumbnail === null).length, {
      timeout: 30_000,
    })
    .toBe(0)
  const other = sources.find((source) => source.title.startsWith('137 '))
  expect(await page.choose(dialogue, other?.id ?? '')).toMatchObject({ ok: true })
  expect(await page.capture()).toHaveProperty('tracks')
})

test('this system’s abilities', async ({ sharing }) => {
  expect(await sharing.page.call('share.abilities')).toMatchObject({
    ok: true,
    value: { picker: 'own', systemSound: { is: 'unavailable', why: 'would-echo' }, bar: true },
  })
  expect(await sharing.page.call('share.openSystemSettings')).toEqual({ ok: true, value: { opened: false } })
})

async function countLooks(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(({ desktopCapturer }) => {
    const real = desktopCapturer.getSources.bind(desktopCapturer)
    Reflect.set(globalThis, 'testLooks', 0)
    desktopCapturer.getSources = (options) => {
      Reflect.set(globalThis, 'testLooks', Number(Reflect.get(globalThis, 'testLooks')) + 1)
      return real(options)
    }
  })
  return () => app.evaluate(() => Number(Reflect.get(globalThis, 'testLooks')))
}

/** For longer than a picker waits between two looks. */
async function expectNoMore(looks: () => Promise<number>): Promise<void> {
  const before = await looks()
  const until = Date.now() + 3_000
  await expect.poll(() => Date.now() > until).toBe(true)
  expect(await looks()).toBe(before)
}
