// From a guest's page into the installed app: the link that stands there, what a press hands to the system, and what the app
// makes of it.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { launchGuest } from '../fixtures/guest-client'
import { idOf } from '../fixtures/person'
import { startedWith } from '../fixtures/plain-start'
import { screensOf } from '../fixtures/screens-model'
import { expect, test } from '../fixtures/test'

const ID = 'c41be07a9d52'.padEnd(32, '0')

const intoApp = (page: Page) => page.getByRole('link', { name: text.guest.openInApp })
const inApp = (server: string, id = ID) => `parley://call/${id}?server=${encodeURIComponent(server)}`

/** Where the page asks to go, as the browser sees it before it asks the system. */
async function navigations(page: Page): Promise<readonly string[]> {
  const asked: string[] = []
  const session = await page.context().newCDPSession(page)
  session.on('Page.frameRequestedNavigation', ({ url }) => void asked.push(url))
  await session.send('Page.enable')
  return asked
}

test('a press hands the link to the system, and nothing happens before or besides', async ({
  join,
  server,
  atEnd,
}) => {
  const ben = await join({ name: 'Ben', host: 'browser' })
  const id = await idOf(ben)
  const guest = await launchGuest({ url: `${server.baseUrl}#/call/${id}` })
  atEnd(guest.stop)
  const asked = await navigations(guest.page)
  await expect(intoApp(guest.page)).toHaveAttribute('href', inApp(server.baseUrl, id))
  await expect(guest.page.getByText(text.guest.openInAppNeeds)).toBeVisible()
  await screensOf(guest.page).answerGuestStart('Ana')
  await expect(guest.page.getByRole('button', { name: text.guest.call })).toBeVisible()
  expect(asked).toEqual([])
  await intoApp(guest.page).click()
  await expect.poll(() => asked).toEqual([inApp(server.baseUrl, id)])
  // The page stays, and works.
  await guest.page.getByRole('button', { name: text.guest.call }).click()
  await expect(ben.ui.incoming).toBeVisible()
  expect(guest.lines().filter((line) => /Content Security Policy|page error/i.test(line))).toEqual([])
})

test('the app that gets it offers the link of an embedded server’s page, and doesn’t call', async ({
  join,
  atEnd,
}) => {
  const ben = await join({ name: 'Ben', host: 'electron', reach: { mode: 'this-computer' } })
  const link = await ben.ui.ownLink()
  const server = new URL(link).searchParams.get('server') ?? ''
  const guest = await launchGuest({ url: `${server}#/call/${await idOf(ben)}` })
  atEnd(guest.stop)
  await expect(intoApp(guest.page)).toHaveAttribute('href', link)

  const ana = await join({ name: 'Ana', host: 'electron' })
  await ana.ui.ownLink()
  expect((await startedWith(ana.electron?.profile ?? '', [link])).code).toBe(0)
  await expect(ana.ui.openedLink).toBeVisible()
  await expect(ana.ui.linkField).toHaveValue(link)
  await expect(ana.ui.cancel).toBeHidden()
  await expect(ben.ui.incoming).toBeHidden()
})

test('an address that names nobody, or more than somebody, gives no link', async ({ server, atEnd }) => {
  const guest = await launchGuest({ url: server.baseUrl })
  atEnd(guest.stop)
  const hostile = [
    `${ID}" onclick="alert(1)`,
    `${ID}'--hang-up`,
    `${ID} --accept`,
    `${ID}%22%20--accept`,
    `${ID}?server=https://other.example/`,
    `${ID}&server=https://other.example/`,
    `${ID}/../../`,
    `${ID}0`,
    `<img src=x onerror=alert(1)>`,
    'javascript:alert(1)',
    'x'.repeat(10_000),
  ]
  for (const id of hostile) {
    await guest.page.goto('about:blank')
    await guest.page.goto(`${server.baseUrl}#/call/${id}`)
    await expect(guest.page.getByRole('heading', { name: text.guest.title })).toBeVisible()
    await expect(guest.page.getByRole('link')).toHaveCount(0)
  }
  // What stands before it in the address names the page's server, and is quoted.
  await guest.page.goto('about:blank')
  await guest.page.goto(`${server.baseUrl}?"><b>--accept&server=x#/call/${ID.toUpperCase()}`)
  await expect(intoApp(guest.page)).toHaveAttribute('href', inApp(server.baseUrl))
})

test('a browser that can’t call still leads into the app', async ({ server, atEnd }) => {
  const guest = await launchGuest({
    url: `${server.baseUrl}#/call/${ID}`,
    initScript: 'delete globalThis.MediaStreamTrackProcessor',
  })
  atEnd(guest.stop)
  await expect(guest.page.getByText(text.unsupported.lacks['not-chromium'])).toBeVisible()
  await expect(intoApp(guest.page)).toHaveAttribute('href', inApp(server.baseUrl))
})
