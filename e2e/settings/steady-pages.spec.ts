// Nothing that one may be about to press leaves its place by itself: a press that has begun there would be lost. Banners alone
// may push the page down, once.
import { text } from '../../shared/text/en'
import { settingsWords as words } from '../../shared/text/en-settings'
import { linkProblemWords } from '../../shared/text/en-codes'
import type { Host } from '../fixtures/person'
import { moved, WATCH_PLACES } from '../fixtures/place-watch'
import { expect, test } from '../fixtures/test'
import { settingsOf } from './settings-screens'

const initScript = WATCH_PLACES

for (const host of ['electron', 'browser'] as const satisfies readonly Host[]) {
  test(`in the settings, when devices open and the host has told about itself: ${host}`, async ({ join }) => {
    const ana = await join({ name: 'Ana', host, initScript })
    await ana.ui.ownLink()
    const settings = settingsOf(ana.page)
    for (const page of ['devices', 'privacy', 'about'] as const) {
      await settings.open(page)
      await moved(ana.page)
      // Once more, so that it is watched from its first picture on.
      await settings.open('general')
      await settings.open(page)
      if (page === 'devices') await expect(settings.button(words.devices.record)).toBeVisible()
      else if (host === 'electron')
        await expect(settings.dialog.getByText(/\/parley-profile-/).first()).toBeVisible()
      expect(await moved(ana.page)).toEqual([])
    }
  })
}

test('at home, when the link comes', async ({ join }) => {
  const ana = await join({
    ...{ name: 'Ana', host: 'electron', initScript },
    reach: { mode: 'this-computer' },
  })
  await expect(ana.ui.linkField).toBeVisible()
  await ana.ui.ownLink()
  const ofHome = (await moved(ana.page)).filter(({ what }) => HOME.some((name) => what.includes(name)))
  expect(ofHome).toEqual([])
})

const HOME = [text.link.copy, text.callBox.call, text.callBox.field, text.home.recent]

test('at home, while a server that is away is tried again and again: the banner comes once', async ({
  join,
  server,
}) => {
  const ana = await join({ name: 'Ana', host: 'electron', initScript })
  await ana.ui.ownLink()
  await server.stop()
  await expect(ana.ui.nobodyCanRing).toBeVisible()
  await moved(ana.page)
  // An attempt on this very computer is over in no time.
  for (let times = 0; times < 3; times += 1) {
    await ana.ui.tryNow.click()
    await expect(ana.page.getByText(/^Next try in/)).toBeVisible()
  }
  expect(await moved(ana.page)).toEqual([])
})

test('a press is not lost to what is said of a link once its field is left', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron', initScript })
  await ana.ui.ownLink()
  await ana.ui.linkField.pressSequentially('no link')
  await moved(ana.page)
  const box = await ana.ui.copyLink.boundingBox()
  if (!box) throw new Error('no button')
  await ana.page.mouse.move(box.x + 10, box.y + box.height - 4)
  await ana.page.mouse.down()
  // Two pictures later whatever is said would be there.
  await ana.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  expect(await moved(ana.page)).toEqual([])
  await ana.page.mouse.up()
  await expect(ana.page.getByRole('button', { name: text.link.copied })).toBeVisible()
  await expect(ana.page.getByText(linkProblemWords('not-a-call-link'))).toBeVisible()
})
