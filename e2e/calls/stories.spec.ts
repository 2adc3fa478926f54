// One story each where a guest takes part: what two people do in a call works wherever they are.
// Two apps go the whole way in full-walk.spec.ts.
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import type { Host } from '../fixtures/person'
import { call, connectionOf, expectHears, expectSees, expectSilence, hangUp, ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

const PAIRS: readonly (readonly [caller: Host, callee: Host])[] = [
  ['electron', 'browser'],
  ['browser', 'browser'],
]

for (const [callerHost, calleeHost] of PAIRS) {
  test.describe(`${callerHost} calls ${calleeHost}`, () => {
    test('they see and hear each other until one hangs up', async ({ join }) => {
      const ana = await join({ name: 'Ana', host: callerHost })
      const ben = await join({ name: 'Ben', host: calleeHost })
      await call(ana, ben)
      await Promise.all([expectSees(ana, ben), expectSees(ben, ana), expectHears(ana), expectHears(ben)])
      await hangUp(ana, ben)
    })

    test('muting silences and is shown, and unmuting brings the sound back', async ({ join }) => {
      const ana = await join({ name: 'Ana', host: callerHost })
      const ben = await join({ name: 'Ben', host: calleeHost })
      await call(ana, ben)
      await ana.ui.pressAwake(ana.ui.mute)
      await expect(ben.ui.isMuted('Ana')).toBeVisible()
      await expectSilence(ben)
      await ana.ui.pressAwake(ana.ui.unmute)
      await expect(ben.ui.isMuted('Ana')).toBeHidden()
      await expectHears(ben)
    })

    test('the camera goes off and on without a new negotiation', async ({ join }) => {
      const ana = await join({ name: 'Ana', host: callerHost, initScript: RECORD_CONNECTIONS })
      const ben = await join({ name: 'Ben', host: calleeHost })
      await call(ana, ben)
      await expectSees(ben, ana)
      const before = await connectionOf(ana)
      await ana.ui.pressAwake(ana.ui.cameraOff)
      await expect(ben.ui.cameraIsOff('Ana')).toBeVisible()
      await expect(ben.ui.remotePicture('Ana')).toBeHidden()
      await ana.ui.pressAwake(ana.ui.cameraOn)
      await expectSees(ben, ana)
      expect((await connectionOf(ana)).negotiations).toBe(before.negotiations)
    })

    test('another camera takes over without a new negotiation', async ({ join }) => {
      const ana = await join({ name: 'Ana', host: callerHost, initScript: RECORD_CONNECTIONS })
      const ben = await join({ name: 'Ben', host: calleeHost })
      await call(ana, ben)
      await expectSees(ben, ana)
      const before = await connectionOf(ana)
      await ana.ui.chooseDevice('camera', /fake_device_2/)
      await expect.poll(async () => (await connectionOf(ana)).senders.join()).toContain('fake_device_2')
      expect(before.senders.join()).toContain('fake_device_0')
      await expectSees(ben, ana)
      expect((await connectionOf(ana)).negotiations).toBe(before.negotiations)
    })

    test('a change of the network restarts ICE in place, and the picture goes on', async ({ join }) => {
      const ana = await join({ name: 'Ana', host: callerHost, initScript: RECORD_CONNECTIONS })
      const ben = await join({ name: 'Ben', host: calleeHost, initScript: RECORD_CONNECTIONS })
      await call(ana, ben)
      const [anaBefore, benBefore] = [await connectionOf(ana), await connectionOf(ben)]
      await ana.changeNetwork()
      await expect.poll(async () => (await connectionOf(ana)).iceUser).not.toBe(anaBefore.iceUser)
      await expect.poll(async () => (await connectionOf(ben)).iceUser).not.toBe(benBefore.iceUser)
      await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
      await hangUp(ben, ana)
    })

    test('a declined call tells the caller', async ({ join }) => {
      const ana = await join({ name: 'Ana', host: callerHost })
      const ben = await join({ name: 'Ben', host: calleeHost })
      await ring(ana, ben)
      await ben.ui.decline.click()
      await expect(ana.ui.endedBecause('declined-by-other', 'Ben', false)).toBeVisible()
    })
  })
}
