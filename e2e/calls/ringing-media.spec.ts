// Consent: until somebody has accepted, neither side sends anything and no device is open at the callee, also where the
// connection is made while it rings.
import { connectedSoFar, readConnections, RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { expectDevicesClosed, RECORD_DEVICES } from '../fixtures/device-probe'
import type { Host, Person } from '../fixtures/person'
import { expectInCall, expectSees, hangUp, ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

const RECORD = `${RECORD_CONNECTIONS};${RECORD_DEVICES}`
/** Long enough for some RTP to arrive if there were any. */
const LISTEN_MS = 2_000
const HOSTS: readonly (readonly [Host, Host])[] = [
  ['electron', 'electron'],
  ['electron', 'browser'],
  ['browser', 'electron'],
  ['browser', 'browser'],
]

async function expectNoMedia(caller: Person, callee: Person): Promise<void> {
  await caller.page.waitForTimeout(LISTEN_MS)
  for (const { page } of [caller, callee]) {
    for (const connection of await readConnections(page)) {
      expect(connection.received.audio.packets + connection.received.video.packets).toBe(0)
      expect(connection.sentPackets).toBe(0)
    }
  }
  await expectDevicesClosed(callee)
}

async function acceptAndSee(caller: Person, callee: Person): Promise<void> {
  await callee.ui.acceptWithVideo.click()
  await expectInCall(caller, callee)
  await Promise.all([expectSees(caller, callee), expectSees(callee, caller)])
}

for (const [callerHost, calleeHost] of HOSTS) {
  test(`${callerHost} calls ${calleeHost}: nothing is sent before an accept`, async ({ join }) => {
    const ana = await join({ name: 'Ana', host: callerHost, initScript: RECORD })
    const ben = await join({ name: 'Ben', host: calleeHost, initScript: RECORD })

    await test.step('strangers aren’t even connected', async () => {
      await ring(ana, ben)
      await expectNoMedia(ana, ben)
      for (const { page } of [ana, ben]) expect(await connectedSoFar(page)).toBe(0)
      await acceptAndSee(ana, ben)
      await hangUp(ana, ben)
    })

    await test.step('a contact’s connection is there, and empty', async () => {
      await ben.ui.saveFromEnd.click()
      for (const { ui } of [ana, ben]) await ui.closeEnd.click()
      await ring(ana, ben)
      for (const { page } of [ana, ben]) await expect.poll(() => connectedSoFar(page)).toBe(2)
      await expectNoMedia(ana, ben)
      await acceptAndSee(ana, ben)
    })
  })
}
