// The picker's list and what may be captured, with real windows of another program: names come first and pictures after,
// what closes is gone, and a page gets exactly the window that was chosen, or nothing.
import { launchElectron } from '../fixtures/electron-client'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindows } from '../windows/test-windows'
import { sharePage, untilGestureIsForgotten, type SharePage } from './share-page'

interface Sharing {
  readonly windows: TestWindows
  readonly client: Awaited<ReturnType<typeof launchElectron>>
  readonly page: SharePage
}

const test = base.extend<{ sharing: Sharing }>({
  sharing: async ({ atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const client = await launchElectron()
    atEnd(async () => {
      await client.stop()
      client.forget()
    })
    await use({ windows, client, page: await sharePage(client.app, client.page) })
  },
})

const LETTER = { title: 'Letter', program: 'writer', width: 480, height: 320, x: 40, y: 40 }
const PHOTOS = { title: 'Photos', program: 'album', width: 400, height: 300, x: 600, y: 60 }

const titled = async (page: SharePage, dialogue: string, title: string) =>
  (await page.sources(dialogue)).find((source) => source.title === title)

async function idOf(page: SharePage, dialogue: string, title: string): Promise<string> {
  await expect.poll(() => titled(page, dialogue, title)).toBeDefined()
  return (await titled(page, dialogue, title))?.id ?? ''
}

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

test('the chosen window is what is captured', async ({ sharing }) => {
  const { windows, page } = sharing
  const [, photos] = await windows.openAll([LETTER, PHOTOS])
  const dialogue = await page.openPicker()
  expect(await page.choose(dialogue, await idOf(page, dialogue, 'Photos'))).toMatchObject({ ok: true })
  expect(await page.capture()).toEqual({ tracks: ['video'] })
  await expect
    .poll(() => page.seen())
    .toMatchObject({ kind: 'window', number: photos?.number, isWhole: true })
})

test('without a gesture nothing is captured, though it was chosen', async ({ sharing }) => {
  const { windows, client, page } = sharing
  await windows.open(LETTER)
  const dialogue = await page.openPicker()
  const id = await idOf(page, dialogue, 'Letter')
  await page.choose(dialogue, id)
  await expect.poll(() => untilGestureIsForgotten(client.app)).toBe(true)
  expect(await page.capture('without-gesture')).toHaveProperty('refused')
})
