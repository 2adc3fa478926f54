// Owns what a photograph is: which scenario, in which window, in which theme, and what is pressed before.
import type { Page } from '@playwright/test'
import type { ScenarioName } from '../../renderer/gallery/scenario-names'

export type Theme = 'light' | 'dark'

const SIZES = {
  home: { width: 960, height: 640 },
  call: { width: 1120, height: 700 },
  tall: { width: 960, height: 900 },
  narrow: { width: 720, height: 520 },
  small: { width: 360, height: 480 },
  wide: { width: 1600, height: 1000 },
} as const
type Size = keyof typeof SIZES

export interface Shot {
  readonly name: string
  readonly scenario: ScenarioName
  readonly size: { readonly width: number; readonly height: number }
  readonly themes: readonly Theme[]
  readonly act: (page: Page) => Promise<void>
  /** Text twice as large, as a browser's or system's setting makes it. */
  readonly largeText: boolean
  /** As with Windows' contrast themes. */
  readonly forcedColors: boolean
}

interface ShotOptions {
  readonly size?: Size
  readonly themes?: readonly Theme[]
  readonly act?: (page: Page) => Promise<void>
  readonly largeText?: boolean
  readonly forcedColors?: boolean
}

export const BOTH: readonly Theme[] = ['light', 'dark']

export function shot(name: string, scenario: ScenarioName, options: ShotOptions = {}): Shot {
  const isCall = scenario === 'call' || scenario.startsWith('call-')
  const { size = isCall ? 'call' : 'home', themes = isCall ? ['light'] : BOTH } = options
  const act = options.act ?? (() => Promise.resolve())
  const { largeText = false, forcedColors = false } = options
  return { name, scenario, size: SIZES[size], themes, act, largeText, forcedColors }
}

export const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
export const key = (keys: string) => (page: Page) => page.keyboard.press(keys)
export const there = (role: 'dialog' | 'complementary') => (page: Page) => page.getByRole(role).waitFor()
/** Dialogs and the panel are loaded when they are first opened. */
export const opens =
  (role: 'dialog' | 'complementary' | 'menu', act: (page: Page) => Promise<void>) => async (page: Page) => {
    await act(page)
    await page.getByRole(role).last().waitFor()
  }
