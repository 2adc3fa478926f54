// Owns what a test of sharing gets: real windows of another program, and a client whose main process it speaks to.
import { launchElectron, type ElectronClient } from '../fixtures/electron-client'
import { expect } from '../fixtures/test'
import { startTestWindows, type TestWindows } from '../windows/test-windows'
import { sharePage, type SharePage } from './share-page'

export interface Sharing {
  readonly windows: TestWindows
  readonly client: ElectronClient
  readonly page: SharePage
}

type AtEnd = (end: () => Promise<void> | void) => void

/** Playwright's fixture: `test.extend<{ sharing: Sharing }>({ sharing: withSharing })`. */
export async function withSharing(
  { atEnd }: { readonly atEnd: AtEnd },
  use: (sharing: Sharing) => Promise<void>,
): Promise<void> {
  const windows = startTestWindows()
  atEnd(windows.stop)
  const client = await launchElectron()
  atEnd(async () => {
    await client.stop()
    client.forget()
  })
  await use({ windows, client, page: await sharePage(client.app, client.page) })
}

export const LETTER = { title: 'Letter', program: 'writer', width: 480, height: 320, x: 40, y: 40 }
export const PHOTOS = { title: 'Photos', program: 'album', width: 400, height: 300, x: 600, y: 60 }

export const titled = async (page: SharePage, dialogue: string, title: string) =>
  (await page.sources(dialogue)).find((source) => source.title === title)

export async function idOf(page: SharePage, dialogue: string, title: string): Promise<string> {
  await expect.poll(() => titled(page, dialogue, title)).toBeDefined()
  return (await titled(page, dialogue, title))?.id ?? ''
}
