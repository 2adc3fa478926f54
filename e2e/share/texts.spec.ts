// Texts between two people in a call, at an app and in a browser: what one writes the other reads, and an address asks first.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import type { Host, Person } from '../fixtures/person'
import { call, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

const panelOf = (page: Page) => page.getByRole('complementary', { name: text.texts.title })
const fieldOf = ({ page }: Person, other: Person) => page.getByLabel(text.texts.field(other.name))
const lineWith = (page: Page, words: string) => panelOf(page).getByRole('listitem').filter({ hasText: words })

async function write(from: Person, to: Person, words: string): Promise<void> {
  const field = fieldOf(from, to)
  if (!(await field.isVisible())) await from.page.keyboard.press('t')
  await field.fill(words)
  await field.press('Enter')
}

const hosts: readonly Host[] = ['electron', 'browser']
for (const host of hosts) {
  test(`a text reaches the other side and is confirmed, and the answer comes back (${host})`, async ({
    join,
  }) => {
    const ana = await join({ name: 'Ana', host: 'electron' })
    const ben = await join({ name: 'Ben', host })
    await call(ana, ben)

    await test.step('the other side sees its first words and how many are new', async () => {
      await write(ana, ben, 'Is it this one? https://tiles.example.org/red')
      await expect(ben.page.getByRole('main').getByText('Ana: Is it this one?')).toBeVisible()
      await ben.ui.expectAwake(ben.page.getByRole('button', { name: text.texts.openUnseen(1) }))
      await expect(lineWith(ana.page, 'Is it this one?')).toContainText(text.texts.states.delivered)
    })

    await test.step('the panel shows it, and what is answered comes back', async () => {
      await ben.page.keyboard.press('t')
      await expect(lineWith(ben.page, 'Is it this one?')).toBeVisible()
      await expect(ben.page.getByRole('button', { name: text.texts.open, exact: true })).toBeVisible()
      await fieldOf(ben, ana).press('Shift+Enter')
      await write(ben, ana, 'Yes\nthe red one 👍')
      await expect(lineWith(ana.page, 'the red one 👍')).toBeVisible()
      await expect(lineWith(ben.page, 'the red one 👍')).toContainText(text.texts.states.delivered)
    })

    await test.step('letters in the field mute nobody', async () => {
      await fieldOf(ben, ana).pressSequentially('mvt')
      await ben.ui.expectAwake(ben.ui.mute)
      await expect(fieldOf(ben, ana)).toHaveValue('mvt')
    })

    await test.step('what was written is gone with the call', async () => {
      await ana.page.keyboard.press('Escape')
      await hangUp(ana, ben)
      await ana.ui.closeEnd.click()
      await ben.ui.closeEnd.click()
      await call(ana, ben)
      await ben.page.keyboard.press('t')
      await expect(panelOf(ben.page)).toContainText(text.texts.empty('Ana'))
    })
  })
}

test('an address is opened only after the question, in the system’s browser', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  // What would open it is another program, which this machine may not have.
  await ben.electron?.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Reflect.set(globalThis, 'testOpened', opened)
    shell.openExternal = async (url) => void opened.push(url)
  })
  const opened = () => ben.electron?.app.evaluate(() => Reflect.get(globalThis, 'testOpened') as unknown)
  await call(ana, ben)
  await write(ana, ben, 'look: www.tiles.example.org/red')
  await ben.page.keyboard.press('t')
  await panelOf(ben.page).getByRole('button', { name: 'www.tiles.example.org/red' }).click()
  const question = ben.page.getByRole('alertdialog')
  await expect(question).toContainText('https://www.tiles.example.org/red')
  expect(await opened()).toEqual([])
  await ben.page.keyboard.press('Enter')
  expect(await opened()).toEqual([])
  await question.getByRole('button', { name: text.texts.openHost('www.tiles.example.org') }).click()
  await expect.poll(opened).toEqual(['https://www.tiles.example.org/red'])
})

test('a guest opens an address in another tab that knows nothing of this one', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await ben.page
    .context()
    .route('https://tiles.example.org/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Tiles</title>' }),
    )
  await call(ana, ben)
  await write(ana, ben, 'https://tiles.example.org/red')
  await ben.page.keyboard.press('t')
  await panelOf(ben.page).getByRole('button', { name: 'https://tiles.example.org/red' }).click()
  const tab = ben.page.context().waitForEvent('page')
  await ben.page.getByRole('button', { name: text.texts.openHost('tiles.example.org') }).click()
  const page = await tab
  await expect(page).toHaveTitle('Tiles')
  expect(await page.evaluate(() => window.opener === null && document.referrer === '')).toBe(true)
})
