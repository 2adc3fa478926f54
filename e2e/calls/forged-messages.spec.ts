// Call messages that a server forged on their way: each is refused with its own code, rings nowhere and connects nobody.
import { connectedSoFar, RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { expectDevicesClosed, RECORD_DEVICES } from '../fixtures/device-probe'
import { FORGERIES, forgeMessages, type Forgery } from '../fixtures/forged-messages'
import type { Host, Person } from '../fixtures/person'
import { endedWords } from '../fixtures/screens-model'
import { call, hangUp, ring } from '../fixtures/story'
import { startTamperingServer, type TamperingServer } from '../fixtures/tampering-relay'
import { expect, test as base } from '../fixtures/test'

/** Either host on either side; who calls whom makes no other difference here. */
const HOSTS: readonly (readonly [Host, Host])[] = [
  ['electron', 'browser'],
  ['browser', 'electron'],
]

const test = base.extend<{ readonly hostile: TamperingServer }>({
  hostile: async ({ atEnd }, use) => {
    const hostile = await startTamperingServer()
    atEnd(hostile.stop)
    await use(hostile)
  },
})

/** The first refusal of each code is logged; a page that is loaded anew counts anew. */
async function startCounting(person: Person): Promise<(code: Forgery['code']) => Promise<void>> {
  await person.ui.ownLink()
  await person.page.reload()
  await person.ui.ownLink()
  const before = person.lines().length
  const since = (): string => person.lines().slice(before).join('\n')
  return (code) => expect.poll(since).toContain(`messages refused problem=${code} times=1`)
}

for (const [callerHost, calleeHost] of HOSTS) {
  test(`${callerHost} calls ${calleeHost}: a forged invite never rings`, async ({ join, hostile }) => {
    const server = hostile.baseUrl
    const ana = await join({ name: 'Ana', host: callerHost, server, initScript: RECORD_DEVICES })
    const ben = await join({ name: 'Ben', host: calleeHost, server })
    for (const { what, code, forge } of FORGERIES) {
      await test.step(what, async () => {
        const expectRefused = await startCounting(ben)
        const link = await ben.ui.ownLink()
        await ana.ui.ownLink()
        hostile.tamper(forgeMessages('invite', forge))
        await ana.ui.callWithVideo(link)
        await expectRefused(code)
        await expect(ben.ui.incoming).toBeHidden()
        await expect(ana.ui.ringsThere).toBeHidden()
        if (code === 'version-unsupported') {
          await expect(ana.ui.endedTitle).toContainText(endedWords('version-unsupported'))
          await ana.ui.closeEnd.click()
        } else await ana.ui.cancel.or(ana.ui.closeEnd).click() // after 5 s without an answer it ends by itself
        await expectDevicesClosed(ana)
      })
    }
    hostile.tamper((frame) => frame)
    await call(ana, ben)
    await hangUp(ana, ben)
  })

  test(`${callerHost} calls ${calleeHost}: a forged accept connects nobody`, async ({ join, hostile }) => {
    const options = { server: hostile.baseUrl, initScript: RECORD_CONNECTIONS }
    const ana = await join({ name: 'Ana', host: callerHost, ...options })
    const ben = await join({ name: 'Ben', host: calleeHost, ...options })
    for (const { what, code, forge } of FORGERIES) {
      await test.step(what, async () => {
        const expectRefused = await startCounting(ana)
        hostile.tamper(forgeMessages('accept', forge))
        await ring(ana, ben)
        await ben.ui.acceptWithVideo.click()
        await expectRefused(code)
        for (const { page } of [ana, ben]) expect(await connectedSoFar(page)).toBe(0)
        if (code === 'version-unsupported') {
          await expect(ana.ui.endedBecause('version-unsupported', 'Ben', false)).toBeVisible()
          await ana.ui.closeEnd.click()
        } else {
          await expect(ana.ui.ringsThere).toBeVisible()
          await ana.ui.cancel.click()
        }
        await ben.ui.closeEnd.click()
      })
    }
  })
}
