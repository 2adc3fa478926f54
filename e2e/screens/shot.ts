// Owns what a photograph is: which scenario, in which window, in which theme, and what is pressed before.
import type { Page } from '@playwright/test'
import type { BarScenarioName } from '../../renderer/gallery/bar-scenario-names'
import type { PartsName } from '../../renderer/gallery/parts-names'
import type { RingScenarioName } from '../../renderer/gallery/ring-scenario-names'
import type { ScenarioName } from '../../renderer/gallery/scenario-names'

export type Theme = 'light' | 'dark'

const SIZES = {
  home: { width: 960, height: 640 },
  call: { width: 1120, height: 700 },
  tall: { width: 960, height: 900 },
  narrow: { width: 720, height: 520 },
  small: { width: 360, height: 480 },
  wide: { width: 1600, height: 1000 },
  /** A 4K screen without scaling. */
  '4k': { width: 3840, height: 2160 },
  /** The bar's window, which is as tall as its page needs. */
  bar: { width: 480, height: 64 },
  'bar-tall': { width: 480, height: 200 },
  /** The ring window's, likewise. */
  ring: { width: 416, height: 188 },
  'ring-tall': { width: 416, height: 320 },
  'ring-large': { width: 416, height: 700 },
} as const
type Size = keyof typeof SIZES
type AnyScenario = ScenarioName | BarScenarioName | PartsName | RingScenarioName

export interface Shot {
  readonly name: string
  readonly page: 'gallery' | 'gallery-bar' | 'gallery-parts' | 'gallery-ring'
  readonly scenario: AnyScenario
  readonly size: { readonly width: number; readonly height: number }
  readonly themes: readonly Theme[]
  readonly act: (page: Page) => Promise<void>
  /** Text twice as large, as a browser's or system's setting makes it. */
  readonly largeText: boolean
  /** As with Windows' contrast themes. */
  readonly forcedColors: boolean
  /** As with macOS' "increase contrast". */
  readonly moreContrast: boolean
  /** What axe is asked. Its rules but for contrast read the document, which is the same however it is drawn. */
  readonly axe: 'all' | 'contrast' | 'nothing'
}

interface ShotOptions {
  readonly page?: Shot['page']
  readonly size?: Size
  readonly themes?: readonly Theme[]
  readonly act?: (page: Page) => Promise<void>
  readonly largeText?: boolean
  readonly forcedColors?: boolean
  readonly moreContrast?: boolean
}

export const BOTH: readonly Theme[] = ['light', 'dark']

export function shot(name: string, scenario: AnyScenario, options: ShotOptions = {}): Shot {
  const isCall = scenario === 'call' || scenario.startsWith('call-')
  const { size = isCall ? 'call' : 'home', themes = isCall ? ['light'] : BOTH } = options
  const act = options.act ?? (() => Promise.resolve())
  const { page = 'gallery', largeText = false, forcedColors = false, moreContrast = false } = options
  const drawn = { largeText, forcedColors, moreContrast }
  return { name, page, scenario, size: SIZES[size], themes, act, ...drawn, axe: 'all' }
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
