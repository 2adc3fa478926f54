// Starting with the session inside a sandbox, by a portal on a real bus: the question as the portal reads it, and its answer,
// which some give before they have even said where it will come from.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Message, Variant, sessionBus } from '@particle/dbus-next'
import { silentLog } from '../../main/log/log'
import { askPortal } from '../../main/login/portal-bus'
import { expect, test } from '../fixtures/test'

const PORTAL = 'org.freedesktop.portal.Desktop'
const COMMAND = ['parley', '--hidden']

type AtEnd = (end: () => Promise<void> | void) => void

/** A bus of its own; the library looks for it where every program does. */
async function ownBus(atEnd: AtEnd): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bus-'))
  const address = `unix:path=${join(folder, 'bus')}`
  const words = ['--session', '--nofork', '--print-address=1', `--address=${address}`]
  const daemon = spawn('dbus-daemon', words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const before = process.env['DBUS_SESSION_BUS_ADDRESS']
  atEnd(async () => {
    if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS']
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = before
    const ended = once(daemon, 'exit')
    daemon.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  await once(daemon.stdout, 'data')
  process.env['DBUS_SESSION_BUS_ADDRESS'] = address
}

/** Answers as `autostart` says; null: never. Gives what it was asked. */
async function portal(atEnd: AtEnd, answer: boolean | null): Promise<readonly unknown[]> {
  const bus = sessionBus()
  atEnd(() => bus.disconnect())
  const asked: unknown[] = []
  bus.addMethodHandler((message: Message) => {
    if (message.member !== 'RequestBackground') return false
    asked.push(message.body)
    const token = String(valueIn(message.body, 'handle_token'))
    const sender = message.sender.replace(':', '').replaceAll('.', '_')
    const path = `/org/freedesktop/portal/desktop/request/${sender}/${token}`
    if (answer !== null) {
      const results = { background: new Variant('b', true), autostart: new Variant('b', answer) }
      bus.send(Message.newSignal(path, 'org.freedesktop.portal.Request', 'Response', 'ua{sv}', [0, results]))
    }
    bus.send(Message.newMethodReturn(message, 'o', [path]))
    return true
  })
  await bus.requestName(PORTAL, 0)
  return asked
}

function valueIn(body: unknown, key: string): unknown {
  const options: unknown = Array.isArray(body) ? body[1] : undefined
  const variant: unknown = typeof options === 'object' && options !== null ? Reflect.get(options, key) : null
  return variant instanceof Variant ? variant.value : undefined
}

test('the portal is asked with our command, and its answer is heard though it comes first', async ({
  atEnd,
}) => {
  await ownBus(atEnd)
  const asked = await portal(atEnd, true)
  const answer = await askPortal('To be rung.', silentLog)(true, COMMAND)
  expect(answer?.[0]).toBe(0)
  expect(asked).toHaveLength(1)
  expect(valueIn(asked[0], 'autostart')).toBe(true)
  expect(valueIn(asked[0], 'commandline')).toEqual(COMMAND)
})

test('without a portal there is no answer, and no wait for one', async ({ atEnd }) => {
  await ownBus(atEnd)
  expect(await askPortal('To be rung.', silentLog)(true, COMMAND)).toBeNull()
})

test('without a bus there is no answer', async ({ atEnd }) => {
  await ownBus(atEnd)
  process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent/bus'
  expect(await askPortal('To be rung.', silentLog)(false, COMMAND)).toBeNull()
})
