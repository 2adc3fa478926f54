// A PeerJS server that knows nothing of us: calls work there too, signed and checked end to end.
import { startStockServer } from '../rtc/rtc-harness'
import { call, expectHears, expectSees, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

test('two apps call each other over a stock PeerJS server', async ({ join, atEnd }) => {
  const stock = await startStockServer()
  atEnd(stock.close)
  const ana = await join({ name: 'Ana', host: 'electron', server: stock.base })
  const ben = await join({ name: 'Ben', host: 'electron', server: stock.base })
  await call(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana), expectHears(ana), expectHears(ben)])
  await hangUp(ana, ben)
})

/** Its own word comes after 5 to 6 s; what it rules out is the 45 s that a call rings. */
const TOLD_MS = 15_000

test('nobody with that id there: the caller is told in seconds', async ({ join, atEnd }) => {
  const stock = await startStockServer()
  atEnd(stock.close)
  const ana = await join({ name: 'Ana', host: 'electron', server: stock.base })
  const stranger = (await ana.ui.ownLink()).replace(/[0-9a-f]{32}/, '0'.repeat(32))
  await ana.ui.callWithVideo(stranger)
  await expect(ana.ui.ended).toBeVisible({ timeout: TOLD_MS })
})
