// Owns ours: two Electron clients in a call over a link, and sharing in it by the presses that a person makes.
import { markerCameraSwitches } from '../../build/setup/fake-media.mjs'
import { startServer } from '../../build/setup/server-process.mjs'
import { pickerWords } from '../../shared/text/en-picker'
import { DEFAULT_MANNER } from '../../shared/model/share'
import { RECORD_CONNECTIONS } from '../../e2e/fixtures/connection-probe'
import { watchForPress } from '../../e2e/fixtures/moments'
import { arrive, type Person } from '../../e2e/fixtures/person'
import type { Link } from '../../e2e/link/link'
import { sharingClient, type SharingClient } from '../../e2e/share/sharing-client'
import type { TestWindow } from '../../e2e/windows/test-windows'
import type { Mode, ShareSide } from './share-side'
import { until } from '../../e2e/fixtures/until'

export interface OurShare extends ShareSide {
  readonly name: 'ours'
  readonly presenter: Person
  readonly viewing: Person
  readonly presenting: SharingClient
  readonly seeing: SharingClient
  /** Up to the preview; nothing is sent yet. Also while another window is shared. */
  readonly pick: (window: TestWindow, mode?: Mode) => Promise<void>
  /** Sends what was picked. Returns when it was pressed, wall-clock milliseconds. */
  readonly go: () => Promise<number>
  /** Both cameras, in the call that is under way. */
  readonly turnCamerasOn: () => Promise<void>
}

export async function startOurShare(link: Link): Promise<OurShare> {
  const server = await startServer()
  await link.forward(server.port)
  const join = (name: string, side: Link['a']): Promise<Person> =>
    arrive({
      ...{ name, host: 'electron', server: server.baseUrl, initScript: RECORD_CONNECTIONS },
      ...{ electron: { side }, media: markerCameraSwitches(name, [60, 120, 90]) },
    })
  const presenter = await join('Ana', link.a)
  const viewing = await join('Ben', link.b)
  await callBySound(presenter, viewing)
  const presenting = await sharingClient(presenter.page)
  const seeing = await sharingClient(viewing.page)
  const pick = picker(presenter, presenting)
  const go = goer(presenter)
  return {
    ...{ name: 'ours', link, presenter, viewing, presenting, seeing, pick, go },
    viewer: viewing.page,
    picture: '.shared-picture',
    share: async (window, mode) => {
      await pick(window, mode)
      return go()
    },
    stopSharing: async () => {
      await presenting.press('stop')
      await viewing.page.locator('.shared-picture').waitFor({ state: 'detached' })
    },
    connectAnew: async () => {
      await endCall(presenter, viewing)
      await callBySound(presenter, viewing)
    },
    turnCamerasOn: async () => {
      for (const person of [presenter, viewing]) {
        await person.ui.wake()
        await person.ui.cameraOn.click()
      }
    },
    stop: async () => {
      await Promise.all([presenter.stop(), viewing.stop()])
      await server.stop()
    },
  }
}

/** Without cameras: the reference has none either. */
async function callBySound(caller: Person, callee: Person): Promise<void> {
  const link = await callee.ui.ownLink()
  await caller.ui.ownLink()
  await caller.ui.callBySound(link)
  await callee.ui.acceptWithSound.click()
  for (const { ui } of [caller, callee]) await ui.duration.waitFor()
}

async function endCall(caller: Person, callee: Person): Promise<void> {
  await caller.ui.wake()
  await caller.ui.hangUp.click()
  for (const { ui } of [caller, callee]) {
    await ui.closeEnd.click()
    await ui.linkField.waitFor()
  }
}

function picker({ page }: Person, presenting: SharingClient) {
  return async ({ spec }: TestWindow, mode: Mode = 'text'): Promise<void> => {
    const { title } = spec
    await presenting.press('setManner', { ...DEFAULT_MANNER, mode })
    await presenting.press('open')
    await page.getByRole('dialog').getByRole('option', { name: title }).first().click()
    await page.getByLabel(pickerWords.preview(title)).waitFor()
    await until(`the preview of ${title} is open`, async () => {
      return (await presenting.state()).picker?.preview.is === 'open' ? true : null
    })
  }
}

function goer({ page }: Person) {
  const { start, switch: next } = pickerWords.go
  const press = page
    .getByRole('dialog')
    .getByRole('button', { name: start.window })
    .or(page.getByRole('dialog').getByRole('button', { name: next.window }))
  return async (): Promise<number> => {
    const { pressedAtMs } = await watchForPress(page)
    await press.click()
    return pressedAtMs
  }
}
