// ICE restarts of a running call that somebody tampers with: another certificate never takes the call over, whoever sends
// the description and whichever way it goes.
import { connectionOf, expectInCall, expectSees, hangUp, call } from '../fixtures/story'
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { forgeMessages } from '../fixtures/forged-messages'
import type { Host } from '../fixtures/person'
import { SPOIL_RESTARTS, spoilRestarts } from '../fixtures/restart-spoiler'
import { startTamperingServer } from '../fixtures/tampering-relay'
import { expect, test } from '../fixtures/test'

/** Either host on either side; who calls whom makes no other difference here. */
const HOSTS: readonly (readonly [Host, Host])[] = [
  ['electron', 'browser'],
  ['browser', 'electron'],
]
const OTHER = `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`
const WAYS = ['the channel', 'the socket'] as const
const honest = { line: null, withoutChannel: false }

for (const [callerHost, calleeHost] of HOSTS) {
  test(`${callerHost} calls ${calleeHost}: a restart with another fingerprint ends the call`, async ({
    join,
  }) => {
    const ana = await join({ name: 'Ana', host: callerHost, initScript: SPOIL_RESTARTS })
    const ben = await join({ name: 'Ben', host: calleeHost, initScript: SPOIL_RESTARTS })
    for (const [index, way] of WAYS.entries()) {
      // Only the caller offers, so the callee's descriptions are the answers.
      for (const [type, spoiler, victim] of [
        ['offer', ana, ben],
        ['answer', ben, ana],
      ] as const) {
        await test.step(`${type} over ${way}`, async () => {
          await call(ana, ben)
          await expectSees(victim, spoiler)
          // Swapped on one way, beside the right one on the other.
          const line = index === 0 ? OTHER : `$&\r\n${OTHER}`
          await spoilRestarts(spoiler.page, { line, withoutChannel: way === 'the socket' })
          await ana.changeNetwork()
          await expect(victim.ui.endedBecause('identity-mismatch', spoiler.name, true)).toBeVisible()
          await expect(spoiler.ui.endedBecause('identity-mismatch', victim.name, true)).toBeVisible()
          await spoilRestarts(spoiler.page, honest)
          for (const { ui } of [ana, ben]) await ui.closeEnd.click()
        })
      }
    }
  })
}

test('a restart that the server changed is refused, and the call goes on', async ({ join, atEnd }) => {
  const hostile = await startTamperingServer()
  atEnd(hostile.stop)
  const options = { server: hostile.baseUrl, initScript: `${SPOIL_RESTARTS};${RECORD_CONNECTIONS}` }
  const ana = await join({ name: 'Ana', host: 'electron', ...options })
  const ben = await join({ name: 'Ben', host: 'browser', ...options })
  await call(ana, ben)
  const before = await connectionOf(ben)
  await spoilRestarts(ana.page, { line: null, withoutChannel: true })
  hostile.tamper(
    forgeMessages('description', (envelope) => ({
      ...envelope,
      body: envelope.body.replace(/a=fingerprint:sha-256 [0-9A-F:]+/g, OTHER),
    })),
  )
  await ana.changeNetwork()
  await expect.poll(() => ben.lines().join('\n')).toContain('messages refused problem=signature-wrong')
  expect((await connectionOf(ben)).iceUser).toBe(before.iceUser)
  await spoilRestarts(ana.page, honest)
  hostile.tamper((frame) => frame)
  await expectInCall(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  await hangUp(ana, ben)
})
