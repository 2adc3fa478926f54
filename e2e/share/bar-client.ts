// Owns one client whose page says by itself what is shared, so that the sharing bar, the border and the facts about the
// source are seen without a call.
import type { ElectronApplication, Page } from '@playwright/test'
import type { BarPress, ShareShown, SourceFacts } from '../../shared/model/share'
import type { Result } from '../../shared/result'
import { appWindow } from '../fixtures/app-window'
import { launchElectron, type ElectronClient } from '../fixtures/electron-client'

export const BAR = 'app://parley/sharebar.html'
export const SHOWN: ShareShown = {
  sourceId: null,
  kind: 'window',
  title: 'Budget 2027.ods',
  startedAt: 0,
  held: null,
  seen: 'Ben sees 1280 × 720, 12 fps',
  isTroubled: false,
}

export interface BarClient extends ElectronClient {
  readonly call: (name: string, input?: unknown) => Promise<Result<unknown>>
  readonly show: (shown: ShareShown | null) => Promise<Result<unknown>>
  /** Shares, and waits for the bar's page. */
  readonly showBar: (shown?: Partial<ShareShown>) => Promise<Page>
  readonly pressed: () => Promise<readonly BarPress[]>
  readonly facts: () => Promise<readonly SourceFacts[]>
  readonly locks: () => Promise<readonly boolean[]>
  /** Of the app, with the strips of a screen's border. */
  readonly windowCount: () => Promise<number>
}

const LISTEN = `
  window.testBar = { pressed: [], facts: [], locks: [] }
  window.desktop.on('bar.pressed', ({ press }) => window.testBar.pressed.push(press))
  window.desktop.on('share.facts', (facts) => window.testBar.facts.push(facts))
  window.desktop.on('share.locked', ({ locked }) => window.testBar.locks.push(locked))`

export async function launchBarClient(
  atEnd: (end: () => Promise<void>) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<BarClient> {
  const client = await launchElectron({ env })
  atEnd(async () => {
    await client.stop()
    client.forget()
  })
  const { app, page } = client
  await page.evaluate(LISTEN)
  const call = (name: string, input?: unknown): Promise<Result<unknown>> =>
    page.evaluate(`window.desktop.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
  const show = (shown: ShareShown | null): Promise<Result<unknown>> => call('share.show', shown)
  return {
    ...client,
    ...{ call, show },
    async showBar(shown = {}) {
      const coming = app.waitForEvent('window', (one) => one.url() === BAR)
      await show({ ...SHOWN, startedAt: Date.now() - 65_000, ...shown })
      return coming
    },
    pressed: () => page.evaluate('window.testBar.pressed'),
    facts: () => page.evaluate('window.testBar.facts'),
    locks: () => page.evaluate('window.testBar.locks'),
    windowCount: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  }
}

export function windowFacts(app: ElectronApplication, url: string) {
  return app.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL() === wanted)
    return (
      window && {
        visible: window.isVisible(),
        focusable: window.isFocusable(),
        focused: window.isFocused(),
        onTop: window.isAlwaysOnTop(),
        bounds: window.getBounds(),
      }
    )
  }, url)
}

export async function closeWindow(app: ElectronApplication, url: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith(wanted))
    window?.close()
  }, url)
}

/** Its buttons have the border's colour. */
export const hideApp = (app: ElectronApplication): Promise<void> => appWindow(app).hide()

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where on the whole screen the border's colour is, as the system's own picture shows it; null: nowhere. */
export function borderOnScreen(
  app: ElectronApplication,
): Promise<(Box & { readonly pixels: number }) | null> {
  return app.evaluate(async ({ desktopCapturer, screen }) => {
    const { width, height } = screen.getPrimaryDisplay().size
    const [whole] = await desktopCapturer.getSources({
      types: ['screen'],
      thumbnailSize: { width, height },
    })
    if (!whole) throw new Error('no picture of the screen')
    const bitmap = whole.thumbnail.toBitmap()
    let [left, top, right, bottom, pixels] = [width, height, -1, -1, 0]
    for (let at = 0; at < bitmap.length; at += 4) {
      // #0d6a56, blue first.
      if (bitmap[at] !== 0x56 || bitmap[at + 1] !== 0x6a || bitmap[at + 2] !== 0x0d) continue
      const x = (at / 4) % width
      const y = Math.floor(at / 4 / width)
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
      pixels += 1
    }
    if (pixels === 0) return null
    return { x: left, y: top, width: right - left + 1, height: bottom - top + 1, pixels }
  })
}
