// Owns hearing when the tray's menu changes: reading it would wait for the very app that is busy changing it.
import { BusConnection } from '../../e2e/desktop/bus-connection'
import type { DesktopBus } from '../../e2e/desktop/desktop-bus'

export interface TrayChanges {
  /** The first after that, on the wall clock; null: none. */
  since(ms: number): number | null
  readonly stop: () => void
}

const RULE = `type='signal',interface='com.canonical.dbusmenu'`
const CHANGES: readonly string[] = ['LayoutUpdated', 'ItemsPropertiesUpdated']

export async function watchTrayMenu({ env }: DesktopBus): Promise<TrayChanges> {
  const bus = await BusConnection.open(env.DBUS_SESSION_BUS_ADDRESS)
  const changedMs: number[] = []
  await bus.listen(RULE, ({ member }) => {
    if (CHANGES.includes(member)) changedMs.push(Date.now())
  })
  return { since: (ms) => changedMs.find((atMs) => atMs >= ms) ?? null, stop: () => bus.end() }
}
