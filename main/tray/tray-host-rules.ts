// Owns what counts as a tray that can show us on Linux, and what on the bus may change it. Pure.
// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/

export const WATCHER = 'org.kde.StatusNotifierWatcher'
export const WATCHER_PATH = '/StatusNotifierWatcher'
export const HOST_PROPERTY = 'IsStatusNotifierHostRegistered'

const HOST_SIGNALS: ReadonlySet<string> = new Set([
  'StatusNotifierHostRegistered',
  'StatusNotifierHostUnregistered',
])

/** It comes or goes, or a panel registers with it or leaves. */
export const HOST_RULES: readonly string[] = [
  `type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${WATCHER}'`,
  `type='signal',sender='${WATCHER}',interface='${WATCHER}'`,
]

export type HostSignal = {
  readonly interface: string
  readonly member: string
  readonly body: readonly unknown[]
}

/** Only a reason to ask again: nothing is taken from the signal itself. */
export function concernsHost({ interface: from, member, body }: HostSignal): boolean {
  if (from === WATCHER) return HOST_SIGNALS.has(member)
  return member === 'NameOwnerChanged' && body[0] === WATCHER
}

/** What the bus answered: the watcher's unique name (null: nobody has it), and its property. */
export type HostFacts = { readonly owner: string | null; readonly registered: unknown }

/**
 * A watcher without a panel shows nothing, and one that doesn't answer the property is nothing to us: Chromium asks the same
 * before it puts up its icon, and takes no for each of these (StatusIconLinuxDbus). To say there is none costs little: the
 * window is minimised instead of hidden. The other mistake would lose it.
 */
export const isHostThere = ({ owner, registered }: HostFacts): boolean =>
  owner !== null && registered === true

/** The systems that always have one. What isn't Linux either has a bus or no tray that Electron knows. */
export const hasTrayAlways = (platform: string): boolean => platform === 'win32' || platform === 'darwin'
