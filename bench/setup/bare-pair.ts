// Owns the reference: two processes of the same binary on the bare page, and one timed call between them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, type Page } from '@playwright/test'
import { markerCameraSwitches } from '../../build/setup/fake-media.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { launchGuest } from '../../e2e/fixtures/guest-client'
import { watchForPicture, watchForPress, type Colour } from '../../e2e/fixtures/moments'
import { CALLEE_COLOUR, CALLER_COLOUR } from './marker-colours'
import { startRelay } from './relay'

export type Host = 'electron' | 'browser'

export interface BarePair {
  /** Milliseconds from the caller's press to the callee's colour in the caller's pixels. */
  readonly timeCall: () => Promise<number>
  /** A call that goes on until `stop`. */
  readonly startCall: () => Promise<void>
  readonly caller: Page
  readonly stop: () => Promise<void>
}

interface BarePage {
  readonly page: Page
  readonly stop: () => Promise<void>
}

export async function startBarePair(host: Host): Promise<BarePair> {
  const relay = await startRelay()
  const open = (name: string, colour: Colour): Promise<BarePage> =>
    (host === 'electron' ? openInElectron : openInBrowser)(relay.url, markerCameraSwitches(name, colour))
  const caller = await open('caller', CALLER_COLOUR)
  const callee = await open('callee', CALLEE_COLOUR)
  for (const { page } of [caller, callee]) {
    // The window is there before its page's script has run.
    await expect.poll(() => page.evaluate('window.isReady?.() ?? false')).toBe(true)
  }
  return {
    timeCall: async () => {
      const { seenAtMs } = await watchForPicture(caller.page, { label: null, colour: CALLEE_COLOUR })
      const { pressedAtMs } = await watchForPress(caller.page)
      await caller.page.click('#call')
      const took = (await seenAtMs) - (await pressedAtMs)
      await caller.page.evaluate('window.hangUp()')
      return took
    },
    startCall: async () => {
      const { seenAtMs } = await watchForPicture(caller.page, { label: null, colour: CALLEE_COLOUR })
      await caller.page.click('#call')
      await seenAtMs
    },
    caller: caller.page,
    stop: async () => {
      await Promise.all([caller.stop(), callee.stop()])
      relay.close()
    },
  }
}

async function openInElectron(url: string, media: readonly string[]): Promise<BarePage> {
  const profile = mkdtempSync(join(tmpdir(), 'bare-profile-'))
  const main = inRoot('bench', 'setup', 'bare-main.cjs')
  const app = await _electron.launch({
    args: [main, `--user-data-dir=${profile}`, `--page=${url}`, ...media],
  })
  return {
    page: await app.firstWindow(),
    stop: async () => {
      await app.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

async function openInBrowser(url: string, media: readonly string[]): Promise<BarePage> {
  return launchGuest({ url, media })
}
