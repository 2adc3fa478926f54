// Owns a desktop's session bus for tests: a private bus with a recording notification daemon and a tray, and what a user does
// with either.
import { BusConnection } from './bus-connection'
import { startBusProcess } from './bus-process'
import { NotificationDaemon, type DaemonOptions, type Recorded } from './notification-daemon'
import type { TrayItem } from './tray-item'
import { TrayWatcher } from './tray-watcher'

export interface DesktopBusOptions {
  /** null: none to begin with. */
  readonly daemon?: DaemonOptions | null
  /** False: nobody watches for tray items. */
  readonly tray?: boolean
}

export interface DesktopBus {
  /** For the app's environment: the bus, and the desktop whose tray Electron looks for. */
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string; readonly XDG_CURRENT_DESKTOP: string }
  /** Of all daemons so far, in the order of their coming. */
  notifications(): readonly Recorded[]
  /** `action` is the name of a button, or `default` for the notice itself. */
  press(record: Recorded, action: string): void
  closeAsUser(record: Recorded): void
  expire(record: Recorded): void
  startDaemon(options?: DaemonOptions): Promise<void>
  killDaemon(): Promise<void>
  /** Calls that the daemon keeps waiting, and answering them. */
  heldCalls(): number
  release(): void
  tray(): readonly TrayItem[]
  /** Once it holds; looks again at each event here. */
  until<T>(what: () => T | null | undefined | false): Promise<T>
  stop(): Promise<void>
}

const NAME = 'org.freedesktop.Notifications'

export async function startDesktopBus({
  daemon: first = {},
  tray = true,
}: DesktopBusOptions = {}): Promise<DesktopBus> {
  const process = await startBusProcess()
  const { address } = process
  const records: Recorded[] = []
  const waiting = new Set<() => void>()
  const changed = (): void => {
    for (const look of [...waiting]) look()
  }
  const until = <T>(what: () => T | null | undefined | false): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = what()
        if (found === null || found === undefined || found === false) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  const control = await BusConnection.open(address)
  let isOwned = false
  await control.listen(ownerRule, ({ member, body }) => {
    if (member !== 'NameOwnerChanged' || body[0] !== NAME) return
    isOwned = body[2] !== ''
    changed()
  })
  const watcher = tray ? await TrayWatcher.start(address, changed) : null
  let daemon: NotificationDaemon | null = null
  const startDaemon = async (options: DaemonOptions = {}): Promise<void> => {
    daemon = await NotificationDaemon.start(address, options, records, changed)
    await until(() => isOwned)
  }
  if (first) await startDaemon(first)

  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: 'KDE' },
    notifications: () => records,
    press: (record, action) => daemon?.press(record, action),
    closeAsUser: (record) => daemon?.close(record, 'user'),
    expire: (record) => daemon?.close(record, 'expiry'),
    startDaemon,
    async killDaemon() {
      daemon?.end()
      daemon = null
      await until(() => !isOwned)
    },
    heldCalls: () => daemon?.heldCalls ?? 0,
    release: () => daemon?.release(),
    tray: () => watcher?.items() ?? [],
    until,
    async stop() {
      for (const part of [control, watcher, daemon]) part?.end()
      await process.stop()
    },
  }
}

const ownerRule = `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${NAME}'`
