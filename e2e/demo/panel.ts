// Owns the demo's panel: Xfce's, at the lower edge, with a tray that takes icons.
import { expect } from '@playwright/test'
import { BusConnection } from '../desktop/bus-connection'
import { startXfcePanel, type XfcePanel } from '../desktop/xfce-panel'

const WATCHER = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
}
const START_MS = 20_000
export const PANEL_HEIGHT = 36

/** Resolves once its tray takes icons, with its end. */
export async function startPanel(busAddress: string): Promise<() => Promise<void>> {
  const stop = startXfcePanel({ DBUS_SESSION_BUS_ADDRESS: busAddress }, PANEL)
  const bus = await BusConnection.open(busAddress)
  const isThere = () => bus.property(WATCHER, 'IsStatusNotifierHostRegistered')
  try {
    await expect.poll(isThere, { timeout: START_MS, message: 'the panel has a tray' }).toBe(true)
    return stop
  } catch (error) {
    await stop()
    throw error
  } finally {
    bus.end()
  }
}

/** An empty part pushes the tray to the right. */
const PANEL: XfcePanel = {
  ...{ edge: 'lower', height: PANEL_HEIGHT, dark: false },
  plugins: [
    `value="separator"><property name="expand" type="bool" value="true"/><property name="style" type="uint" value="0"/>`,
    `value="systray">`,
  ],
}
