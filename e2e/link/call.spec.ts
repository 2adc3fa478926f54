// A whole call between an app behind the link and a guest beyond it: our server and both clients, all over the link.
import { call, expectSees } from '../fixtures/story'
import { expect, test } from '../fixtures/test'
import { startLink } from './link'
import { needsLink } from './needs-link'

test('an app and a guest talk over a thin, lossy link, and again after it was cut', async ({
  server,
  join,
  atEnd,
}) => {
  needsLink()
  test.setTimeout(150_000)
  const link = await startLink({ rateKbps: 2000, delayMs: 40, lossPct: 1 })
  atEnd(link.stop)
  await link.forward(server.port)
  const ana = await join({ name: 'Ana', host: 'electron', electron: { side: link.a } })
  const ben = await join({ name: 'Ben', host: 'browser', guest: { side: link.b } })
  await call(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  await expect.poll(async () => (await link.counts()).bToA.bytes).toBeGreaterThan(400_000)
  expect((await link.counts()).aToB.lost).toBeGreaterThan(0)

  await link.set({ isCut: true })
  await expect.poll(async () => (await link.counts()).aToB.cut).toBeGreaterThan(50)
  await link.set({ isCut: false })
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
})
