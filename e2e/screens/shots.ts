// Owns the list of photographs: which scenario, in which window, in which theme, and what is pressed before.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { pickerWords } from '../../shared/text/en-picker'
import type { ScenarioName } from '../../renderer/gallery/scenario-names'
import { SCENARIO_NAMES } from '../../renderer/gallery/scenario-names'
import { barShots } from './bar-shots'
import { textsShots, viewingShots } from './call-shots'
import { historyShots } from './history-shots'
import { peopleShots } from './people-shots'
import { everywhereShots } from './everywhere-shots'
import { partsShots } from './parts-shots'
import { settingsAct, settingsShots } from './settings-shots'
import { ringWindowShots } from './ring-window-shots'
import { rungShots } from './rung-shots'
import { BOTH, key, opens, press, shot, there, type Shot } from './shot'

const settings = opens('dialog', key('Control+,'))

/** Every scenario as it is, at its own size, in both themes; the call is dark in both. */
export const PLAIN_SHOTS: readonly Shot[] = SCENARIO_NAMES.map((name) =>
  shot(name, name, {
    ...(name === 'call' ? { themes: BOTH } : {}),
    ...(/^(guest-start|guest-opened|first-start)/.test(name) ? { size: 'tall' } : {}),
    ...settingsAct(name),
    ...(name.endsWith('-running') ? { act: waitForIdle } : {}),
    ...(name === 'home-offered' ? { act: openLinkWhileTyping } : {}),
    ...(name.startsWith('call-picker') ? { themes: BOTH, act: pickerOf(name) } : {}),
    ...(/^call-(presenting|viewing-both)/.test(name) ? { act: there('complementary') } : {}),
  }),
)

/** Screens are behind the other segment. */
function pickerOf(name: ScenarioName): (page: Page) => Promise<void> {
  return async (page) => {
    await there('dialog')(page)
    if (name !== 'call-picker-screen') return
    await page.getByRole('radio', { name: pickerWords.screens }).click()
  }
}

async function waitForIdle(page: Page): Promise<void> {
  await page.locator('.stage.is-idle').waitFor()
  await page.waitForTimeout(400) // the fade
}

/** The gallery hands the scenario's link over when it is told to. */
async function openLinkWhileTyping(page: Page): Promise<void> {
  await page.getByLabel(text.callBox.field, { exact: true }).fill('parley://call/b41b')
  await page.evaluate(() => window.dispatchEvent(new Event('gallery-link')))
  await page.getByText(text.callBox.openedTitle).waitFor()
}

async function chooseCloud(page: Page): Promise<void> {
  await page.getByRole('radio', { name: text.reach.anywhere }).check()
  await page.getByRole('checkbox', { name: text.reach.publicCloud }).check()
}

async function pasteHalf(page: Page): Promise<void> {
  const field = page.getByLabel(text.callBox.field, { exact: true })
  await field.fill('https://call.oak-lane.example/#/call/c41be07a9d52')
  await field.blur()
}

const dialogs: readonly Shot[] = [
  shot('settings', 'home', { act: settings }),
  shot('settings-small', 'home', { act: settings, size: 'small' }),
  shot('settings-in-call', 'call', { act: settings, themes: BOTH }),
  shot('keys', 'home', { act: opens('dialog', key('Control+/')) }),
  shot('qr-small', 'home', { act: opens('dialog', press(text.link.showQr)), size: 'small' }),
]

const steps: readonly Shot[] = [
  shot('first-start-cloud', 'first-start', { act: chooseCloud, size: 'tall' }),
  shot('first-start-problem', 'first-start', { act: press(text.firstStart.start), size: 'tall' }),
  shot('first-start-small', 'first-start', { size: 'small' }),
  shot('identity-start-over', 'identity-unreadable', { act: press(text.identity.startOver) }),
  shot('home-contacts', 'home', {
    act: (page) => page.getByRole('tab', { name: text.home.contacts }).click(),
  }),
  shot('home-row', 'home', { act: (page) => page.getByText(text.app.unnamed).hover() }),
  shot('home-wrong-link', 'home', { act: pasteHalf }),
  shot('home-join-code-dialog', 'home-join-code', { act: opens('dialog', press(text.joinCode.enter)) }),
  shot('home-join-code-dialog-small', 'home-join-code', {
    size: 'small',
    act: opens('dialog', press(text.joinCode.enter)),
  }),
  shot('home-nobody-found', 'home', { act: (page) => page.getByLabel(text.home.search).fill('Zora') }),
  shot('home-copied', 'home', { act: press(text.link.copy) }),
  shot('home-keyboard', 'home', {
    act: async (page) => {
      await page.getByRole('tab', { name: text.home.recent }).focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
    },
  }),
  shot('home-wide', 'home', { size: 'wide' }),
  shot('home-small', 'home', { size: 'small' }),
  shot('home-small-waiting', 'home-waiting', { size: 'small' }),
  shot('home-large-text', 'home', { size: 'small', largeText: true }),
  shot('home-forced-colors', 'home-waiting', { forcedColors: true, themes: ['light'] }),
  shot('first-start-forced-colors', 'first-start', {
    forcedColors: true,
    themes: ['light'],
    act: chooseCloud,
    size: 'tall',
  }),
  shot('settings-forced-colors', 'home', { forcedColors: true, themes: ['light'], act: settings }),
  shot('incoming-forced-colors', 'incoming', { forcedColors: true, themes: ['light'] }),
  shot('incoming-small', 'incoming', { size: 'small' }),
  shot('incoming-large-text', 'incoming', { size: 'small', largeText: true }),
  shot('outgoing-small', 'outgoing-ringing', { size: 'small' }),
  shot('ended-small', 'ended-no-route', { size: 'small' }),
  shot('guest-small', 'guest-opened', { size: 'small' }),
]

const calls: readonly Shot[] = [
  shot('call-panel', 'call', { act: opens('complementary', key('i')) }),
  shot('call-panel-small', 'call', { act: opens('complementary', key('i')), size: 'small' }),
  shot('call-menu', 'call', { act: opens('menu', key('d')) }),
  shot('call-camera-menu', 'call', { act: opens('menu', press(text.call.chooseCamera)) }),
  shot('call-more', 'call', { act: opens('menu', press(text.call.more)) }),
  shot('call-more-small', 'call', { act: opens('menu', key('d')), size: 'small' }),
  shot('call-tip', 'call', { act: hoverMute }),
  shot('call-self-moved', 'call', {
    act: async (page) => {
      await page.getByLabel(text.call.ownPicture).focus()
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowUp')
      await page.waitForTimeout(300)
    },
  }),
  shot('call-forced-colors', 'call-my-camera-off', { forcedColors: true, act: opens('menu', key('d')) }),
  shot('call-small', 'call', { size: 'small' }),
  shot('call-wide', 'call', { size: 'wide' }),
  shot('call-sound-small', 'call-sound', { size: 'small' }),
  shot('call-trouble-small', 'call-trouble', { size: 'small' }),
  shot('call-reconnecting-small', 'call-reconnecting', { size: 'small' }),
  shot('call-large-text', 'call', { size: 'small', largeText: true }),
]

async function hoverMute(page: Page): Promise<void> {
  await page.getByRole('button', { name: text.call.mute, exact: true }).hover()
  await page.locator('.tip').waitFor()
}

const search = (words: string) => async (page: Page) => {
  await there('dialog')(page)
  await page.getByLabel(pickerWords.search).fill(words)
}

async function openProgram(page: Page): Promise<void> {
  await there('dialog')(page)
  await page.getByRole('option', { name: pickerWords.stack('Firefox', 4) }).click()
}

async function chooseByKeys(page: Page): Promise<void> {
  await there('dialog')(page)
  for (const pressed of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(pressed)
  }
}

async function scrollToEnd(page: Page): Promise<void> {
  await there('dialog')(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
}

const card = there('complementary')

const sharing: readonly Shot[] = [
  shot('call-picker-search', 'call-picker', { act: search('lib') }),
  shot('call-picker-no-match', 'call-picker-nothing', { act: search('invoice'), themes: BOTH }),
  shot('call-picker-program', 'call-picker', { act: openProgram }),
  shot('call-picker-keyboard', 'call-picker-nothing', { act: chooseByKeys, themes: BOTH }),
  shot('call-picker-many-end', 'call-picker-many', { act: scrollToEnd }),
  shot('call-picker-home', 'call-picker', { act: there('dialog'), size: 'home' }),
  shot('call-picker-narrow', 'call-picker-motion', { act: there('dialog'), size: 'narrow' }),
  shot('call-picker-small', 'call-picker', { act: there('dialog'), size: 'small' }),
  shot('call-picker-nothing-small', 'call-picker-nothing', { act: there('dialog'), size: 'small' }),
  shot('call-picker-denied-small', 'call-picker-denied', { act: there('dialog'), size: 'small' }),
  shot('call-picker-large-text', 'call-picker', { act: there('dialog'), size: 'small', largeText: true }),
  shot('call-picker-large-text-wide', 'call-picker-motion', { act: there('dialog'), largeText: true }),
  shot('call-picker-forced-colors', 'call-picker', { act: chooseByKeys, forcedColors: true }),
  shot('call-presenting-home', 'call-presenting-motion', { act: card, size: 'home' }),
  shot('call-presenting-narrow', 'call-presenting-blurred', { act: card, size: 'narrow' }),
  shot('call-presenting-small', 'call-presenting-blurred', { act: card, size: 'small' }),
  shot('call-presenting-again-small', 'call-presenting-again', { act: card, size: 'small' }),
  shot('call-presenting-large-text', 'call-presenting-paused', { act: card, size: 'small', largeText: true }),
  shot('call-presenting-forced-colors', 'call-presenting-motion', { act: card, forcedColors: true }),
]

export const SHOTS: readonly Shot[] = [
  ...PLAIN_SHOTS,
  ...settingsShots,
  ...dialogs,
  ...steps,
  ...historyShots,
  ...peopleShots,
  ...calls,
  ...rungShots,
  ...viewingShots,
  ...textsShots,
  ...sharing,
  ...barShots,
  ...ringWindowShots,
  ...partsShots,
  ...everywhereShots,
]
