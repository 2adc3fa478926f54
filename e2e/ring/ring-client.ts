// Owns one client whose page says by itself what rings, so that the ring window is seen without a call.
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import type { RingProofStep } from '../../shared/model/call'
import type { Ring } from '../../shared/model/ring'
import type { Verb } from '../../shared/model/verbs'
import type { Result } from '../../shared/result'
import { appWindow } from '../fixtures/app-window'
import { launchElectron, type ElectronClient, type ElectronOptions } from '../fixtures/electron-client'
import { closeWindow, windowFacts } from '../share/bar-client'

export const RING_URL = 'app://parley/ringwindow.html'

export const ringOf = (callId: string, person: Partial<Ring['person']> = {}, video = true): Ring => ({
  callId,
  person: {
    ...{ id: 'c'.repeat(32), name: 'Ana', isContact: true, isFavourite: false },
    ...{ namesake: null, picture: null },
    ...person,
  },
  video,
})

export interface RingClient extends ElectronClient {
  readonly call: (name: string, input?: unknown) => Promise<Result<unknown>>
  /** The whole list. */
  readonly tell: (...rings: readonly Ring[]) => Promise<Result<unknown>>
  /** Tells of one, and waits for the ring window's page. */
  readonly ring: (ring: Ring) => Promise<Page>
  /** What the page was asked for. */
  readonly asked: () => Promise<readonly Verb[]>
  readonly proven: () => Promise<readonly RingProofStep[]>
  readonly hideApp: () => Promise<void>
  readonly facts: () => ReturnType<typeof windowFacts>
  readonly close: () => Promise<void>
  /** Its page's process. */
  readonly crash: () => Promise<void>
}

const LISTEN = `
  window.testRing = { asked: [], proven: [] }
  window.desktop.on('verb.asked', (verb) => window.testRing.asked.push(verb))
  window.desktop.on('ring.proven', ({ step }) => window.testRing.proven.push(step))`

export async function launchRingClient(
  atEnd: (end: () => Promise<void>) => void,
  options: ElectronOptions = {},
): Promise<RingClient> {
  const client = await launchElectron(options)
  atEnd(async () => {
    await client.stop()
    client.forget()
  })
  const { app, page } = client
  await page.evaluate(LISTEN)
  const call = (name: string, input?: unknown): Promise<Result<unknown>> =>
    page.evaluate(`window.desktop.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
  const tell = (...rings: readonly Ring[]) =>
    call(
      'rings.tell',
      rings.map((ring) => ({ ring, origin: null })),
    )
  return {
    ...client,
    ...{ call, tell },
    async ring(ring) {
      const coming = ringPage(app)
      await tell(ring)
      return coming
    },
    asked: () => page.evaluate('window.testRing.asked'),
    proven: () => page.evaluate('window.testRing.proven'),
    hideApp: appWindow(app).hide,
    facts: () => windowFacts(app, RING_URL),
    close: () => closeWindow(app, RING_URL),
    crash: () =>
      app.evaluate(({ BrowserWindow }, url) => {
        const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL() === url)
        window?.webContents.forcefullyCrashRenderer()
      }, RING_URL),
  }
}

/** Of the next ring window. */
export const ringPage = (app: ElectronApplication): Promise<Page> =>
  app.waitForEvent('window', (page) => page.url() === RING_URL)

type Asked = () => Promise<readonly unknown[]>

/** Presses again while the window doesn't take presses yet, as a person would. */
export const pressWhenTaken = (press: () => Promise<void>, asked: Asked, count: number): Promise<void> =>
  pressUntil(press, async () => (await asked()).length === count)

export async function pressUntil(press: () => Promise<void>, taken: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      if (await taken()) return true
      // It may be gone, or changed, by the press before.
      await press().catch(() => undefined)
      return taken()
    })
    .toBe(true)
}
