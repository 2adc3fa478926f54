// Two apps that each carry their own server: a link of one is a visit for the other.
import { call, callAtOnce, expectInCall, expectSees, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

test('a link of another app is called through a visit, and called back', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron', reach: { mode: 'this-computer' } })
  const ben = await join({ name: 'Ben', host: 'electron', reach: { mode: 'this-computer' } })
  const [anaLink, benLink] = [await ana.ui.ownLink(), await ben.ui.ownLink()]
  expect(new URL(anaLink).searchParams.get('server')).not.toBe(new URL(benLink).searchParams.get('server'))
  await call(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  await hangUp(ana, ben)
  await ben.ui.callAgain.click()
  await expect(ana.ui.incoming).toContainText('Ben')
  await ana.ui.acceptWithVideo.click()
  await expectInCall(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
})

test('both call each other over two servers: one call, on both sides', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron', reach: { mode: 'this-computer' } })
  const ben = await join({ name: 'Ben', host: 'electron', reach: { mode: 'this-computer' } })
  await callAtOnce(ana, ben)
  await expectInCall(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
})

test('a link that names our own server differently leaves us reachable', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  const link = await ben.ui.ownLink()
  const alias = link.replace('127.0.0.1', 'localhost')
  expect(alias).not.toBe(link)
  await ana.ui.ownLink()
  await ana.ui.callWithVideo(alias)
  await ben.ui.acceptWithVideo.click()
  await expectInCall(ana, ben)
  await hangUp(ana, ben)
  await ana.ui.closeEnd.click()
  await ben.ui.closeEnd.click()
  await call(ben, ana)
})
