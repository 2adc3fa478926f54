// Hearing of the lock over a real session bus, from a locker as desktops have them.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '../fixtures/test'
import { launchBarClient, SHOWN } from './bar-client'

const run = promisify(execFile)

/** A signal of whoever locks the screen. */
async function say(locker: string, active: boolean): Promise<void> {
  const path = `/${locker.replaceAll('.', '/')}`
  await run('dbus-send', [
    '--session',
    '--type=signal',
    path,
    `${locker}.ActiveChanged`,
    `boolean:${String(active)}`,
  ])
}

test('a screen that is locked is told while something is shared, and only then', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  await client.show(SHOWN)
  await expect
    .poll(async () => {
      await say('org.freedesktop.ScreenSaver', true)
      return client.locks()
    })
    .toEqual([true])
  // Its signals are asked for one locker after another, so this one's may not be heard yet.
  await expect
    .poll(async () => {
      await say('org.gnome.ScreenSaver', false)
      return client.locks()
    })
    .toEqual([true, false])
  await client.show(null)
  await say('org.freedesktop.ScreenSaver', true)
  await client.show(SHOWN)
  await expect
    .poll(async () => {
      await say('org.cinnamon.ScreenSaver', true)
      return client.locks()
    })
    .toEqual([true, false, true])
})

test('no bus is harmless', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' })
  await client.show(SHOWN)
  await expect.poll(() => client.lines().join('\n')).toContain('bus lost')
  expect(await client.show({ ...SHOWN, title: 'still there' })).toMatchObject({ ok: true })
})
