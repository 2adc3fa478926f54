// Cameras that come in threes: the one chosen is the only one that is on, and none is after the call.
import { fakeMediaSwitches } from '../../build/setup/fake-media.mjs'
import { RECORD_DEVICES, expectDevicesClosed } from '../fixtures/device-probe'
import type { Person } from '../fixtures/person'
import { call, expectSees, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

/** Labels of the cameras that are on, one per camera. Needs RECORD_DEVICES. */
const camerasOn = (person: Person): Promise<string> =>
  person.page.evaluate(() => {
    const live = (window.testTracks ?? []).filter(
      (track) => track.kind === 'video' && track.readyState === 'live',
    )
    return [...new Set(live.map((track) => track.label))].join()
  })

test('choosing one after the other leaves only the last one on, and hanging up none', async ({ join }) => {
  const media = fakeMediaSwitches({ cameras: 3 })
  const ana = await join({ name: 'Ana', host: 'electron', media, initScript: RECORD_DEVICES })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  await expectSees(ben, ana)
  expect(await camerasOn(ana)).toBe('fake_device_0')
  // Of three the middle one is a depth camera, which Chromium 108 can't send.
  for (const camera of ['fake_device_2', 'fake_device_0']) {
    await ana.ui.chooseDevice('camera', new RegExp(camera))
    await expect.poll(() => camerasOn(ana)).toBe(camera)
    await expectSees(ben, ana)
  }
  await hangUp(ana, ben)
  await expectDevicesClosed(ana)
})

test('the choice is kept for the next call, and the camera is off between them', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron', initScript: RECORD_DEVICES })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  await ana.ui.chooseDevice('camera', /fake_device_1/)
  await expect.poll(() => camerasOn(ana)).toBe('fake_device_1')
  await hangUp(ana, ben)
  await expectDevicesClosed(ana)
  await ana.ui.closeEnd.click()
  await ben.ui.closeEnd.click()
  await call(ana, ben)
  // It takes a moment to open.
  await expect.poll(() => camerasOn(ana)).toBe('fake_device_1')
})
