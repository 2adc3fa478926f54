// What the presenter is told of the viewer's picture, against what that viewer's own connection decodes; and each remedy, by one
// press. What a bad line does is done to the sender behind the app's back, so that each trouble is there alone.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { pickerWords } from '../../shared/text/en-picker'
import { seenWords } from '../../shared/text/en-seen'
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import type { Person } from '../fixtures/person'
import { call } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindow } from '../windows/test-windows'
import { sharingClient, type SharingClient } from './sharing-client'

const PLAN = { title: 'Plan', program: 'viewer', width: 1400, height: 800, x: 20, y: 20, fps: 10 }

interface Presenting {
  readonly plan: TestWindow
  readonly ana: Person
  readonly ben: Person
  readonly presenter: SharingClient
}

const test = base.extend<{ presenting: Presenting }>({
  presenting: async ({ join, atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const plan = await windows.open(PLAN)
    const ana = await join({ name: 'Ana', host: 'electron', initScript: RECORD_CONNECTIONS })
    const ben = await join({ name: 'Ben', host: 'electron', initScript: RECORD_CONNECTIONS })
    await call(ana, ben)
    await use({ plan, ana, ben, presenter: await sharingClient(ana.page) })
  },
})

const cardOf = ({ page }: Person) => page.getByRole('complementary', { name: text.presenting.label })
const remedyOf = (person: Person, remedy: keyof typeof text.presenting.remedies) =>
  cardOf(person).getByRole('button', { name: text.presenting.remedies[remedy] })

/** As that page's own connection decodes the other's screen. */
const decoded = (page: Page) =>
  page.evaluate(async () => {
    const connection = window.testConnections?.find((each) => each.connectionState === 'connected')
    const report = await connection?.getTransceivers()[2]?.receiver.getStats()
    let size = [0, 0]
    report?.forEach((entry: Record<string, unknown>) => {
      if (entry['type'] === 'inbound-rtp') size = [Number(entry['frameWidth']), Number(entry['frameHeight'])]
    })
    return size
  })

/**
 * As a line or a machine that can't keep up has it for as long as it may take from the size. Also of what the app sets from now on:
 * it does so whenever it has measured the line.
 */
const halve = (page: Page) =>
  page.evaluate(async () => {
    const connection = window.testConnections?.find((each) => each.connectionState === 'connected')
    const sender = connection?.getTransceivers()[2]?.sender
    if (!sender) throw new Error('no sender')
    const native = sender.setParameters.bind(sender)
    sender.setParameters = (asked) => {
      const keepsSize = asked.degradationPreference === 'maintain-resolution'
      for (const encoding of keepsSize ? [] : asked.encodings) encoding.scaleResolutionDownBy = 2
      return native(asked)
    }
    await sender.setParameters(sender.getParameters())
  })

/** The sentence in the card names exactly what the viewer decodes. */
async function expectTrueSentence({ ana, ben }: Presenting, size: readonly [number, number]): Promise<void> {
  await expect.poll(() => decoded(ben.page)).toEqual([...size])
  const [width, height] = size
  const [begin] = seenWords('Ben', { width, height, fps: 0 }).split(', ')
  await expect(cardOf(ana)).toContainText(begin ?? '')
}

test('the sentence says what is decoded, and sharpening motion for text brings its pixels back', async ({
  presenting,
}) => {
  const { ana, ben, presenter } = presenting
  await presenter.press('setManner', { mode: 'motion', motionFps: 30, limit: 'native' })
  await presenter.share('Plan')
  await expectTrueSentence(presenting, [1400, 800])
  await expect(cardOf(ana)).toContainText(/[1-9]\d* ?\s?fps/)
  await halve(ana.page)
  await expectTrueSentence(presenting, [700, 400])
  await expect(cardOf(ana)).toContainText(text.presenting.trouble.blurred)
  await remedyOf(ana, 'text-mode').click()
  await expectTrueSentence(presenting, [1400, 800])
  await expect(cardOf(ana)).not.toContainText(text.presenting.trouble.blurred)
  await expect
    .poll(async () => (await (await sharingClient(ben.page)).call())?.remote?.screen?.mode)
    .toBe('text')
})

test('one press lowers the resolution, and the sentence follows', async ({ presenting }) => {
  const { presenter } = presenting
  await presenter.share('Plan')
  await expectTrueSentence(presenting, [1400, 800])
  // Its button comes with an encoder that can't follow, which can't be had at will.
  await presenter.press('remedy', 'lower-resolution')
  await expectTrueSentence(presenting, [1260, 720])
})

test('one window instead of the whole screen, chosen in the dialogue that the press opens', async ({
  presenting,
}) => {
  const { ana, ben, plan, presenter } = presenting
  await presenter.share('') // screens come first
  const viewer = await sharingClient(ben.page)
  await expect.poll(async () => (await viewer.call())?.remote?.screen).toMatchObject({ kind: 'screen' })
  const watch = await viewer.watch()
  // Its button comes with a screen that is larger than the one here.
  await presenter.press('remedy', 'choose-window')
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByRole('option', { name: /^Plan/ }).click()
  await dialog.getByRole('button', { name: pickerWords.go.switch.window }).click()
  await expect(cardOf(ana)).toContainText('Plan')
  await expect
    .poll(async () => {
      const last = (await watch.pictures()).at(-1)
      return last?.kind === 'window' ? last.number : null
    })
    .toBe(plan.number)
})
