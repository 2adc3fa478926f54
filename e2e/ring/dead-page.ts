// Owns an app whose page is killed, and what can still be seen of it: the driver's own page object doesn't survive that, so
// the page that comes after it is asked through the app.
import type { ElectronApplication } from '@playwright/test'
import { fromWire } from '../../shared/ipc/as-text'
import { callWords } from '../../shared/text/en-call'
import type { History } from '../../shared/model/call-record'
import { PAGE_URL } from '../fixtures/app-window'
import { RING_URL } from './ring-client'

export interface DeadPage {
  /** The app's own reload, which is held back: until then no page is there. */
  readonly letGo: () => Promise<void>
}

interface Held {
  testReload?: () => void
}

/** The process of the app's page, not that of the ring window. */
export async function killPage(app: ElectronApplication, how: 'crash' | 'kill -9'): Promise<DeadPage> {
  await app.evaluate(
    ({ BrowserWindow }, { pageUrl, isKill }) => {
      const contents = BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .find((each) => each.getURL().startsWith(pageUrl))
      if (!contents) throw new Error('no page')
      const reload = contents.reload.bind(contents)
      contents.reload = () => {
        ;(globalThis as Held).testReload = reload
      }
      const gone = new Promise<void>((resolve) => {
        contents.once('render-process-gone', () => setImmediate(resolve))
      })
      if (isKill) process.kill(contents.getOSProcessId(), 'SIGKILL')
      else contents.forcefullyCrashRenderer()
      return gone
    },
    { pageUrl: PAGE_URL, isKill: how === 'kill -9' },
  )
  const letGo = (): Promise<void> =>
    app.evaluate(() => {
      const { testReload } = globalThis as Held
      if (!testReload) throw new Error('the app has not asked for its page')
      testReload()
    })
  return { letGo }
}

/** In the app's page; null while there is none that could be asked. */
function inPage<T>(app: ElectronApplication, script: string): Promise<T | null> {
  return app.evaluate(
    async ({ BrowserWindow }, { pageUrl, source }) => {
      const contents = BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .find((each) => each.getURL().startsWith(pageUrl))
      if (!contents || contents.isCrashed() || contents.isLoading()) return null
      return (await contents.executeJavaScript(source)) as unknown
    },
    { pageUrl: PAGE_URL, source: script },
  ) as Promise<T | null>
}

/** Decoded of that person's camera. */
export const framesSeen = async (app: ElectronApplication, of: string): Promise<number> =>
  (await inPage<number>(
    app,
    `[...document.querySelectorAll('video')]
      .filter((video) => video.getAttribute('aria-label') === ${JSON.stringify(callWords.call.remoteVideo(of))})
      .reduce((sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames, 0)`,
  )) ?? 0

export const shows = async (app: ElectronApplication, words: string): Promise<boolean> =>
  (await inPage<boolean>(app, `document.body.innerText.includes(${JSON.stringify(words)})`)) ?? false

/** Of each call in the history, newest first, why it ended. */
export async function endings(app: ElectronApplication): Promise<readonly string[] | null> {
  const read = await inPage<{ readonly value: unknown }>(app, `window.desktop.call('history.read')`)
  return read && (fromWire('history.read', read.value) as History).records.map(({ reason }) => reason)
}

/** As Chromium itself hears it, whatever the page says. */
export const ringIsHeard = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(
    ({ BrowserWindow }, ringUrl) =>
      BrowserWindow.getAllWindows().some(
        ({ webContents }) => webContents.getURL() === ringUrl && webContents.isCurrentlyAudible(),
      ),
    RING_URL,
  )
