// Owns introducing the self-test to the home server, over which it goes out and comes back.
import { createSelfTestController } from '../features/selftest/self-test-controller'
import type { SelfTestCommands } from '../features/selftest/self-test-store'
import { systemClock } from '../platform/clock'
import { consoleLog } from '../platform/log'
import { createSelfTestPost } from '../rtc/self-test-post'
import { createUnsealer } from '../rtc/signer'
import type { Parts } from './compose'

export function wireSelfTest(parts: Parts): SelfTestCommands {
  const { connection, desktop, signer, stores } = parts
  const selfTest = createSelfTestController({
    ...{ store: stores.selfTest, desktop, clock: systemClock, log: consoleLog('selftest') },
    post: createSelfTestPost({ signer, unseal: createUnsealer(crypto.subtle), clock: systemClock }),
    home: () => connection.home(),
  })
  connection.onHome((home) => selfTest.follow(home))
  return selfTest
}
