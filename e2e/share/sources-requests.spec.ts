// What a page may capture: the very source that was chosen for it, once, right after, and nothing else. Each refusal is
// followed by what would have been granted, so that it was refused for its own reason.
import { expect, test as base } from '../fixtures/test'
import { LETTER, PHOTOS, idOf, withSharing, type Sharing } from './sources-fixture'
import { untilGestureIsForgotten } from './share-page'

const test = base.extend<{ readonly sharing: Sharing }>({ sharing: withSharing })

const GRANTED = { tracks: ['video'] }

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

test('a whole screen is captured where a screen was chosen', async ({ sharing }) => {
  const { windows, page } = sharing
  await windows.open(LETTER)
  const dialogue = await page.openPicker()
  await idOf(page, dialogue, 'Letter')
  const screen = (await page.sources(dialogue)).find((source) => source.kind === 'screen')
  await page.choose(dialogue, screen?.id ?? '')
  expect(await page.capture()).toEqual(GRANTED)
  await expect.poll(() => page.size()).toEqual(await page.screenSize())
})

test('where nothing was chosen, or it was used already', async ({ sharing }) => {
  const { windows, page } = sharing
  await windows.open(LETTER)
  const dialogue = await page.openPicker()
  const id = await idOf(page, dialogue, 'Letter')
  expect(await page.capture()).toHaveProperty('refused')
  await page.choose(dialogue, id)
  expect(await page.capture()).toEqual(GRANTED)
  expect(await page.capture()).toHaveProperty('refused')
})

test('two requests at once for one choice: one is granted', async ({ sharing }) => {
  const { windows, page } = sharing
  await windows.open(LETTER)
  const dialogue = await page.openPicker()
  await page.choose(dialogue, await idOf(page, dialogue, 'Letter'))
  const outcomes = await Promise.all([page.capture(), page.capture()])
  expect(outcomes.filter((outcome) => 'tracks' in outcome)).toHaveLength(1)
})

test('without a gesture, though it was chosen', async ({ sharing }) => {
  const { windows, client, page } = sharing
  await windows.open(LETTER)
  const dialogue = await page.openPicker()
  const id = await idOf(page, dialogue, 'Letter')
  await page.choose(dialogue, id)
  await expect.poll(() => untilGestureIsForgotten(client.app)).toBe(true)
  expect(await page.capture('without-gesture')).toHaveProperty('refused')
  await expect.poll(() => client.lines().join('\n')).toContain('capture settled outcome=no-gesture')
  // Forgetting took 5 of the 10 s that a choice lasts.
  await page.choose(dialogue, id)
  expect(await page.capture()).toEqual(GRANTED)
})

for (const how of ['from-subframe', 'old-way'] as const) {
  test(`${how}: nothing, though another source was chosen`, async ({ sharing }) => {
    const { windows, page } = sharing
    await windows.open(LETTER)
    const dialogue = await page.openPicker()
    const id = await idOf(page, dialogue, 'Letter')
    expect(await page.capture(how)).toHaveProperty('refused')
    await page.choose(dialogue, id)
    if (how === 'from-subframe') expect(await page.capture(how)).toHaveProperty('refused')
    expect(await page.capture()).toEqual(GRANTED)
  })
}

test('an id that was never offered, of another dialogue, or of a closed one', async ({ sharing }) => {
  const { windows, client, page } = sharing
  const letter = await windows.open(LETTER)
  const dialogue = await page.openPicker()
  const id = await idOf(page, dialogue, 'Letter')
  const own = await client.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getMediaSourceId(),
  )
  const wrong = [
    [dialogue, own ?? ''],
    [dialogue, `window:${letter.xid + 1}:0`],
    ['0'.repeat(16), id],
  ] as const
  for (const [where, what] of wrong) {
    expect(await page.choose(where, what)).toMatchObject({ ok: false, code: 'source-gone' })
    expect(await page.capture()).toHaveProperty('refused')
  }
  await page.choose(dialogue, id)
  await page.call('share.closePicker', { dialogue })
  expect(await page.capture()).toHaveProperty('refused')
  expect(await page.choose(dialogue, id)).toMatchObject({ ok: false, code: 'source-gone' })
  expect(await page.call('share.choose', { source: null, sound: false })).toMatchObject({
    code: 'share-refused',
  })
  expect(await page.capture()).toHaveProperty('refused')
})

test('a window that closes between choosing and capturing gives nothing, or ends at once', async ({
  sharing,
}) => {
  const { windows, page } = sharing
  const [letter] = await windows.openAll([LETTER, PHOTOS])
  const dialogue = await page.openPicker()
  await page.choose(dialogue, await idOf(page, dialogue, 'Letter'))
  await letter?.close()
  const outcome = await page.capture()
  if ('tracks' in outcome) await expect.poll(() => page.trackState()).toBe('ended')
})

test('a reload makes what was chosen void', async ({ sharing }) => {
  const { windows, client, page } = sharing
  await windows.open(LETTER)
  const dialogue = await page.openPicker()
  const id = await idOf(page, dialogue, 'Letter')
  await page.choose(dialogue, id)
  await client.page.reload()
  expect(await page.capture()).toHaveProperty('refused')
  expect(await page.choose(dialogue, id)).toMatchObject({ ok: false, code: 'source-gone' })
})
