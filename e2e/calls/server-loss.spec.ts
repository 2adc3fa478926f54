// The server is down, dies in a call, and comes back: the app stays usable, the call goes on, and it recovers alone.
import { startServer } from '../../build/setup/server-process.mjs'
import { call, expectSees, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

const BACK_MS = 45_000

test('a call outlives its server, which is found again when it is back', async ({ join, server, atEnd }) => {
  test.setTimeout(150_000)
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  await call(ana, ben)
  await server.stop()
  await ana.page.waitForTimeout(3_000)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  await hangUp(ana, ben)
  await ana.ui.closeEnd.click()
  await ben.ui.closeEnd.click()
  await expect(ana.ui.nobodyCanRing).toBeVisible()
  const again = await startServer({ port: server.port })
  atEnd(again.stop)
  await expect(ana.ui.nobodyCanRing).toBeHidden({ timeout: BACK_MS })
  await expect(ben.ui.nobodyCanRing).toBeHidden({ timeout: BACK_MS })
  await call(ben, ana)
})

test('a server that is down at start leaves the app usable, with the reason and a retry', async ({
  join,
  server,
  atEnd,
}) => {
  await server.stop()
  const ana = await join({ name: 'Ana', host: 'electron' })
  await expect(ana.ui.nobodyCanRing).toBeVisible()
  await expect(ana.ui.linkField).toBeEditable()
  // Pressed while it is still down: nothing breaks, and it goes on trying.
  await ana.ui.tryNow.click()
  await expect(ana.ui.nobodyCanRing).toBeVisible()
  const again = await startServer({ port: server.port })
  atEnd(again.stop)
  await expect(ana.ui.nobodyCanRing).toBeHidden({ timeout: BACK_MS })
  await ana.ui.ownLink()
})
