// What a server that sits between two people can't do: take the call over, or change who is calling.
import type { Host } from '../fixtures/person'
import { ring } from '../fixtures/story'
import { startTamperingServer } from '../fixtures/tampering-relay'
import { expect, test } from '../fixtures/test'

const OTHER_FINGERPRINT = Array.from({ length: 32 }, () => 'AB').join(':')
const HOSTS: readonly (readonly [Host, Host])[] = [
  ['electron', 'electron'],
  ['electron', 'browser'],
  ['browser', 'browser'],
]

/** Puts its own fingerprint into descriptions of one type, as a server that wants to listen would. */
function swapFingerprint(type: 'OFFER' | 'ANSWER'): (frame: string) => string {
  return (frame) => {
    if (!frame.includes(`"type":"${type}"`)) return frame
    return frame.replace(/(a=fingerprint:sha-256 )[0-9A-F:]+/g, `$1${OTHER_FINGERPRINT}`)
  }
}

for (const [callerHost, calleeHost] of HOSTS) {
  for (const type of ['OFFER', 'ANSWER'] as const) {
    test(`${callerHost} calls ${calleeHost}: a swapped fingerprint in the ${type} ends the call`, async ({
      join,
      atEnd,
    }) => {
      const hostile = await startTamperingServer()
      atEnd(hostile.stop)
      const ana = await join({ name: 'Ana', host: callerHost, server: hostile.baseUrl })
      const ben = await join({ name: 'Ben', host: calleeHost, server: hostile.baseUrl })
      hostile.tamper(swapFingerprint(type))
      await ring(ana, ben)
      await ben.ui.acceptWithVideo.click()
      const victim = type === 'OFFER' ? ben : ana
      const other = type === 'OFFER' ? ana : ben
      await expect(victim.ui.endedBecause('identity-mismatch', other.name, false)).toBeVisible()
      await expect(other.ui.duration).toBeHidden()
    })
  }
}
