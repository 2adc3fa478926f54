// Owns what becomes of a Parley that runs while the system puts a newer version in its place: its call goes on, it says so, and
// started anew it is the newer one, with all that is its user's.
import { text } from '../../shared/text/en'
import { settingsWords } from '../../shared/text/en-settings'
import { updateWords } from '../../shared/text/en-updates'
import type { Person } from '../fixtures/person'
import { call, expectHears, expectSees, hangUp } from '../fixtures/story'
import { expect } from '../fixtures/test'
import { settingsOf } from '../settings/settings-screens'
import { restartOf, startInstalled, type InstalledApp, type Start } from './installed-app'
import { guestOf, personOf } from './installed-story'

export interface UpgradeStory {
  readonly start: Start
  readonly atEnd: (end: () => unknown) => void
  /** As Parley itself says them. */
  readonly from: string
  readonly to: string
  /** By the system, while it runs. */
  readonly upgrade: () => Promise<unknown>
}

export async function upgradedWhileItRuns({ start, atEnd, from, to, upgrade }: UpgradeStory): Promise<void> {
  const app = await startInstalled(start)
  atEnd(app.stop)
  const ben = personOf(app, 'Ben')
  await ben.ui.answerFirstStart('Ben', { mode: 'this-computer' })
  const link = await ben.ui.ownLink()
  await choosesDark(app)
  await leavesUpdatesToTheSystem(app, from)
  const ana = await guestOf(ben, atEnd)
  await call(ana, ben)
  await upgrade()
  await saysItAndGoesOn(app, to, ana, ben)
  await hangUp(ben, ana)
  await ben.ui.saveFromEnd.click()
  await ben.ui.closeEnd.click()
  await opensWhatWasNeverOpened(app)
  const { banner } = text
  await expect(app.page.getByText(banner.updateInstalled(to))).toBeVisible()
  const press = app.page.getByRole('button', { name: banner.restart, exact: true })
  const after = await restartOf(app, start.home, () => press.click())
  atEnd(after.stop)
  await hasAllOfBefore(after, link)
  await leavesUpdatesToTheSystem(after, to)
  await expect(after.page.getByText(banner.updateInstalled(to))).toBeHidden()
  await after.page.evaluate(`window.desktop.call('app.quit')`).catch(() => undefined)
  await after.ended
}

/** In the middle of a call, a while after its own files went. */
async function saysItAndGoesOn({ page }: InstalledApp, to: string, ana: Person, ben: Person): Promise<void> {
  const settings = settingsOf(page)
  await settings.open('about')
  await expect(settings.dialog.getByText(updateWords.replaced(to))).toBeVisible()
  await expect(settings.button(updateWords.restart)).toBeDisabled()
  await expect(settings.dialog.getByText(updateWords.afterCall)).toBeVisible()
  await settings.close()
  await expectHears(ana)
  await expectSees(ben, ana)
}

/** Loaded from the archive only now, which is the old one still. */
async function opensWhatWasNeverOpened({ page }: InstalledApp): Promise<void> {
  const settings = settingsOf(page)
  await settings.open('about')
  await settings.button(settingsWords.about.showLicences).click()
  await expect(settings.dialog.getByText('MIT License').first()).toBeVisible()
  await settings.close()
}

async function choosesDark({ page }: InstalledApp): Promise<void> {
  const settings = settingsOf(page)
  await settings.open('general')
  await settings.radio(text.settings.dark).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await settings.close()
}

async function hasAllOfBefore(app: InstalledApp, link: string): Promise<void> {
  const ben = personOf(app, 'Ben')
  expect(await ben.ui.ownLink()).toBe(link)
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await ben.ui.contacts.click()
  await expect(app.page.getByRole('group', { name: 'Ana' })).toBeVisible()
}

/** There is nothing to look for and nothing to load here. */
export async function leavesUpdatesToTheSystem({ page }: InstalledApp, version: string): Promise<void> {
  const settings = settingsOf(page)
  await settings.open('about')
  await expect(settings.dialog.getByText(version, { exact: true })).toBeVisible()
  await expect(settings.dialog.getByText(updateWords.off['system-package'])).toBeVisible()
  await expect(settings.button(updateWords.check)).toBeHidden()
  await settings.close()
}
