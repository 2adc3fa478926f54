// Two apps that each carry their own server: a link of one is a visit for the other.
import { connectedSoFar, RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { expectDevicesClosed, RECORD_DEVICES } from '../fixtures/device-probe'
import { endedWords } from '../fixtures/screens-model'
import {
  call,
  callAtOnce,
  connectionOf,
  expectInCall,
  expectSees,
  hangUp,
  pressAtOnce,
  ring,
} from '../fixtures/story'
import { expect, test } from '../fixtures/test'

/** Restarts asked for within half a second count as one. */
const RESTART_GAP_MS = 600

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

test('over two servers another camera takes over, and ICE restarts in place, whoever asks for it', async ({
  join,
}) => {
  const options = {
    host: 'electron',
    reach: { mode: 'this-computer' },
    initScript: RECORD_CONNECTIONS,
  } as const
  const ana = await join({ name: 'Ana', ...options })
  const ben = await join({ name: 'Ben', ...options })
  await call(ana, ben)
  for (const person of [ana, ben]) {
    await person.ui.chooseDevice('camera', /fake_device_2/)
    await expect.poll(async () => (await connectionOf(person)).senders.join()).toContain('fake_device_2')
  }
  // Ana is only visiting Ben's server; Ben is at home there, and asks for what only the caller can offer.
  for (const person of [ana, ben]) {
    const [anaBefore, benBefore] = [await connectionOf(ana), await connectionOf(ben)]
    await person.changeNetwork()
    await expect.poll(async () => (await connectionOf(ana)).iceUser).not.toBe(anaBefore.iceUser)
    await expect.poll(async () => (await connectionOf(ben)).iceUser).not.toBe(benBefore.iceUser)
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
    await ana.page.waitForTimeout(RESTART_GAP_MS)
  }
  for (const { page } of [ana, ben]) expect(await connectedSoFar(page)).toBe(1)
  await hangUp(ana, ben)
})

test('over two servers cancel crosses accept without a call, and accept pressed twice makes one', async ({
  join,
}) => {
  const initScript = `${RECORD_CONNECTIONS};${RECORD_DEVICES}`
  const options = { host: 'electron', reach: { mode: 'this-computer' }, initScript } as const
  const ana = await join({ name: 'Ana', ...options })
  const ben = await join({ name: 'Ben', ...options })

  await test.step('cancel crosses accept', async () => {
    await ring(ana, ben)
    await pressAtOnce([ana.ui.cancel, ben.ui.acceptWithVideo])
    await expect(ana.ui.linkField).toBeVisible()
    await expect(ben.ui.endedTitle).toContainText(endedWords('cancelled-by-other'))
    await Promise.all([expectDevicesClosed(ana), expectDevicesClosed(ben)])
    await ben.ui.closeEnd.click()
  })

  await test.step('accept pressed twice', async () => {
    const before = [await connectedSoFar(ana.page), await connectedSoFar(ben.page)]
    await ring(ana, ben)
    await ben.ui.acceptWithVideo.dblclick()
    await expectInCall(ana, ben)
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
    const after = [await connectedSoFar(ana.page), await connectedSoFar(ben.page)]
    expect(after).toEqual(before.map((count) => count + 1))
    await hangUp(ana, ben)
    await Promise.all([expectDevicesClosed(ana), expectDevicesClosed(ben)])
  })
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
