// Relay only, as a person switches it on, with a real relay (Debian's coturn): what leaves the page names no address of this
// computer, over UDP and TCP, in the app and in a browser, for everybody or for one contact; and without a relay it is said why.
import { writeFileSync } from 'node:fs'
import { peopleWords } from '../../shared/text/en-people'
import { settingsWords } from '../../shared/text/en-settings'
import { text } from '../../shared/text/en'
import { startServer } from '../../build/setup/server-process.mjs'
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import type { Host, Person } from '../fixtures/person'
import { RECORD_SENT, sentAddresses } from '../fixtures/sent-probe'
import { call, connectionOf, expectSees, ring } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTurnRelay } from '../rtc/turn-relay'
import { settingsOf } from '../settings/settings-screens'

const SECRET = 'what only server and relay know'
/** Where our relay is, and what says nothing. */
const NOT_OURS = ['127.0.0.1', '0.0.0.0']
/** At most; a machine that does other things as well takes that long. */
const BUSY_MS = 45_000
const initScript = `${RECORD_CONNECTIONS};${RECORD_SENT}`

interface Relayed {
  readonly joinOver: (transport: Transport, name: string, host: Host) => Promise<Person>
}
type Transport = 'udp' | 'tcp' | 'no relay'

/** One server for all who come, with credentials so short that they end in a call. */
const test = base.extend<Relayed>({
  joinOver: async ({ join, atEnd }, use, info) => {
    let server: Promise<string> | null = null
    async function start(transport: Transport): Promise<string> {
      if (transport === 'no relay') return startFor([])
      const relay = await startTurnRelay(SECRET)
      atEnd(relay.close)
      const file = info.outputPath('turn-secret')
      writeFileSync(file, SECRET, { mode: 0o600 })
      const url = `turn:127.0.0.1:${String(relay.port)}?transport=${transport}`
      return startFor(['--turn', url, '--turn-secret-file', file, '--turn-seconds', '10'])
    }
    async function startFor(args: readonly string[]): Promise<string> {
      const started = await startServer({ args })
      atEnd(started.stop)
      return started.baseUrl
    }
    await use(async (transport, name, host) =>
      join({ name, host, initScript, server: await (server ??= start(transport)) }),
    )
  },
})

async function switchOn({ page, ui: screens }: Person): Promise<void> {
  await screens.ownLink()
  const ui = settingsOf(page)
  await ui.open('privacy')
  const relay = ui.dialog.getByRole('switch', { name: settingsWords.privacy.relay })
  // It shows what is stored, so it moves a moment after the press.
  await relay.click()
  await expect(relay).toBeChecked({ timeout: BUSY_MS })
  await ui.close()
}

/** Of all that the page has gathered for the connection that stands. */
const gathered = ({ page }: Person) =>
  page.evaluate(async () => {
    const standing = (window.testConnections ?? []).filter(
      ({ connectionState }) => connectionState === 'connected',
    )
    const types: string[] = []
    const over: string[] = []
    for (const connection of standing) {
      const report = await connection.getStats()
      report.forEach((entry: Record<string, unknown>) => {
        if (entry['type'] !== 'local-candidate') return
        types.push(String(entry['candidateType']))
        if (typeof entry['relayProtocol'] === 'string') over.push(entry['relayProtocol'])
      })
    }
    return { types: [...new Set(types)], over: [...new Set(over)] }
  })

/** The end of the credentials that it would gather with, Unix time; a name begins with it. */
const endOfCredentials = ({ page }: Person): Promise<number> =>
  page.evaluate(() => {
    const standing = (window.testConnections ?? []).find(
      ({ connectionState }) => connectionState === 'connected',
    )
    return Number(standing?.getConfiguration().iceServers?.[0]?.username?.split(':')[0])
  })

async function expectHidden(who: Person): Promise<void> {
  const { types, addresses, related } = await sentAddresses(who.page)
  expect(types.length).toBeGreaterThan(0)
  expect([...new Set(types)]).toEqual(['relay'])
  expect(addresses.filter((address) => !NOT_OURS.includes(address))).toEqual([])
  expect(related.filter((address) => address !== '0.0.0.0')).toEqual([])
}

/** What our way of looking would have seen. */
async function expectShown(who: Person): Promise<void> {
  const { types, addresses } = await sentAddresses(who.page)
  expect(types).toContain('host')
  expect(addresses.some((address) => !NOT_OURS.includes(address))).toBe(true)
}

/** By keys: each is pressed once, however busy the machine is and whether the controls are still there. */
async function expectSaidRelayed({ page, ui }: Person, other: Person): Promise<void> {
  await page.keyboard.press('i')
  await expect(ui.panel.getByText(text.connection.relayed(other.name))).toBeVisible({ timeout: BUSY_MS })
  await page.keyboard.press('i')
}

async function hangUp(who: Person, other: Person): Promise<void> {
  await who.page.keyboard.press('Control+Shift+H')
  const ended = other.ui.endedBecause('ended-by-other', who.name, true)
  await expect(ended).toBeVisible({ timeout: BUSY_MS })
  await expect(who.ui.endedBecause('ended-by-me', other.name, true)).toBeVisible({ timeout: BUSY_MS })
}

const SIDES: readonly (readonly [
  Exclude<Transport, 'no relay'>,
  caller: Host,
  callee: Host,
  hides: 'caller' | 'callee',
])[] = [
  ['udp', 'electron', 'browser', 'caller'],
  ['tcp', 'electron', 'browser', 'callee'],
  ['tcp', 'browser', 'electron', 'callee'],
]

for (const [transport, callerHost, calleeHost, hides] of SIDES)
  test(`switched on by the ${hides}, ${callerHost} calls ${calleeHost} through the relay alone, by ${transport}`, async ({
    joinOver,
  }) => {
    test.setTimeout(180_000)
    const ana = await joinOver(transport, 'Ana', callerHost)
    const ben = await joinOver(transport, 'Ben', calleeHost)
    const [hidden, open] = hides === 'caller' ? [ana, ben] : [ben, ana]
    await switchOn(hidden)
    await call(ana, ben)
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
    await expect.poll(() => gathered(hidden)).toEqual({ types: ['relay'], over: [transport] })
    await expectSaidRelayed(hidden, open)
    await expectSaidRelayed(open, hidden)

    await test.step('credentials end in the call, and a restart gathers with new ones, relayed ones only', async () => {
      const first = await endOfCredentials(hidden)
      await expect.poll(() => endOfCredentials(hidden), { timeout: BUSY_MS }).toBeGreaterThan(first + 1)
      const { iceUser } = await connectionOf(hidden)
      await hidden.changeNetwork()
      await expect
        .poll(async () => (await connectionOf(hidden)).iceUser, { timeout: BUSY_MS })
        .not.toBe(iceUser)
      await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
      await expect.poll(async () => (await gathered(hidden)).types).toEqual(['relay'])
    })
    await expectHidden(hidden)
    await expectShown(open)
    await hangUp(ana, ben)
  })

test('one contact’s calls go through the relay alone, whoever calls, and direct again once that is off', async ({
  joinOver,
}) => {
  test.setTimeout(240_000)
  const ana = await joinOver('udp', 'Ana', 'electron')
  const ben = await joinOver('udp', 'Ben', 'browser')
  const relay = ana.page.getByRole('switch', { name: peopleWords.page.relayOnly })
  const openBen = async () => {
    await ana.ui.contacts.click()
    await ana.page.getByRole('group', { name: 'Ben' }).press('Space')
    await relay.waitFor()
  }
  const closeAll = async () => {
    for (const { ui } of [ana, ben]) await ui.closeEnd.click()
  }
  const close = () => ana.page.getByRole('button', { name: text.app.close, exact: true }).click()
  await ana.ui.ownLink()
  await ana.ui.contacts.click()
  await ana.page.getByRole('button', { name: text.people.add, exact: true }).click()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByLabel(text.callBox.field).fill(await ben.ui.ownLink())
  await dialog.getByLabel(peopleWords.page.name, { exact: true }).fill('Ben')
  await dialog.getByRole('button', { name: peopleWords.add.save, exact: true }).click()

  await test.step('switched on by the keyboard', async () => {
    await relay.focus()
    await ana.page.keyboard.press('Space')
    await expect(relay).toBeChecked({ timeout: BUSY_MS })
    await close()
  })

  // As a contact Ben's call is connected while it rings.
  for (const [caller, callee] of [
    [ben, ana],
    [ana, ben],
  ] as const)
    await test.step(`${caller.name} calls`, async () => {
      await call(caller, callee)
      await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
      await expect.poll(() => gathered(ana)).toEqual({ types: ['relay'], over: ['udp'] })
      await hangUp(caller, callee)
      await expectHidden(ana)
      await closeAll()
    })

  await test.step('and off again', async () => {
    await openBen()
    await relay.click()
    await expect(relay).not.toBeChecked({ timeout: BUSY_MS })
    await close()
    await call(ana, ben)
    await expect.poll(async () => (await gathered(ana)).types).toContain('host')
    await hangUp(ana, ben)
    await expectShown(ana)
  })
})

test('without a relay a call ends at once, before any address left, and both are told why', async ({
  joinOver,
}) => {
  const ana = await joinOver('no relay', 'Ana', 'electron')
  const ben = await joinOver('no relay', 'Ben', 'browser')
  await switchOn(ana)

  await test.step('Ana calls, and nobody is rung', async () => {
    const link = await ben.ui.ownLink()
    await ana.ui.ownLink()
    await ana.ui.callWithVideo(link)
    await expect(ana.ui.endedBecause('no-relay-here', 'Ben', false).or(ana.ui.endedTitle)).toContainText(
      'Relay only is on',
    )
    await expect(ana.page.getByText(/Settings, Privacy/)).toBeVisible()
    await expect(ben.ui.incoming).toBeHidden()
    await ana.ui.closeEnd.click()
  })

  await test.step('Ben calls, and it ends when Ana accepts', async () => {
    await ring(ben, ana)
    await ana.ui.acceptWithVideo.click()
    await expect(ana.ui.endedBecause('no-relay-here', 'Ben', false)).toBeVisible()
    await expect(ben.ui.endedBecause('no-relay-there', 'Ana', false)).toBeVisible()
  })
  expect((await sentAddresses(ana.page)).types).toEqual([])
  expect((await sentAddresses(ana.page)).addresses).toEqual([])
})
