import { afterEach, expect, it } from 'vitest'
import { BusConnection, variant } from './bus-connection'
import { startDesktopBus, type DesktopBus } from './desktop-bus'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const end of undo.splice(0).reverse()) await end()
})

async function desktop(): Promise<DesktopBus> {
  const bus = await startDesktopBus()
  undo.push(() => bus.stop())
  return bus
}

const PROPERTIES: Readonly<Record<string, unknown>> = {
  Id: variant('s', 'parley'),
  Title: variant('s', 'Parley'),
  Status: variant('s', 'Active'),
  Menu: variant('o', '/MenuBar'),
  IconPixmap: variant('a(iiay)', [[1, 1, Buffer.from([255, 1, 2, 3])]]),
  ToolTip: variant('(sa(iiay)ss)', ['', [], 'Parley', '2 missed calls']),
}

const entry = (id: number, properties: Record<string, unknown>, children: unknown[] = []): unknown => [
  id,
  properties,
  children.map((child) => variant('(ia{sv}av)', child)),
]
const LAYOUT = entry(0, {}, [
  entry(1, { label: variant('s', '_Open'), enabled: variant('b', true) }),
  entry(2, { type: variant('s', 'separator') }),
  entry(3, { label: variant('s', 'Call') }, [
    entry(4, { label: variant('s', 'Ada__1') }),
    entry(5, { label: variant('s', 'Grace'), enabled: variant('b', false) }),
  ]),
  entry(6, {
    label: variant('s', 'Mute'),
    'toggle-type': variant('s', 'checkmark'),
    'toggle-state': variant('i', 1),
  }),
])

/** Registers an item as an app does, and tells what is done with it. */
async function app(bus: DesktopBus): Promise<{ readonly done: unknown[]; readonly leave: () => void }> {
  const connection = await BusConnection.open(bus.env.DBUS_SESSION_BUS_ADDRESS)
  undo.push(() => connection.end())
  const done: unknown[] = []
  connection.serve((call) => {
    const [first, second] = call.body
    if (call.member === 'Get') {
      const value = PROPERTIES[String(second)]
      if (value === undefined) call.refuse('org.freedesktop.DBus.Error.UnknownProperty')
      else call.answer('v', [value])
    } else if (call.member === 'GetLayout') call.answer('u(ia{sv}av)', [1, LAYOUT])
    else if (call.member === 'AboutToShow') call.answer('b', [false])
    else {
      done.push([call.member, first, second])
      call.answer('', [])
    }
    return true
  })
  const watcher = {
    destination: 'org.kde.StatusNotifierWatcher',
    path: '/StatusNotifierWatcher',
    interface: 'org.kde.StatusNotifierWatcher',
  }
  await connection.ask(watcher, 'RegisterStatusNotifierItem', 's', ['/StatusNotifierItem'])
  return { done, leave: () => connection.end() }
}

it('a tray item is looked at, its menu read, and both are clicked', async () => {
  const bus = await desktop()
  const { done } = await app(bus)
  const item = await bus.until(() => bus.tray()[0])
  expect(await item.look()).toMatchObject({
    id: 'parley',
    title: 'Parley',
    status: 'Active',
    iconName: null,
    pixmaps: [{ width: 1, height: 1, argb: Buffer.from([255, 1, 2, 3]) }],
    toolTip: 'Parley\n2 missed calls',
  })
  const menu = await item.menu()
  expect(menu.map(({ label, type, checked }) => [label, type, checked])).toEqual([
    ['Open', 'standard', null],
    ['', 'separator', null],
    ['Call', 'standard', null],
    ['Mute', 'standard', true],
  ])
  await item.activate()
  await item.click('Open')
  await item.click('Call', 'Ada_1')
  expect(done).toEqual([
    ['Activate', 0, 0],
    ['Event', 1, 'clicked'],
    ['Event', 4, 'clicked'],
  ])
  await expect(item.click('Call', 'Grace')).rejects.toThrow('can’t be clicked')
  await expect(item.click('Quit')).rejects.toThrow('no entry “Quit”')
})

it('a tray item leaves with its app', async () => {
  const bus = await desktop()
  const { leave } = await app(bus)
  expect(bus.tray()).toHaveLength(1)
  leave()
  await bus.until(() => bus.tray().length === 0)
})
