// Every screen from the in-memory host, photographed in both themes and checked. The pictures lie in test-results/pictures.
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { findBrowser } from '../../build/setup/find-browser.mjs'
import { serveGallery, type GalleryServer } from './gallery-server'
import { RECORD_BREACHES, complaints, contrastComplaints } from './page-checks'
import type { Shot, Theme } from './shot'
import { SHOTS } from './shots'

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
  test(shot.name, async ({ page }, info) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await open(page, shot)
    await shot.act(page)
    const found: string[] = []
    for (const [at, theme] of shot.themes.entries()) {
      await setTheme(page, shot, theme)
      await settle(page)
      await page.screenshot({ path: join(info.project.outputDir, 'pictures', `${shot.name}-${theme}.png`) })
      found.push(...(at === 0 ? await complaints(page, shot) : await contrastComplaints(page)))
    }
    expect(found).toEqual([])
    expect(errors).toEqual([])
  })
}

async function open(page: Page, { scenario, size, largeText }: Shot): Promise<void> {
  await page.setViewportSize(size)
  await page.addInitScript(RECORD_BREACHES)
  await page.goto(`${gallery.url}?scenario=${scenario}`)
  await page.locator(`html[data-scenario="${scenario}"]`).waitFor()
  if (largeText) await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await settle(page)
}

/** As the settings do it, and as the system says it where nothing is set. */
async function setTheme(page: Page, { forcedColors }: Shot, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, forcedColors: forcedColors ? 'active' : 'none' })
  await page.evaluate((wanted) => {
    document.documentElement.dataset['theme'] = wanted
  }, theme)
}

/** Fonts and late parts are there, and every picture shows something. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => document.querySelector('span.btn') === null)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video')].every((video) => {
      if (!video.checkVisibility({ checkVisibilityCSS: true })) return true
      const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 })
      const context = canvas.getContext('2d')
      context?.drawImage(video, 0, 0, 4, 4)
      const pixels = new Set(
        new Uint32Array(context?.getImageData(0, 0, 4, 4).data.buffer ?? new ArrayBuffer(0)),
      )
      return pixels.size > 1
    }),
  )
}
