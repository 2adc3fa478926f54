// Owns what a viewer's page shows of test windows over time: each change of code, size or blackness of a picture, as drawn.
import type { Page } from '@playwright/test'
import { readCode, type CodeReading } from './read-code'

/** A picture as it was drawn first; it stays until the next. */
export type DrawnPicture = CodeReading & {
  /** Wall-clock milliseconds. */
  readonly atMs: number
  /** Of the picture itself, in its own pixels. */
  readonly width: number
  readonly height: number
}

export interface CodeWatch {
  /** All so far, oldest first. */
  readonly pictures: () => Promise<readonly DrawnPicture[]>
  /** Forgets what was seen so far. */
  readonly clear: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Looks at the first <video> or <canvas> that matches, also one that comes later, with each repaint of the page (so not in
 * a hidden window). A video without a picture is not looked at.
 */
export async function watchCodes(page: Page, selector: string): Promise<CodeWatch> {
  const key = `codeWatch:${selector}`
  await page.evaluate(
    `(${watchInPage.toString()})(${readCode.toString()}, ${JSON.stringify({ key, selector })})`,
  )
  const call = (method: 'pictures' | 'clear' | 'stop'): Promise<unknown> =>
    page.evaluate(`window[${JSON.stringify(key)}].${method}()`)
  return {
    pictures: async () => (await call('pictures')) as readonly DrawnPicture[],
    clear: async () => {
      await call('clear')
    },
    stop: async () => {
      await call('stop')
    },
  }
}

/** Runs in the page. */
function watchInPage(
  read: typeof readCode,
  { key, selector }: { readonly key: string; readonly selector: string },
): void {
  const WIDTH = 480
  const HEIGHT = 270
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  let pictures: DrawnPicture[] = []
  let last = ''
  let isOver = false

  const sizeOf = (element: Element): readonly [number, number] | null => {
    if (element instanceof HTMLCanvasElement) return [element.width, element.height]
    if (element instanceof HTMLVideoElement && element.readyState >= 2)
      return [element.videoWidth, element.videoHeight]
    return null
  }
  const look = (): void => {
    if (isOver) return
    requestAnimationFrame(look)
    const element = document.querySelector<HTMLVideoElement | HTMLCanvasElement>(selector)
    const size = element === null ? null : sizeOf(element)
    if (element === null || size === null || context === null) return
    const [width, height] = size
    if (width === 0 || height === 0) return
    context.drawImage(element, 0, 0, WIDTH, HEIGHT)
    const atMs = performance.timeOrigin + performance.now()
    const reading = read(context.getImageData(0, 0, WIDTH, HEIGHT), atMs)
    const shown = JSON.stringify([reading, width, height])
    if (shown === last) return
    last = shown
    pictures.push({ ...reading, atMs, width, height })
  }
  look()
  Reflect.set(window, key, {
    pictures: () => pictures,
    clear: () => {
      pictures = []
    },
    stop: () => {
      isOver = true
    },
  })
}
