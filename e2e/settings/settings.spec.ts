// The settings of a real client: each applies at once and is there after a restart, a server is tried before it is taken,
// devices are closed with their page, and everything can be deleted.
import { lstatSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { text } from '../../shared/text/en'
import { settingsWords as words } from '../../shared/text/en-settings'
import { launchElectron } from '../fixtures/electron-client'
import { personAt } from '../fixtures/person'
import { expect, test } from '../fixtures/test'
import { settingsOf } from './settings-screens'

/** Files anywhere in the folder, Chromium's own too, in which one of the words stands, in either of its ways to write. */
function filesNaming(folder: string, words: readonly string[]): string[] {
  const written = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    // The locks are links to what isn't there.
    if (!lstatSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return written.some((word) => bytes.includes(word))
  })
}

/** Counts what the page holds open, from before the app runs. */
const COUNT_OPEN = `{
  window.testOpened = []
  const { mediaDevices } = navigator
  const real = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await real(wanted)
    window.testOpened.push(...stream.getTracks())
    return stream
  }
}`

/** It shows what is stored, so it changes a moment after the press; Playwright's own `check` wants it at once. */
async function press(choice: Locator, isOn: boolean): Promise<void> {
  await choice.click()
  await expect(choice).toBeChecked({ checked: isOn })
}

test('every setting applies at once, survives a restart, and all can be deleted', async ({
  join: arrive,
  atEnd,
}) => {
  test.setTimeout(180_000)
  const ana = await arrive({
    name: 'Ana',
    host: 'electron',
    reach: { mode: 'this-computer' },
    initScript: COUNT_OPEN,
  })
  const link = await ana.ui.ownLink()
  const profile = ana.electron?.profile ?? ''
  const ui = settingsOf(ana.page)
  const open = (): Promise<number> =>
    ana.page.evaluate<number>(`window.testOpened.filter(({ readyState }) => readyState === 'live').length`)

  await test.step('look, name, words for declining, calls', async () => {
    await ui.open('general')
    await ui.radio(text.settings.dark).click()
    await expect(ana.page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await ui.open('me')
    await ui.field(text.settings.name).fill('Ana Moreira')
    await ui.field(words.me.message(1)).fill('At lunch')
    await ui.field(words.me.message(2)).focus()
    await ui.open('calls')
    await press(ui.radio(words.calls.unknowns.list.title), true)
    await ui.field(words.calls.ring).selectOption('20')
    await press(ui.dialog.getByRole('switch', { name: text.settings.prewarm }), false)
  })

  await test.step('the devices are open while their page is shown, and heard', async () => {
    expect(await open()).toBe(0)
    await ui.open('devices')
    await expect(ui.dialog.getByText(words.devices.levels.good)).toBeVisible()
    await expect(ui.dialog.getByText(words.devices.onlyYou)).toBeVisible()
    await ui.button(words.devices.record).click()
    // Each second of it stands there too short to be waited for; it ends by itself and plays as long as it took.
    await expect(ui.button(words.devices.stop)).toBeVisible()
    await expect(ui.dialog.getByText(words.devices.playing)).toBeVisible()
    await ui.open('about')
    await expect.poll(open).toBe(0)
    await expect(ui.dialog.getByText(/^\d+\.\d+\.\d+/).first()).toBeVisible()
  })

  await test.step('a server that doesn’t answer is not taken', async () => {
    await ui.open('reach')
    await ui.button(text.reach.change).click()
    await ui.radio(text.reach.anywhere).check()
    await ui.field(text.reach.address).fill('http://127.0.0.1:9/')
    await ui.button(words.reach.test).click()
    await expect(ui.dialog.getByText(words.reach.still)).toBeVisible()
    await ui.close()
    expect(await ana.ui.ownLink()).toBe(link)
  })

  await ana.electron?.quit()
  const client = await launchElectron({ profile })
  const again = personAt(client, 'Ana')
  atEnd(again.stop)
  const then = settingsOf(client.page)

  await test.step('all of it is there after a restart', async () => {
    expect(await again.ui.ownLink()).toBe(link)
    await expect(client.page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await then.open('me')
    await expect(then.field(text.settings.name)).toHaveValue('Ana Moreira')
    await expect(then.field(words.me.message(1))).toHaveValue('At lunch')
    await then.open('calls')
    await expect(then.radio(words.calls.unknowns.list.title)).toBeChecked()
    await expect(then.field(words.calls.ring)).toHaveValue('20')
    await expect(then.dialog.getByRole('switch', { name: text.settings.prewarm })).not.toBeChecked()
  })

  await test.step('a page is set back, and what it was comes back', async () => {
    await then.button(words.reset).click()
    await expect(then.field(words.calls.ring)).toHaveValue('45')
    await then.button(words.undo).click()
    await expect(then.field(words.calls.ring)).toHaveValue('20')
  })

  await test.step('everything is deleted, and the next start is a first one', async () => {
    // A process that Playwright doesn't know would stay behind.
    await client.app.evaluate(
      ({ app }) => void Object.assign(app, { relaunch: () => process.stdout.write('starts anew\n') }),
    )
    const id = /[0-9a-f]{32}/.exec(link)?.[0] ?? ''
    expect(filesNaming(profile, ['Moreira'])).toContain('settings.json')
    await then.open('privacy')
    await expect(then.dialog.getByText(profile).first()).toBeVisible()
    await then.button(words.privacy.erase).click()
    const closed = client.app.waitForEvent('close')
    await then.button(words.privacy.confirm).click()
    await closed
    // Should no next start come, nothing of ours stays.
    expect(filesNaming(profile, [id, 'Moreira', 'At lunch'])).toEqual([])
    expect(client.lines().some((line) => line.includes('starts anew'))).toBe(true)
    const fresh = await launchElectron({ profile })
    atEnd(fresh.stop)
    await expect(fresh.page.getByText(text.firstStart.title)).toBeVisible()
    await expect(fresh.page.getByLabel(text.firstStart.name)).toHaveValue('')
    await personAt(fresh, 'Ana').ui.answerFirstStart('Ana', { mode: 'this-computer' })
    expect(filesNaming(profile, [id, 'Moreira', 'At lunch'])).toEqual([])
    expect(await personAt(fresh, 'Ana').ui.ownLink()).not.toBe(link)
  })
})
