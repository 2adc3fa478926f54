// Hanging up reaches the other side at once, also where only the connection itself can carry the word; and a connection that
// the other side closes without a word isn't waited for as long as one that the network lost.
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { call, expectInCall, ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

/** Two pages on a very busy machine; what it rules out is 10 s and 40 s. */
const AT_ONCE_MS = 8_000

for (const [caller, callee] of [
  ['electron', 'electron'],
  ['electron', 'browser'],
  ['browser', 'electron'],
] as const) {
  for (const hangsUp of ['caller', 'callee'] as const) {
    test(`the ${hangsUp} hangs up while the server is away: ${caller} calls ${callee}`, async ({
      join,
      server,
    }) => {
      const ana = await join({ name: 'Ana', host: caller })
      const ben = await join({ name: 'Ben', host: callee })
      await ring(ana, ben)
      await ben.ui.acceptWithVideo.click()
      await expectInCall(ana, ben)
      const [who, other] = hangsUp === 'caller' ? [ana, ben] : [ben, ana]
      await server.stop()
      await who.ui.pressAwake(who.ui.hangUp)
      await expect(other.ui.endedBecause('ended-by-other', who.name, true)).toBeVisible({
        timeout: AT_ONCE_MS,
      })
    })
  }
}

test('a connection that the other side closed on purpose, without a word, is over after 10 s', async ({
  join,
}) => {
  const ana = await join({ name: 'Ana', host: 'electron', initScript: RECORD_CONNECTIONS })
  const ben = await join({ name: 'Ben', host: 'electron' })
  await call(ana, ben)
  await ana.page.evaluate(() => {
    for (const connection of window.testConnections ?? []) connection.close()
  })
  await expect(ben.ui.endedBecause('ended-by-other', ana.name, true)).toBeVisible({ timeout: 15_000 })
})
