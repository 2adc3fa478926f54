// What a guest's browser keeps and refuses: real IndexedDB, real WebCrypto, real reloads.
import { text } from '../../shared/text/en'
import { launchGuest } from '../fixtures/guest-client'
import { moved, WATCH_PLACES } from '../fixtures/place-watch'
import { idOf } from '../fixtures/person'
import { screensOf } from '../fixtures/screens-model'
import { expect, test } from '../fixtures/test'

test('a reload keeps name and link, and no script can take the key', async ({ server, atEnd }) => {
  const guest = await launchGuest({ url: server.baseUrl })
  atEnd(guest.stop)
  const ui = screensOf(guest.page)
  await ui.answerGuestStart('Ana')
  const link = await ui.ownLink()
  await guest.page.reload()
  expect(await ui.ownLink()).toBe(link)
  const taken = await guest.page.evaluate(async () => {
    const opening = indexedDB.open('parley')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const reading = opening.result.transaction('values').objectStore('values').get('identity')
    await new Promise((resolve) => (reading.onsuccess = resolve))
    const kept: unknown = reading.result
    const key = typeof kept === 'object' && kept !== null && 'privateKey' in kept ? kept.privateKey : null
    if (!(key instanceof CryptoKey)) return 'no key'
    return crypto.subtle.exportKey('pkcs8', key).then(
      () => 'taken',
      (error: unknown) => (error instanceof DOMException ? error.name : 'other'),
    )
  })
  expect(taken).toBe('InvalidAccessError')
})

test('a second tab takes the place of the first, which offers to take it back', async ({ server, atEnd }) => {
  const guest = await launchGuest({ url: server.baseUrl })
  atEnd(guest.stop)
  const [first, second] = [guest.page, await guest.context.newPage()]
  await screensOf(first).answerGuestStart('Ana')
  const link = await screensOf(first).ownLink()
  await second.goto(server.baseUrl)
  expect(await screensOf(second).ownLink()).toBe(link)
  await expect(first.getByText(text.banner.superseded)).toBeVisible()
  await first.getByRole('button', { name: text.banner.useHere }).click()
  await expect(first.getByText(text.banner.superseded)).toBeHidden()
  await expect(second.getByText(text.banner.superseded)).toBeVisible()
})

test('a browser that keeps nothing can call all the same, and is told', async ({ server, atEnd }) => {
  const guest = await launchGuest({
    url: server.baseUrl,
    initScript: `IDBFactory.prototype.open = () => { throw new DOMException('private', 'SecurityError') }`,
  })
  atEnd(guest.stop)
  const ui = screensOf(guest.page)
  await ui.answerGuestStart('Ana')
  await ui.ownLink()
  await expect(guest.page.getByText(text.banner.notSaved(text.banner.documents.settings, ''))).toBeVisible()
})

test('a browser that can’t call is told so, with what to do', async ({ server, atEnd }) => {
  const guest = await launchGuest({
    url: server.baseUrl,
    initScript: 'delete globalThis.MediaStreamTrackProcessor',
  })
  atEnd(guest.stop)
  await expect(guest.page.getByText(text.unsupported.lacks['not-chromium'])).toBeVisible()
})

test('a call link in the address is offered, not dialled', async ({ join, server, atEnd }) => {
  const ben = await join({ name: 'Ben', host: 'browser' })
  const id = /call\/([0-9a-f]{32})/.exec(await ben.ui.ownLink())?.[1] ?? ''
  const guest = await launchGuest({ url: `${server.baseUrl}#/call/${id}` })
  atEnd(guest.stop)
  const ui = screensOf(guest.page)
  await ui.answerGuestStart('Ana')
  await expect(ui.openedLink.first()).toBeVisible()
  await expect(ben.ui.incoming).toBeHidden()
})

test('nothing moves under the pointer when the devices are found', async ({ server, atEnd }) => {
  const guest = await launchGuest({ url: server.baseUrl, initScript: WATCH_PLACES })
  atEnd(guest.stop)
  await expect(guest.page.getByLabel(text.devices.camera)).toBeVisible()
  expect(await moved(guest.page)).toEqual([])
})

test('settings that can’t be loaded say so, and come with the next try', async ({ server, atEnd }) => {
  const guest = await launchGuest({ url: server.baseUrl })
  atEnd(guest.stop)
  const { page } = guest
  const ui = screensOf(page)
  await ui.answerGuestStart('Ana')
  await ui.ownLink()
  const parts = /settings-dialog/
  await page.route(parts, (route) => route.abort())
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('dialog', { name: text.app.notLoaded })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.unroute(parts)
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('dialog', { name: text.settings.title })).toBeVisible()
})

test('a screen that can’t be loaded says so, and comes with the next try', async ({
  join,
  server,
  atEnd,
}) => {
  const ben = await join({ name: 'Ben', host: 'electron' })
  // From the first moment on: what comes later is asked for as soon as the first screen is up.
  const guest = await launchGuest({ url: `${server.baseUrl}#/call/${await idOf(ben)}` })
  atEnd(guest.stop)
  const { page, context } = guest
  const parts = /outgoing-screen/
  await context.route(parts, (route) => route.abort())
  await page.reload()
  const ui = screensOf(page)
  await ui.answerGuestStart('Ana')
  await page.getByRole('button', { name: text.guest.call }).click()
  await expect(page.getByRole('alert')).toHaveText(text.app.notLoaded)
  await expect(ben.ui.incoming).toContainText('Ana')
  await context.unroute(parts)
  await page.getByRole('button', { name: text.app.tryAgain }).click()
  await expect(ui.ringsThere).toBeVisible()
})
