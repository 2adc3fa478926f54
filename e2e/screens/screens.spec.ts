// Every screen from the in-memory host, photographed in both themes and checked. The pictures lie in test-results/pictures.
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { findBrowser } from '../../build/setup/find-browser.mjs'
import { serveGallery, type GalleryServer } from './gallery-server'
import { RECORD_BREACHES, complaints } from './page-checks'
import { SHOTS, type Shot, type Theme } from './shots'

test.use({
  launchOptions: {
    executablePath: findBrowser() ?? '',
    // Otherwise every call would say that the browser holds the sound back.
    args: ['--autoplay-policy=no-user-gesture-required'],
  },
  locale: 'en-GB',
  // Endless motion would make every picture another one.
  contextOptions: { reducedMotion: 'reduce' },
})

let gallery: GalleryServer
test.beforeAll(async () => {
  gallery = await serveGallery()
})
test.afterAll(() => gallery.stop())

for (const shot of SHOTS) {
  for (const theme of shot.themes) {
    test(`${shot.name}, ${theme}`, async ({ page }, info) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await open(page, shot, theme)
      await shot.act(page)
      await settle(page)
      await page.screenshot({ path: join(info.project.outputDir, 'pictures', `${shot.name}-${theme}.png`) })
      expect(await complaints(page, shot)).toEqual([])
      expect(errors).toEqual([])
    })
  }
}

async function open(
  page: Page,
  { scenario, size, largeText, forcedColors }: Shot,
  theme: Theme,
): Promise<void> {
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: theme, forcedColors: forcedColors ? 'active' : 'none' })
  await page.addInitScript(RECORD_BREACHES)
  await page.goto(`${gallery.url}?scenario=${scenario}&theme=${theme}`)
  await page.locator(`html[data-scenario="${scenario}"]`).waitFor()
  if (largeText) await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await settle(page)
}

/** Fonts are there, and every picture has drawn a frame. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video')].every(({ readyState }) => readyState >= 2),
  )
}
