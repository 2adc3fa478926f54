// The whole way once, as two people at two apps would go it: first start to saving each other.
import { text } from '../../shared/text/en'
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { connectionOf, expectHears, expectInCall, expectSees, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

test('two people at two apps call each other, talk, and call back', async ({ join }) => {
  test.setTimeout(180_000)
  const ana = await join({ name: 'Ana', host: 'electron', initScript: RECORD_CONNECTIONS })
  const ben = await join({ name: 'Ben', host: 'electron' })

  await test.step('the link is copied by its button', async () => {
    const link = await ben.ui.ownLink()
    await ben.ui.copyLink.click()
    await expect(ben.page.getByRole('button', { name: text.link.copied })).toBeVisible()
    const copied = await ben.electron?.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toBe(link)
    // It is set to be reached from anywhere, but its server is on this computer.
    await expect(ben.ui.reachableFrom('this-computer')).toBeVisible()
  })

  await test.step('calling by the pasted link rings, and accepting connects', async () => {
    await ana.ui.ownLink()
    await ana.ui.callWithVideo(await ben.ui.ownLink())
    await expect(ben.ui.incoming).toContainText('Ana')
    await expect(ben.ui.incoming).toContainText(text.incoming.withVideo)
    await expect(ana.ui.ringsThere).toBeVisible()
    await ben.ui.acceptWithVideo.click()
    await expectInCall(ana, ben)
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana), expectHears(ana), expectHears(ben)])
  })

  await test.step('mute and camera are shown to the other side', async () => {
    await ana.page.keyboard.press('m')
    await expect(ben.ui.isMuted('Ana')).toBeVisible()
    await ana.page.keyboard.press('m')
    await expect(ben.ui.isMuted('Ana')).toBeHidden()
    await ana.page.keyboard.press('v')
    await expect(ben.ui.cameraIsOff('Ana')).toBeVisible()
    await ana.page.keyboard.press('v')
    await expectSees(ben, ana)
  })

  await test.step('another camera and the connection panel', async () => {
    await ana.ui.chooseDevice('camera', /fake_device_2/)
    await expectSees(ben, ana)
    await ana.page.keyboard.press('i')
    await expect(ana.ui.panel).toContainText(text.connection.direct('Ben'))
    await expect(ana.ui.panel).toContainText('fps')
    await ana.page.keyboard.press('i')
    await expect(ana.ui.panel).toBeHidden()
  })

  await test.step('a change of the network restarts ICE in place', async () => {
    const before = await connectionOf(ana)
    await ana.changeNetwork()
    await expect.poll(async () => (await connectionOf(ana)).iceUser).not.toBe(before.iceUser)
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  })

  await test.step('hanging up ends it on both sides', async () => {
    await hangUp(ana, ben)
    await ana.ui.closeEnd.click()
    await ben.ui.closeEnd.click()
  })

  await test.step('the call is in the list, the person is saved, and calling back works', async () => {
    await ben.ui.saveFromList('Ana').click()
    await ben.ui.contacts.click()
    await ben.ui.callFromList('Ana').click()
    await expect(ana.ui.incoming).toContainText('Ben')
    await ana.ui.acceptWithVideo.click()
    await expectInCall(ana, ben)
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
    await hangUp(ben, ana)
  })
})
