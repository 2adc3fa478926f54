// What the window manager tells of a shared window, and its border, with real windows of another program.
import type { SourceFacts } from '../../shared/model/share'
import { expect, test } from '../fixtures/test'
import { until } from '../fixtures/until'
import { startTestWindows, type TestWindow, type WindowSpec } from '../windows/test-windows'
import { borderOnScreen, hideApp, launchBarClient, SHOWN, type BarClient } from './bar-client'

const EDITOR: WindowSpec = {
  title: 'notes.txt',
  program: 'Editor',
  ...{ x: 300, y: 200, width: 400, height: 300 },
}

type Sharing = { readonly client: BarClient; readonly window: TestWindow; readonly id: string }
type AtEnd = (end: () => Promise<void>) => void

async function shareWindow(
  atEnd: AtEnd,
): Promise<Sharing & { readonly open: (spec: WindowSpec) => Promise<TestWindow> }> {
  const windows = startTestWindows()
  atEnd(windows.stop)
  const window = await windows.open(EDITOR)
  const client = await launchBarClient(atEnd)
  await hideApp(client.app)
  const id = `window:${window.xid}:0`
  await client.show({ ...SHOWN, sourceId: id, title: 'notes.txt' })
  await expectIs(client, 'shown')
  await expect.poll(() => borderOnScreen(client.app)).not.toBeNull()
  await window.raise()
  await wholeBorder(client)
  return { client, window, id, open: (spec) => windows.open(spec) }
}

type Border = NonNullable<Awaited<ReturnType<typeof borderOnScreen>>>

/** Three pixels on each side: its strips come and move one after the other. */
const isWhole = ({ width, height, pixels }: Border): boolean =>
  pixels === 2 * 3 * width + 2 * 3 * (height - 6)

/** Once it is there with all its strips, and as `is` wants it. */
function wholeBorder(client: BarClient, is: (border: Border) => boolean = () => true): Promise<Border> {
  return until('a whole border', async () => {
    const border = await borderOnScreen(client.app)
    return border && isWhole(border) && is(border) ? border : null
  })
}

const last = async (client: BarClient): Promise<SourceFacts | undefined> => (await client.facts()).at(-1)

async function expectIs(client: BarClient, is: SourceFacts['is']): Promise<void> {
  await expect.poll(async () => (await last(client))?.is).toBe(is)
}

test('a shared window has a border around it, which follows it', async ({ atEnd }) => {
  const { client, window } = await shareWindow(atEnd)
  const first = await wholeBorder(client)
  // The window manager's frame, too.
  expect(first.width).toBeGreaterThanOrEqual(406)
  expect(first.height).toBeGreaterThanOrEqual(306)
  await window.move(450, 320)
  const moved = await wholeBorder(client, ({ x, y }) => x !== first.x && y !== first.y)
  expect(moved).toMatchObject({ width: first.width, height: first.height })
  await window.resize(500, 350)
  await wholeBorder(
    client,
    ({ width, height }) => width === first.width + 100 && height === first.height + 50,
  )
})

test('a window over the shared one covers its border', async ({ atEnd }) => {
  const { client, open } = await shareWindow(atEnd)
  const { pixels: whole } = await wholeBorder(client)
  const over = await open({ ...EDITOR, title: 'over', x: 200, y: 300 })
  await over.raise()
  await expect.poll(async () => (await borderOnScreen(client.app))?.pixels).toBeLessThan(whole)
  await over.close()
  await expect.poll(async () => (await borderOnScreen(client.app))?.pixels).toBe(whole)
})

test('minimised and on another desktop are told apart, and have no border', async ({ atEnd }) => {
  const { client, window } = await shareWindow(atEnd)
  await window.minimise()
  await expectIs(client, 'minimised')
  await expect.poll(() => borderOnScreen(client.app)).toBeNull()
  await window.restore()
  await expectIs(client, 'shown')
  await expect.poll(() => borderOnScreen(client.app)).not.toBeNull()
  await window.toDesktop(1)
  await expectIs(client, 'other-desktop')
  await expect.poll(() => borderOnScreen(client.app)).toBeNull()
  await window.toDesktop(0)
  await expectIs(client, 'shown')
})

test('a window that its program opens again is offered, and may be chosen', async ({ atEnd }) => {
  const { client, window, id, open } = await shareWindow(atEnd)
  await open({ ...EDITOR, title: 'other.txt' })
  const again = await window.recreate()
  await expect.poll(async () => (await last(client))?.successor?.id).toBe(`window:${again.xid}:0`)
  const facts = await last(client)
  expect(facts).toMatchObject({ id, is: 'gone', successor: { title: 'notes.txt' } })
  const source = { id: facts?.successor?.id, dialogue: facts?.successor?.dialogue }
  expect(await client.call('share.choose', { source, sound: false })).toMatchObject({ ok: true })
  await again.close()
  await expect.poll(async () => (await last(client))?.successor).toBeNull()
  await open({ ...EDITOR, title: 'Question', type: 'dialog' })
  const other = await open({ ...EDITOR, title: 'late.txt' })
  await expect
    .poll(async () => (await last(client))?.successor)
    .toMatchObject({ id: `window:${other.xid}:0`, title: 'late.txt' })
})

test('the window that took its place has the border next', async ({ atEnd }) => {
  const { client, window } = await shareWindow(atEnd)
  const again = await window.recreate()
  await expect.poll(async () => (await last(client))?.successor?.id).toBe(`window:${again.xid}:0`)
  await expect.poll(() => borderOnScreen(client.app)).toBeNull()
  await client.show({ ...SHOWN, sourceId: `window:${again.xid}:0`, title: 'notes.txt' })
  await expectIs(client, 'shown')
  await again.raise()
  await expect.poll(() => borderOnScreen(client.app)).not.toBeNull()
})

test('a program that was started anew has the border too, though its window has the old one’s number', async ({
  atEnd,
}) => {
  const before = startTestWindows()
  atEnd(before.stop)
  const window = await before.open(EDITOR)
  const client = await launchBarClient(atEnd)
  await hideApp(client.app)
  const id = `window:${window.xid}:0`
  const shown = { ...SHOWN, sourceId: id, title: 'notes.txt' }
  await client.show(shown)
  await expect.poll(() => borderOnScreen(client.app)).not.toBeNull()
  await before.stop()
  await expectIs(client, 'gone')
  await client.show({ ...shown, held: 'lost' })
  const after = startTestWindows()
  atEnd(after.stop)
  const again = await after.open(EDITOR)
  // An X server gives the numbers of a program that ended to the next one.
  expect(again.xid).toBe(window.xid)
  await expect.poll(async () => (await last(client))?.successor?.id).toBe(id)
  await client.show({ ...shown, held: 'came-back' })
  await client.show(shown)
  await again.raise()
  await expectIs(client, 'shown')
  await expect.poll(() => borderOnScreen(client.app)).not.toBeNull()
})

test('nothing of the border is left when nothing is shared any more, and nothing hurries after', async ({
  atEnd,
}) => {
  const { client, window } = await shareWindow(atEnd)
  await client.show(null)
  await expect.poll(() => borderOnScreen(client.app)).toBeNull()
  const before = (await client.facts()).length
  await window.minimise()
  await window.restore()
  expect(await client.facts()).toHaveLength(before)
  expect(await client.windowCount()).toBe(1)
})

test('a window with the worst properties is watched all the same', async ({ atEnd }) => {
  const windows = startTestWindows()
  atEnd(windows.stop)
  const window = await windows.open({
    ...EDITOR,
    title: 'x\u202e\u0007'.repeat(30_000),
    program: 'P'.repeat(4_000),
  })
  const client = await launchBarClient(atEnd)
  await client.show({ ...SHOWN, sourceId: `window:${window.xid}:0` })
  await expectIs(client, 'shown')
  for (let turn = 0; turn < 60; turn += 1) await window.resize(300 + turn, 200 + turn)
  await window.resize(1, 1)
  await window.minimise()
  await expectIs(client, 'minimised')
  await window.close()
  await expectIs(client, 'gone')
})

test('a shared screen has a border along its edges', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  await hideApp(client.app)
  const { width, height } = await client.app.evaluate(({ screen }) => screen.getPrimaryDisplay().bounds)
  await client.show({ ...SHOWN, sourceId: 'screen:1:0', kind: 'screen', title: 'Screen 1' })
  await expect.poll(() => borderOnScreen(client.app)).toMatchObject({ x: 0, y: 0, width, height })
  await client.show(null)
  await expect.poll(() => borderOnScreen(client.app)).toBeNull()
  expect(await client.windowCount()).toBe(1)
})

test('the border is not in the picture of a shared window, also where the window fills the screen', async ({
  atEnd,
}) => {
  const { client, window, id } = await shareWindow(atEnd)
  await window.fullscreen(true)
  await expect.poll(async () => (await borderOnScreen(client.app))?.width).toBe(1600)
  const found = await client.app.evaluate(async ({ desktopCapturer }, wanted) => {
    const sources = await desktopCapturer.getSources({
      types: ['window'],
      thumbnailSize: { width: 1600, height: 900 },
    })
    const bitmap = sources.find((source) => source.id === wanted)?.thumbnail.toBitmap()
    if (!bitmap || bitmap.length === 0) throw new Error('no picture of the window')
    let pixels = 0
    for (let at = 0; at < bitmap.length; at += 4)
      if (bitmap[at] === 0x56 && bitmap[at + 1] === 0x6a && bitmap[at + 2] === 0x0d) pixels += 1
    return pixels
  }, id)
  expect(found).toBe(0)
})

test('the picker knows which programs windows belong to', async ({ atEnd }) => {
  const windows = startTestWindows()
  atEnd(windows.stop)
  const window = await windows.open(EDITOR)
  const client = await launchBarClient(atEnd)
  await client.page.evaluate(`window.desktop.on('share.sources', (news) => (window.testSources = news))`)
  await client.call('share.openPicker')
  await expect
    .poll(() =>
      client.page.evaluate(
        `window.testSources?.state.sources?.find(({ id }) => id.startsWith('window:${window.xid}:'))?.program`,
      ),
    )
    .toBe('Editor')
})
