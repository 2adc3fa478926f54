// Choosing what to share with real hands, in the picker itself: where the focus is afterwards, and what a key does then.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { pickerWords } from '../../shared/text/en-picker'
import type { Person } from '../fixtures/person'
import { call } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows } from '../windows/test-windows'
import { sharingClient, type SharingClient } from './sharing-client'

const PLAN = { title: 'Plan', program: 'viewer', width: 1000, height: 600, x: 20, y: 20, fps: 5 }

interface Picking {
  readonly ana: Person
  readonly presenter: SharingClient
}

const test = base.extend<{ picking: Picking }>({
  picking: async ({ join, atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    await windows.openAll([PLAN, { ...PLAN, title: 'Letter', program: 'writer' }])
    const ana = await join({ name: 'Ana', host: 'electron' })
    const ben = await join({ name: 'Ben', host: 'electron' })
    await call(ana, ben)
    await use({ ana, presenter: await sharingClient(ana.page) })
  },
})

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName)

const optionOf = (page: Page, title: string) =>
  page.getByRole('dialog').getByRole('option', { name: new RegExp(`^${title}`) })

test('after choosing the focus is on the button that opened the picker, and Space mutes nobody', async ({
  picking: { ana, presenter },
}) => {
  const { page } = ana
  await page.mouse.move(400, 200)
  await page.keyboard.press('s')
  await optionOf(page, 'Plan').click()
  // Long enough for the call's controls to leave behind it.
  await page.waitForTimeout(3_500)
  await page.getByRole('button', { name: pickerWords.go.start.window }).click()
  await expect.poll(async () => (await presenter.state()).own.is).toBe('live')
  await expect.poll(() => focused(page)).toBe(text.share.switch)
  await page.keyboard.press('Space')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect((await presenter.call())?.local.microphone.is).toBe('on')
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe(text.share.switch)
  await page.keyboard.press('Control+Shift+X')
  await expect.poll(async () => (await presenter.state()).own.is).toBe('none')
  await expect.poll(() => focused(page)).toBe(text.share.open)
})
