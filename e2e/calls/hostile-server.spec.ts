// What a server that sits between two people can't do: take the call over by another certificate, from its first offer on.
import { connectedSoFar, RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import type { Host } from '../fixtures/person'
import { ring } from '../fixtures/story'
import { startTamperingServer, type Tamper } from '../fixtures/tampering-relay'
import { expect, test } from '../fixtures/test'

const HOSTS: readonly (readonly [Host, Host])[] = [
  ['electron', 'electron'],
  ['electron', 'browser'],
  ['browser', 'electron'],
  ['browser', 'browser'],
]

const OTHER = Array.from({ length: 32 }, () => 'AB').join(':')
/** As it stands in a frame: JSON, so its line ends are written out. */
const SWAPS = {
  'a swapped fingerprint': `a=fingerprint:sha-256 ${OTHER}`,
  'a second fingerprint': `$&\\r\\na=fingerprint:sha-256 ${OTHER}`,
} as const

/** Puts its own fingerprint into descriptions of one type, as a server that wants to listen would. */
function changeFingerprint(type: 'OFFER' | 'ANSWER', into: string): Tamper {
  return (frame) =>
    frame.includes(`"type":"${type}"`) ? frame.replace(/a=fingerprint:sha-256 [0-9A-F:]+/g, into) : frame
}

for (const [callerHost, calleeHost] of HOSTS) {
  test(`${callerHost} calls ${calleeHost}: another fingerprint ends the call before media, on both sides`, async ({
    join,
    atEnd,
  }) => {
    const hostile = await startTamperingServer()
    atEnd(hostile.stop)
    const options = { server: hostile.baseUrl, initScript: RECORD_CONNECTIONS }
    const ana = await join({ name: 'Ana', host: callerHost, ...options })
    const ben = await join({ name: 'Ben', host: calleeHost, ...options })
    for (const type of ['OFFER', 'ANSWER'] as const) {
      for (const [what, into] of Object.entries(SWAPS)) {
        await test.step(`${what} in the ${type}`, async () => {
          hostile.tamper(changeFingerprint(type, into))
          await ring(ana, ben)
          await ben.ui.acceptWithVideo.click()
          await expect(ben.ui.endedBecause('identity-mismatch', 'Ana', false)).toBeVisible()
          await expect(ana.ui.endedBecause('identity-mismatch', 'Ben', false)).toBeVisible()
          for (const { page, ui } of [ana, ben]) {
            expect(await connectedSoFar(page)).toBe(0)
            await ui.closeEnd.click()
          }
        })
      }
    }
  })
}
