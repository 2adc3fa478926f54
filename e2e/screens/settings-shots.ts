// Owns the photographs of the settings: every page, what opens on it, and what goes wrong.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { settingsWords as words } from '../../shared/text/en-settings'
import type { ScenarioName } from '../../renderer/gallery/scenario-names'
import { SETTINGS_NAMES } from '../../renderer/gallery/settings-names'
import { key, opens, press, shot, type Shot } from './shot'

type Act = (page: Page) => Promise<void>
type PageName = keyof typeof words.pages

const settings = opens('dialog', key('Control+,'))

/** In a narrow window the list of pages is a menu. */
const open =
  (name: PageName, then: Act = () => Promise.resolve()): Act =>
  async (page) => {
    await settings(page)
    const menu = page.getByLabel(words.choosePage, { exact: true })
    if (await menu.isVisible()) await menu.selectOption({ label: words.pages[name] })
    else await press(words.pages[name])(page)
    await page.getByRole('heading', { level: 2, name: words.pages[name] }).waitFor()
    await then(page)
  }

const toEnd: Act = async (page) => {
  await page.locator('.settings-page').evaluate((column) => column.scrollTo(0, column.scrollHeight))
}

/** As a search leads there. */
const toTest: Act = async (page) => {
  await page.locator('#settings-selftest').evaluate((row) => row.scrollIntoView({ block: 'start' }))
}

const changeReach: Act = async (page) => {
  await press(text.reach.change)(page)
  await page.getByRole('radio', { name: text.reach.anywhere }).check()
}

const newServer: Act = async (page) => {
  await changeReach(page)
  await page.getByLabel(text.reach.address).fill('call.oak-lane.example')
  await press(words.reach.test)(page)
  await page.getByText('call.oak-lane.example').last().waitFor()
  await toEnd(page)
}

const save: Act = async (page) => {
  await press(words.save.begin)(page)
  await page.getByLabel(words.save.passphrase, { exact: true }).fill('three blind mice')
  await page.getByLabel(words.save.again).fill('three blind mica')
  await press(words.save.choosePlace)(page)
  await press(words.save.choosePlace)(page)
}

const restore: Act = async (page) => {
  await press(words.restore.begin)(page)
  await press(words.restore.choose)(page)
  await page.getByLabel(words.restore.passphrase).fill('three blind mice')
}

/** One that can't be taken alone. */
const pressLetter: Act = async (page) => {
  await press(words.keys.choose(words.keys.names.mute, words.keys.none))(page)
  await page.keyboard.press('m')
}

const search =
  (query: string): Act =>
  async (page) => {
    await settings(page)
    await page.getByLabel(words.search).fill(query)
  }

/** What each scenario is photographed with. */
const ACTS: Readonly<Partial<Record<ScenarioName, Act>>> = {
  'settings-general': open('general'),
  'settings-me': open('me'),
  'settings-reach': open('reach'),
  'settings-devices': open('devices'),
  'settings-devices-denied': open('devices'),
  'settings-calls': open('calls'),
  'settings-ringing': open('ringing'),
  'settings-test': open('ringing', toTest),
  'settings-test-counting': open('ringing', toTest),
  'settings-test-ringing': open('ringing', toTest),
  'settings-test-well': open('ringing', toTest),
  'settings-test-failed': open('ringing', toTest),
  'settings-test-quiet': open('ringing', toTest),
  'settings-test-refused': open('ringing', toTest),
  'settings-keys': open('keys'),
  'settings-keys-refused': open('keys'),
  'settings-login-refused': open('general'),
  'settings-login-unavailable': open('general'),
  'settings-privacy': open('privacy'),
  'settings-about': open('about'),
  'settings-update-loading': open('about'),
  'settings-update-ready': open('about'),
  'settings-update-failed': open('about'),
  'settings-server-fails': open('reach', newServer),
  'settings-server-slow': open('reach', newServer),
  'settings-long': open('privacy'),
  'settings-locked': open('me', toEnd),
  'settings-guest': open('me', toEnd),
}

export const settingsAct = (name: ScenarioName): { readonly act?: Act } => {
  const act = ACTS[name]
  return act ? { act } : {}
}

const small = { size: 'small' } as const

export const settingsShots: readonly Shot[] = [
  ...SETTINGS_NAMES.filter((name) => !name.startsWith('settings-server')).map((name) =>
    shot(`${name}-small`, name, { ...settingsAct(name), ...small }),
  ),
  shot('settings-reach-change', 'settings-reach', { act: open('reach', changeReach), size: 'tall' }),
  shot('settings-me-end', 'settings-me', { act: open('me', toEnd) }),
  shot('settings-me-save', 'settings-me', { act: open('me', save), size: 'tall' }),
  shot('settings-me-restore', 'settings-me', { act: open('me', restore), size: 'tall' }),
  shot('settings-me-restore-small', 'settings-me', { act: open('me', restore), ...small }),
  shot('settings-long-me', 'settings-long', { act: open('me') }),
  shot('settings-guest-privacy', 'settings-guest', { act: open('privacy') }),
  shot('settings-calls-reset', 'settings-calls', {
    act: open('calls', async (page) => {
      await press(words.reset)(page)
      await toEnd(page)
    }),
  }),
  shot('settings-ringing-end', 'settings-ringing', { act: open('ringing', toEnd) }),
  shot('settings-ringing-end-small', 'settings-ringing', { act: open('ringing', toEnd), ...small }),
  shot('settings-ringing-large-text', 'settings-ringing', {
    act: open('ringing'),
    ...small,
    largeText: true,
  }),
  shot('settings-ringing-forced-colors', 'settings-ringing', {
    act: open('ringing'),
    forcedColors: true,
    themes: ['light'],
  }),
  shot('settings-test-failed-tall', 'settings-test-failed', {
    act: open('ringing', toTest),
    size: 'tall',
  }),
  shot('settings-test-failed-narrow', 'settings-test-failed', {
    act: open('ringing', toTest),
    size: 'narrow',
  }),
  shot('settings-test-failed-end-small', 'settings-test-failed', { act: open('ringing', toEnd), ...small }),
  shot('settings-test-search', 'settings-general', { act: search('ring me') }),
  shot('settings-keys-listening', 'settings-keys', { act: open('keys', pressLetter) }),
  shot('settings-keys-large-text', 'settings-keys-refused', {
    act: open('keys'),
    ...small,
    largeText: true,
  }),
  shot('settings-guest-ringing', 'settings-guest', { act: open('ringing') }),
  shot('settings-guest-keys', 'settings-guest', { act: open('keys') }),
  shot('settings-privacy-relay', 'settings-privacy', {
    act: open('privacy', async (page) => {
      await page.getByRole('switch', { name: words.privacy.relay }).press('Space')
    }),
  }),
  shot('settings-privacy-erase', 'settings-privacy', { act: open('privacy', press(words.privacy.erase)) }),
  shot('settings-about-licences', 'settings-about', {
    act: open('about', async (page) => {
      await press(words.about.showLicences)(page)
      await page.getByRole('region', { name: words.rows.licences.title }).last().waitFor()
    }),
  }),
  shot('settings-search', 'settings-general', { act: search('re') }),
  shot('settings-search-nothing', 'settings-general', { act: search('xyzzy') }),
  shot('settings-search-small', 'settings-general', { act: search('re'), ...small }),
  shot('settings-devices-wide', 'settings-devices', { act: open('devices'), size: 'wide' }),
  shot('settings-devices-large-text', 'settings-devices', {
    act: open('devices'),
    ...small,
    largeText: true,
  }),
  shot('settings-calls-large-text', 'settings-calls', { act: open('calls'), largeText: true }),
  shot('settings-devices-forced-colors', 'settings-devices', {
    act: open('devices'),
    forcedColors: true,
    themes: ['light'],
  }),
  shot('first-start-restore', 'first-start', { act: opens('dialog', press(text.identity.restore)) }),
  shot('identity-restore-small', 'identity-unreadable', {
    act: opens('dialog', press(text.identity.restore)),
    ...small,
  }),
]
