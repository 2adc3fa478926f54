// Owns where the demo's windows stand for somebody who looks on, and how long they stay.
import { createInterface } from 'node:readline'
import { say } from '../../build/setup/say.mjs'
import type { Person } from '../fixtures/person'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Stage {
  readonly ana: Bounds
  readonly ben: Bounds
  /** Of its content. */
  readonly document: Bounds
}

/** Below this Parley's own window can't be made. */
const MIN_HEIGHT = 480
const DOCUMENT = { width: 960, height: 600 }
/** For the title bar of a window that is placed by its content. */
const TITLE = 36
const LOOK_MS = 300_000

/** Ana on the left with the document below her, Ben on the right. `area`: what the screen has without its panels. */
export function stageFor(area: Bounds, share: boolean): Stage {
  const { x, y, width, height } = area
  const half = Math.floor(width / 2)
  const scale = Math.min(
    1,
    half / DOCUMENT.width,
    Math.max(0.4, (height - MIN_HEIGHT - TITLE) / DOCUMENT.height),
  )
  const size = { width: Math.floor(DOCUMENT.width * scale), height: Math.floor(DOCUMENT.height * scale) }
  const top = y + height - size.height
  return {
    ana: { x, y, width: half, height: share ? Math.max(MIN_HEIGHT, height - size.height - TITLE) : height },
    ben: { x: x + half, y, width: half, height },
    document: { x, y: top, ...size },
  }
}

/** The part of the screen that windows may take. */
export function workArea({ electron }: Person): Promise<Bounds | null> {
  if (electron === null) return Promise.resolve(null)
  return electron.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
}

export async function place({ electron }: Person, bounds: Bounds): Promise<void> {
  await electron?.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted)
  }, bounds)
}

/** Until Enter is pressed, one of the windows is closed, or five minutes are over. */
export async function lookOn(people: readonly Person[]): Promise<void> {
  say('Press Enter to end the demo. It ends by itself after five minutes.')
  const lines = createInterface({ input: process.stdin })
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LOOK_MS)
    lines.once('line', () => resolve())
    for (const { page } of people) page.once('close', () => resolve())
  })
  clearTimeout(timer)
  lines.close()
}
