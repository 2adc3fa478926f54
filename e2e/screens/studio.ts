// Owns the one page that a worker photographs in: scenarios, sizes and themes are changed inside it, since loading a page
// and its pictures anew took most of the time of a photograph. What could go from one scenario into the next is undone
// here and in the gallery, and what a scenario leaves behind is a complaint.
import { expect, test as base, type Browser, type Page, type Request } from '@playwright/test'
import type { GalleryWindow } from '../../renderer/gallery/gallery-window'
import { AXE } from './axe-check'
import { serveGallery } from './gallery-server'
import { RECORD_BREACHES } from './page-checks'
import type { Shot, Theme } from './shot'

export interface Studio {
  readonly page: Page
  /** Draws the shot's scenario anew. */
  readonly show: (shot: Shot) => Promise<void>
  readonly setTheme: (shot: Shot, theme: Theme) => Promise<void>
  /** What the scenario left behind, and errors that nobody caught, in words. */
  readonly clear: () => Promise<readonly string[]>
}

export const test = base.extend<object, { studio: Studio }>({
  studio: [
    async ({ browser }, use) => {
      const gallery = await serveGallery()
      const page = await openPage(browser)
      await use(studioIn(page, gallery.url))
      await page.context().close()
      await gallery.stop()
    },
    { scope: 'worker' },
  ],
})

async function openPage(browser: Browser): Promise<Page> {
  // Endless motion would make every picture another one.
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.addInitScript(RECORD_BREACHES)
  await page.addInitScript(AXE)
  return page
}

function studioIn(page: Page, url: string): Studio {
  const errors: string[] = []
  const settle = settler(page)
  page.on('pageerror', (error) => errors.push(`error: ${error.message}`))
  return {
    page,
    show: async (shot) => {
      const { size, largeText } = shot
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
      if (width !== size.width || height !== size.height) await page.setViewportSize(size)
      await settle()
      await draw(page, url, shot)
      if (largeText)
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      await settle()
    },
    setTheme: async ({ forcedColors, moreContrast }, theme) => {
      await page.emulateMedia({
        colorScheme: theme,
        forcedColors: forcedColors ? 'active' : 'none',
        contrast: moreContrast ? 'more' : 'no-preference',
      })
      // As the settings do it.
      await page.evaluate((wanted) => {
        document.documentElement.dataset['theme'] = wanted
      }, theme)
      await settle()
    },
    clear: async () => {
      const left = await page.evaluate(async () => (await window.gallery?.clear()) ?? [])
      await forgetHands(page)
      return [...left, ...errors.splice(0)]
    },
  }
}

/** The screens' page stays for all of them; the few others are pages of one scenario, loaded anew each time. */
async function draw(page: Page, url: string, { page: name, scenario }: Shot): Promise<void> {
  const isStaying = name === 'gallery'
  if (!isStaying) {
    await page.goto(`${url}${name}.html?scenario=${scenario}`)
  } else if (!page.url().startsWith(`${url}${name}.html`)) {
    await page.goto(`${url}${name}.html?scenario=`)
    await page.waitForFunction(() => window.gallery !== undefined)
  }
  if (isStaying) await page.evaluate((wanted) => window.gallery?.show(wanted), scenario)
  await page.locator(`html[data-scenario="${scenario}"]`).waitFor()
}

/** A new page knows of no pointer, and shows the focus that a script gives; so it is with the last pressed key. */
async function forgetHands(page: Page): Promise<void> {
  await page.mouse.move(-10, -10)
  await page.keyboard.press('F9')
}

/** React shows parts that come late together, up to 0.3 s after the first of them. */
const REACT_HOLDS_BACK_MS = 350

/** Fonts and late parts are there, changes of colour are through, and every picture shows something. */
function settler(page: Page): () => Promise<void> {
  const coming = new Set<Request>()
  let asked = 0
  let seen = 0
  page.on('request', (request) => {
    coming.add(request)
    asked += 1
  })
  page.on('requestfinished', (request) => coming.delete(request))
  page.on('requestfailed', (request) => coming.delete(request))
  return async () => {
    await page.evaluate(twoFrames)
    // Only the first scenario that needs a part loads it.
    while (asked > seen) {
      seen = asked
      await expect.poll(() => coming.size).toBe(0)
      await page.waitForTimeout(REACT_HOLDS_BACK_MS)
      await page.evaluate(twoFrames)
    }
    await page.waitForFunction(isSettled)
  }
}

/** Resizing and emulated media reach the page with its next frame; transitions begin in the one after. */
async function twoFrames(): Promise<void> {
  for (const frame of [1, 2]) await new Promise((drawn) => requestAnimationFrame(() => drawn(frame)))
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
}

function isSettled(): boolean {
  if (document.fonts.status !== 'loaded' || document.querySelector('span.btn') !== null) return false
  return [...document.querySelectorAll('video')].every((video) => {
    if (!video.checkVisibility({ checkVisibilityCSS: true })) return true
    const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 })
    const context = canvas.getContext('2d')
    context?.drawImage(video, 0, 0, 4, 4)
    const pixels = new Set(
      new Uint32Array(context?.getImageData(0, 0, 4, 4).data.buffer ?? new ArrayBuffer(0)),
    )
    return pixels.size > 1
  })
}

declare global {
  interface Window {
    gallery?: GalleryWindow
  }
}
