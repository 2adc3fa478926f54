// Owns the two clocks of the set-up benchmark, the same for ours and for the reference: when a button was pressed in one
// page, and when the other side's marker colour was first in the pixels of a page. Wall-clock milliseconds.
import type { Page } from '@playwright/test'

export type Colour = readonly [red: number, green: number, blue: number]

/** Far apart, so that compression can't turn one into the other. */
export const CALLER_COLOUR: Colour = [225, 60, 40]
export const CALLEE_COLOUR: Colour = [40, 90, 225]

const TOLERANCE = 60
const PATIENCE_MS = 20_000

/** Starts to watch every <video> of the page, also later ones. Resolves when the colour was drawn. */
export async function watchForColour(
  page: Page,
  colour: Colour,
): Promise<{ readonly seenAtMs: Promise<number> }> {
  await page.evaluate(installWatcher, { colour, tolerance: TOLERANCE })
  return { seenAtMs: resultOf(page, 'benchColourSeen') }
}

/** The time of the next press in this page, as the browser stamped it. */
export async function watchForPress(page: Page): Promise<{ readonly pressedAtMs: Promise<number> }> {
  await page.evaluate(() => {
    Reflect.set(
      window,
      'benchPressed',
      new Promise((resolve) => {
        const stamp = (event: Event): void => resolve(performance.timeOrigin + event.timeStamp)
        window.addEventListener('click', stamp, { capture: true, once: true })
      }),
    )
  })
  return { pressedAtMs: resultOf(page, 'benchPressed') }
}

async function resultOf(page: Page, name: string): Promise<number> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`${name}: nothing within ${PATIENCE_MS} ms`)), PATIENCE_MS).unref(),
  )
  const found = page.evaluate(async (key) => Number(await Reflect.get(window, key)), name)
  return Promise.race([found, late])
}

/** Runs in the page. */
function installWatcher({ colour, tolerance }: { colour: Colour; tolerance: number }): void {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const watched = new WeakSet<HTMLVideoElement>()
  const shows = (video: HTMLVideoElement): boolean => {
    const { videoWidth, videoHeight } = video
    context?.drawImage(video, videoWidth / 2, videoHeight / 2, 1, 1, 0, 0, 1, 1)
    const pixel = context?.getImageData(0, 0, 1, 1).data ?? []
    return colour.every((value, channel) => Math.abs(value - (pixel[channel] ?? 0)) < tolerance)
  }
  const seen = new Promise<number>((resolve) => {
    const watch = (video: HTMLVideoElement): void => {
      const onFrame = (): void => {
        if (shows(video)) {
          observer.disconnect()
          resolve(performance.timeOrigin + performance.now())
        } else video.requestVideoFrameCallback(onFrame)
      }
      if (!watched.has(video)) video.requestVideoFrameCallback(onFrame)
      watched.add(video)
    }
    const look = (): void => document.querySelectorAll('video').forEach(watch)
    const observer = new MutationObserver(look)
    observer.observe(document.documentElement, { childList: true, subtree: true })
    look()
  })
  Reflect.set(window, 'benchColourSeen', seen)
}
