// Being rung where the desktop fails: no tray, no notification daemon, one that can do little or dies, no bus at all, a ringer that
// is pulled out. It rings all the same, can be answered, and nothing is left over.
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { startSoundMachine, SPEAKERS } from '../devices/sound-machine'
import { startDesktopBus, type DesktopBus, type DesktopBusOptions } from '../desktop/desktop-bus'
import { appWindow } from '../fixtures/app-window'
import { expect, test } from '../fixtures/test'
import { launchRingClient, pressWhenTaken, ringOf, type RingClient } from './ring-client'

const CALL = 'a'.repeat(32)

type AtEnd = (end: () => Promise<void> | void) => void

async function clientOn(
  atEnd: AtEnd,
  options: DesktopBusOptions,
): Promise<{ readonly bus: DesktopBus; readonly client: RingClient }> {
  const bus = await startDesktopBus(options)
  atEnd(() => bus.stop())
  return { bus, client: await launchRingClient(atEnd, { env: bus.env }) }
}

/** In the ring window alone. */
async function ringAndAccept(client: RingClient): Promise<void> {
  await client.hideApp()
  const ring = await client.ring(ringOf(CALL))
  await expect.poll(async () => (await client.facts())?.visible).toBe(true)
  await expect.poll(client.proven).toContain('shown')
  const accept = ring.getByRole('button', { name: ringWindowWords.acceptSound, exact: true })
  await pressWhenTaken(() => accept.click({ timeout: 1_000 }), client.asked, 1)
  await expect.poll(client.facts).toBeUndefined()
}

test('without a tray a closed window is minimised, and rung', async ({ atEnd }) => {
  const { client } = await clientOn(atEnd, { tray: false })
  const window = appWindow(client.app)
  await window.close()
  await expect.poll(window.isMinimized).toBe(true)
  await client.ring(ringOf(CALL))
  await expect.poll(async () => (await client.facts())?.visible).toBe(true)
})

test('without a notification daemon the ring window rings, and one that comes up shows it, too', async ({
  atEnd,
}) => {
  const { bus, client } = await clientOn(atEnd, { daemon: null })
  await client.hideApp()
  await client.ring(ringOf(CALL))
  await expect.poll(async () => (await client.facts())?.visible).toBe(true)
  await bus.startDaemon()
  const notice = await bus.until(() => bus.notifications()[0])
  bus.press(notice, 'accept')
  await expect.poll(client.asked).toHaveLength(1)
  await bus.until(() => notice.closed !== null)
  await expect.poll(client.facts).toBeUndefined()
})

test('a daemon without buttons is sent none; the notice goes with the ring', async ({ atEnd }) => {
  const { bus, client } = await clientOn(atEnd, { daemon: { capabilities: ['body'] } })
  await ringAndAccept(client)
  const [notice] = bus.notifications()
  expect(notice?.actions).toEqual([])
  await bus.until(() => notice?.closed)
})

test('a daemon that dies while it rings takes nothing else with it, and its successor shows the ring', async ({
  atEnd,
}) => {
  const { bus, client } = await clientOn(atEnd, {})
  await client.hideApp()
  await client.ring(ringOf(CALL))
  await bus.until(() => bus.notifications()[0])
  await bus.killDaemon()
  await expect.poll(async () => (await client.facts())?.visible).toBe(true)
  await bus.startDaemon()
  const again = await bus.until(() => bus.notifications()[1])
  await client.tell()
  await bus.until(() => again.closed)
  await expect.poll(client.facts).toBeUndefined()
})

test('without a bus it rings and is answered', async ({ atEnd }) => {
  const nowhere = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }
  const client = await launchRingClient(atEnd, { env: nowhere })
  await ringAndAccept(client)
})

/** A ring tone is above it by far; an idle sink is exactly silent. */
const HEARD = 0.002
const LISTEN_MS = 1_500

test('a ringer that is pulled out while it rings leaves the next device to ring', async ({ atEnd }) => {
  expect(await ensureSystemPackages(['sound'], { install: false })).toBe(true)
  const sound = await startSoundMachine()
  atEnd(sound.stop)
  const client = await launchRingClient(atEnd, { media: [], env: sound.env })
  await client.page.evaluate(
    `(async () => {
      const { value } = await window.desktop.call('settings.read')
      const ringer = { id: 'of another day', label: '${SPEAKERS.ears}' }
      await window.desktop.call('settings.change', { devices: { ...value.devices, ringer } })
    })()`,
  )
  await client.hideApp()
  await client.ring(ringOf(CALL))
  await expect.poll(() => sound.listen('ears', LISTEN_MS)).toBeGreaterThan(HEARD)
  expect(await sound.listen('room', LISTEN_MS)).toBe(0)
  await sound.unplugSpeaker('ears')
  await expect.poll(() => sound.listen('room', LISTEN_MS)).toBeGreaterThan(HEARD)
  await client.tell()
  await expect.poll(() => sound.listen('room', LISTEN_MS)).toBe(0)
})
