// What happens when both sides act at once, or somebody calls who shouldn't get through now.
import { text } from '../../shared/text/en'
import { readConnections, RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { expectDevicesClosed, RECORD_DEVICES } from '../fixtures/device-probe'
import { endedWords } from '../fixtures/screens-model'
import { call, callAtOnce, expectInCall, expectSees, pressAtOnce, ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

const RECORD = `${RECORD_CONNECTIONS};${RECORD_DEVICES}`

test('both call each other at once: one call, on both sides', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron', initScript: RECORD })
  const ben = await join({ name: 'Ben', host: 'browser', initScript: RECORD })
  await callAtOnce(ana, ben)
  await expectInCall(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  for (const person of [ana, ben]) {
    const connected = (await readConnections(person.page)).filter(({ state }) => state === 'connected')
    expect(connected).toHaveLength(1)
  }
  await ana.ui.pressAwake(ana.ui.hangUp)
  await expect(ben.ui.endedBecause('ended-by-other', 'Ana', true)).toBeVisible()
  await Promise.all([expectDevicesClosed(ana), expectDevicesClosed(ben)])
})

test('cancel crosses accept: no call, and no device left open', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron', initScript: RECORD })
  const ben = await join({ name: 'Ben', host: 'electron', initScript: RECORD })
  await ring(ana, ben)
  await pressAtOnce([ana.ui.cancel, ben.ui.acceptWithVideo])
  await expect(ana.ui.linkField).toBeVisible()
  await expect(ben.ui.incoming).toBeHidden()
  await expect(ben.ui.duration).toBeHidden()
  await Promise.all([expectDevicesClosed(ana), expectDevicesClosed(ben)])
})

test('accept pressed twice makes one call', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'browser', initScript: RECORD })
  const ben = await join({ name: 'Ben', host: 'electron', initScript: RECORD })
  await ring(ana, ben)
  await ben.ui.acceptWithVideo.dblclick()
  await expectInCall(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  const connected = (await readConnections(ben.page)).filter(({ state }) => state === 'connected')
  expect(connected).toHaveLength(1)
})

test('a cancelled call stops ringing at once', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await ring(ana, ben)
  await ana.ui.cancel.click()
  await expect(ben.ui.incoming).toBeHidden()
})

test('a third person rings quietly beside the call, and answering ends it', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  const cleo = await join({ name: 'Cleo', host: 'browser' })
  const benLink = await ben.ui.ownLink()
  await call(ana, ben)
  await cleo.ui.ownLink()
  await cleo.ui.callWithVideo(benLink)
  await expect(cleo.ui.ringsThere).toBeVisible()
  await expectSees(ana, ben)
  await ben.page.getByRole('button', { name: text.waiting.endAndAccept }).click()
  await expectInCall(ben, cleo)
  await expect(ana.ui.endedBecause('ended-by-other', 'Ben', true)).toBeVisible()
})

test('nobody with that id: the server’s word ends the call, not a silence of 5 s', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron', initScript: RECORD })
  const link = await ana.ui.ownLink()
  const stranger = link.replace(/[0-9a-f]{32}/, '0'.repeat(32))
  await ana.ui.callWithVideo(stranger)
  // After a silence it would be "no answer".
  await expect(ana.ui.endedTitle).toContainText(endedWords('offline'))
  await expectDevicesClosed(ana)
})
