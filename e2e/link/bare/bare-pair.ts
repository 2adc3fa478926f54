// Owns the reference of sharing: two processes of one kind on the bare page, a presenter and a viewer, over a link or not.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, type Page } from '@playwright/test'
import { findElectron } from '../../../build/setup/find-electron.mjs'
import { inRoot } from '../../../build/setup/paths.mjs'
import { launchGuest } from '../../fixtures/guest-client'
import type { TestWindow } from '../../windows/test-windows'
import type { Link, Side } from '../link'
import { inSide } from '../launch-in'
import { startBareServer } from './bare-server'

export type BareHost = 'electron' | 'browser'

/** What the bare page takes, see bare.js. */
export interface BareConnectWords {
  readonly codecs?: readonly string[]
  readonly encoding?: Readonly<Record<string, unknown>>
  readonly startRateKbps?: number
  readonly degradation?: string
}
export interface BareShareWords {
  readonly hint?: string
  readonly constraints?: MediaTrackConstraints
}

export interface BarePair {
  readonly presenter: Page
  readonly viewer: Page
  /** A new connection, ready for a track. */
  connect(words?: BareConnectWords): Promise<void>
  /** getDisplayMedia and replaceTrack; also while another window is shared. */
  share(window: TestWindow, words?: BareShareWords): Promise<void>
  readonly stop: () => Promise<void>
}

interface BareClient {
  readonly page: Page
  readonly choose: (window: TestWindow) => Promise<void>
  readonly stop: () => Promise<void>
}

/** A browser picks by title and once for all, so it shares only windows called this. */
export const BROWSER_TITLE = 'bare share source'

/** `link`: the presenter stands behind it. */
export async function startBarePair(host: BareHost, link: Link | null): Promise<BarePair> {
  const server = await startBareServer()
  await link?.forward(server.port)
  const open = host === 'electron' ? openInElectron : openInBrowser
  const presenter = await open(server.url, link?.a ?? null)
  const viewer = await open(server.url, link?.b ?? null)
  for (const { page } of [presenter, viewer]) {
    // The window is there before its page's script has run.
    await expect.poll(() => page.evaluate('window.bare?.isReady() ?? false')).toBe(true)
  }
  const ask = (method: string, words: object) =>
    presenter.page.evaluate(`window.bare.${method}(${JSON.stringify(words)})`)
  return {
    presenter: presenter.page,
    viewer: viewer.page,
    connect: async (words = {}) => {
      await ask('connect', words)
    },
    share: async (window, words = {}) => {
      await presenter.choose(window)
      await ask('share', words)
    },
    stop: async () => {
      await Promise.all([presenter.stop(), viewer.stop()])
      server.stop()
    },
  }
}

async function openInElectron(url: string, side: Side | null): Promise<BareClient> {
  const electron = await findElectron({ testRuntime: true })
  if (electron === null) throw new Error('There is no Electron to test with.')
  const profile = mkdtempSync(join(tmpdir(), 'bare-profile-'))
  const main = inRoot('e2e', 'link', 'bare', 'bare-main.cjs')
  const app = await _electron.launch({
    ...inSide(side, electron.executable, [main, `--user-data-dir=${profile}`, `--page=${url}`]),
  })
  return {
    page: await app.firstWindow(),
    choose: ({ xid }) =>
      app.evaluate(
        (_electron, id) => {
          Reflect.set(globalThis, 'sourceToShare', id)
        },
        `window:${String(xid)}:0`,
      ),
    stop: async () => {
      await app.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

async function openInBrowser(url: string, side: Side | null): Promise<BareClient> {
  const { page, stop } = await launchGuest({
    url,
    permissions: [],
    media: [],
    picks: BROWSER_TITLE,
    ...(side === null ? {} : { side }),
  })
  return {
    page,
    choose: async ({ spec }) => {
      if (spec.title !== BROWSER_TITLE) throw new Error(`A browser shares only "${BROWSER_TITLE}".`)
    },
    stop,
  }
}
