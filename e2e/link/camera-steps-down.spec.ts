// On a thin line the shared page comes before the faces, and the faces come back with the line.
import { readFileSync } from 'node:fs'
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import type { Person } from '../fixtures/person'
import { call, expectHears, expectSees } from '../fixtures/story'
import { expect, test } from '../fixtures/test'
import { sharingClient } from '../share/sharing-client'
import { greyPicture } from '../windows/grey-picture'
import { likeness, pictureOfPgm } from '../windows/picture-likeness'
import { smallText } from '../windows/reading-text'
import { startTestWindows, type TestWindow } from '../windows/test-windows'
import { startLink } from './link'
import { needsLink } from './needs-link'

const PAGE = { width: 1280, height: 800 } as const
const THIN = { rateKbps: 1000, delayMs: 20 } as const
/** Small letters are told apart from about here on; the same page at half its size is at 0.8. */
const READABLE = 0.95

/** How many times smaller than it is the camera's picture leaves. */
const cameraScale = ({ page }: Person): Promise<number> =>
  page.evaluate(() => {
    const open = window.testConnections?.find(({ connectionState }) => connectionState === 'connected')
    const [encoding] = open?.getTransceivers()[1]?.sender.getParameters().encodings ?? []
    return encoding?.scaleResolutionDownBy ?? 1
  })

async function likenessAt({ page }: Person, window: TestWindow, file: string): Promise<number> {
  await window.save(file)
  const source = pictureOfPgm(readFileSync(file))
  return likeness(source, await greyPicture(page, '.shared-picture', source))
}

test('on a line of 1 Mb/s small text is read, heard meanwhile, and the camera waits until the line is wide', async ({
  server,
  join,
  atEnd,
}, info) => {
  needsLink()
  test.setTimeout(180_000)
  const windows = startTestWindows()
  atEnd(windows.stop)
  const link = await startLink(THIN)
  atEnd(link.stop)
  await link.forward(server.port)
  const at = (name: string, side: typeof link.a) =>
    join({ name, host: 'electron', initScript: RECORD_CONNECTIONS, electron: { side } })
  const [ana, ben] = [await at('Ana', link.a), await at('Ben', link.b)]
  await call(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  await expect.poll(() => cameraScale(ana)).toBe(1)

  const text = smallText({ sizesPx: [10, 12], widthPx: PAGE.width, heightPx: 640 })
  const window = await windows.open({ title: 'Statement', program: 'Reader', ...PAGE, content: 'text', text })
  await (await sharingClient(ana.page)).share('Statement')
  await expect.poll(() => likenessAt(ben, window, info.outputPath('source.pgm'))).toBeGreaterThan(READABLE)
  await expect.poll(() => cameraScale(ana)).toBeGreaterThan(1)
  await expectHears(ben)
  await expectSees(ben, ana)

  await link.set({ rateKbps: 0 })
  await expect.poll(() => cameraScale(ana), { timeout: 60_000 }).toBe(1)
})
