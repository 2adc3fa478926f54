// Owns one person who tries whether it rings, closed to a tray on a real session bus, and what their report says.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { selfTestWords as words } from '../../shared/text/en-self-test'
import type { Result } from '../../shared/result'
import { startDesktopBus, type DesktopBus, type DesktopBusOptions } from '../desktop/desktop-bus'
import { appWindow } from '../fixtures/app-window'
import type { Person, PersonOptions } from '../fixtures/person'
import { expect } from '../fixtures/test'
import { settingsOf } from '../settings/settings-screens'
import { RING_URL } from './ring-client'

/** Count-down, ringing until it ends by itself, and reading the rest. */
export const WHOLE_TEST_MS = 60_000

export interface SelfTester {
  readonly person: Person
  readonly bus: DesktopBus
  readonly app: ElectronApplication
  readonly call: (name: string, input?: unknown) => Promise<Result<unknown>>
  /** In the settings, as somebody presses it. */
  readonly begin: () => Promise<void>
  readonly again: Locator
  readonly steps: Locator
  /** Whether the app's own window is on the screen. */
  readonly isShown: () => Promise<boolean>
  /** The next one's page. */
  readonly ringWindow: () => Promise<Page>
  /** "Passed: Icon in the tray", once there is a report. */
  readonly report: () => Promise<readonly string[]>
}

interface TesterOptions {
  readonly join: (options: Omit<PersonOptions, 'server'> & { readonly server?: string }) => Promise<Person>
  readonly atEnd: (end: () => Promise<void> | void) => void
  readonly bus?: DesktopBusOptions
  readonly person?: Partial<PersonOptions>
  readonly env?: Readonly<Record<string, string>>
}

export async function startSelfTester(options: TesterOptions): Promise<SelfTester> {
  const { join: arrive, atEnd, env } = options
  const bus = await startDesktopBus(options.bus)
  atEnd(() => bus.stop())
  const config = mkdtempSync(join(tmpdir(), 'parley-config-'))
  atEnd(() => rmSync(config, { recursive: true, force: true }))
  const person = await arrive({
    ...{ name: 'Ana', host: 'electron', ...options.person },
    electron: { env: { ...bus.env, XDG_CONFIG_HOME: config, ...env } },
  })
  const { page, electron } = person
  const app = electron?.app
  if (app === undefined) throw new Error('no Electron')
  await person.ui.ownLink()
  const isTrayExpected = options.bus?.tray !== false
  if (isTrayExpected) await bus.until(() => bus.tray()[0])
  const window = appWindow(app)
  const steps = page.getByRole('list', { name: words.steps }).getByRole('listitem')
  const again = page.getByRole('button', { name: words.again })
  return {
    ...{ person, bus, app, steps, again },
    call: (name, input) =>
      page.evaluate(`window.desktop.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`),
    async begin() {
      await settingsOf(page).open('ringing')
      await page.getByRole('button', { name: words.begin }).click()
      await expect(page.getByRole('button', { name: words.cancel })).toBeVisible()
    },
    isShown: async () => (await window.isVisible()) && !(await window.isMinimized()),
    ringWindow: () =>
      app.waitForEvent('window', { predicate: (one) => one.url() === RING_URL, timeout: WHOLE_TEST_MS }),
    async report() {
      await expect(again).toBeVisible({ timeout: WHOLE_TEST_MS })
      const texts = await steps.evaluateAll((items) =>
        items.map((item) => {
          const said = (selector: string) => item.querySelector(selector)?.textContent ?? ''
          return `${said('.mark')}: ${said('.selftest-words > span')}`
        }),
      )
      return texts
    },
  }
}
