// What the settings ask of a real system: to be started with the session, and keys that work from any program.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settingsWords as words } from '../../shared/text/en-settings'
import { appWindow } from '../fixtures/app-window'
import { loggedAt } from '../fixtures/plain-start'
import { expect, test } from '../fixtures/test'
import { settingsOf } from '../settings/settings-screens'
import { startKeyboard } from './keyboard'

test('starting at login is an entry on the disk, and what became of it is shown', async ({
  join: arrive,
  atEnd,
}) => {
  const config = mkdtempSync(join(tmpdir(), 'parley config "50%" $HOME-'))
  atEnd(() => rmSync(config, { recursive: true, force: true }))
  const ana = await arrive({ name: 'Ana', host: 'electron', electron: { env: { XDG_CONFIG_HOME: config } } })
  const folder = join(config, 'autostart')
  // Home is there, and with it the key that opens the settings.
  await ana.ui.ownLink()
  const settings = settingsOf(ana.page)
  await settings.open('general')
  const toggle = settings.dialog.getByRole('switch', { name: words.login.label })

  await expect(toggle).not.toBeChecked()
  await toggle.click()
  await expect(toggle).toBeChecked()
  await expect.poll(() => existsSync(folder) && readdirSync(folder).length).toBe(1)
  const entry = join(folder, readdirSync(folder)[0] ?? '')
  // A profile of a test's own has an entry of its own, which names it.
  expect(readFileSync(entry, 'utf8')).toContain(`"--user-data-dir=${ana.electron?.profile ?? ''}" "--hidden"`)

  writeFileSync(entry, `${readFileSync(entry, 'utf8')}Hidden=true\n`)
  await ana.page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(toggle).not.toBeChecked()
  await expect(settings.dialog.getByText(words.login.off['switched-off-outside'])).toBeVisible()

  await toggle.click()
  await expect(toggle).toBeChecked()
  expect(readFileSync(entry, 'utf8')).not.toContain('Hidden')
  await toggle.click()
  await expect.poll(() => readdirSync(folder)).toEqual([])
})

test('a global key works while another program has the keyboard, and is given back', async ({
  join: arrive,
  atEnd,
}) => {
  const ana = await arrive({ name: 'Ana', host: 'electron' })
  const profile = ana.electron?.profile ?? ''
  const keyboard = startKeyboard()
  atEnd(keyboard.stop)
  // Home is there, and with it the key that opens the settings.
  await ana.ui.ownLink()
  const settings = settingsOf(ana.page)
  await settings.open('keys')
  const none = settings.button(words.keys.choose(words.keys.names.mute, words.keys.none))
  await none.click()
  await ana.page.keyboard.press('Control+Alt+m')
  const chosen = settings.button(words.keys.choose(words.keys.names.mute, 'Ctrl Alt M'))
  await expect(chosen).toBeVisible()
  await expect(settings.dialog.getByText(words.keys.states.works())).toBeVisible()

  if (!ana.electron) throw new Error('no Electron')
  const window = appWindow(ana.electron.app)
  await window.hide()
  const pressed = () => loggedAt(profile).split('asked from outside verb=toggle-microphone').length - 1
  await keyboard.press(['Control_L', 'Alt_L', 'm'])
  await expect.poll(pressed).toBe(1)

  await window.show()
  await chosen.click()
  await ana.page.keyboard.press('Backspace')
  await expect(none).toBeVisible()
  await keyboard.press(['Control_L', 'Alt_L', 'm'])
  // A later word of the same log: had the key been heard, it would stand before it.
  await ana.page.keyboard.press('Escape')
  await expect.poll(() => loggedAt(profile).split('global keys').length - 1).toBeGreaterThanOrEqual(3)
  expect(pressed()).toBe(1)
})
