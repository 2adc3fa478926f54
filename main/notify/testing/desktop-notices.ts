// Owns notifiers on a real bus for tests, ended after each.
import { startDesktopBus, type DesktopBus, type DesktopBusOptions } from '../../../e2e/desktop/desktop-bus'
import type { Recorded } from '../../../e2e/desktop/notification-daemon'
import { silentLog } from '../../log/log'
import { linuxNotifier } from '../linux-notifier'
import type { Notice, NoticeEvent, Notifier } from '../notifier'

export const RINGING: Notice = {
  title: 'Ada is calling',
  body: 'With picture and sound.',
  kind: 'ringing',
  actions: [
    { name: 'accept', label: 'Accept' },
    { name: 'decline', label: 'Decline' },
  ],
}

const undo: (() => unknown)[] = []
/** After each test. */
export async function endAll(): Promise<void> {
  for (const end of undo.splice(0).reverse()) await end()
}

export async function desktop(options?: DesktopBusOptions): Promise<DesktopBus> {
  const bus = await startDesktopBus({ tray: false, ...options })
  undo.push(() => bus.stop())
  return bus
}

export function notifierOn(env: Record<string, string>): Notifier {
  const notifier = linuxNotifier({ env, icon: '/opt/Parley app/icon.png', openLabel: 'Open', log: silentLog })
  undo.push(() => notifier.end())
  return notifier
}

export interface Ear {
  readonly told: NoticeEvent[]
  readonly hear: (event: NoticeEvent) => void
  readonly next: () => Promise<NoticeEvent>
}

/** Keeps what is told, and lets one wait for it. */
export function ear(): Ear {
  const told: NoticeEvent[] = []
  let read = 0
  let wake = (): void => undefined
  return {
    told,
    hear: (event) => {
      told.push(event)
      wake()
    },
    next: async () => {
      if (told.length <= read) await new Promise<void>((resolve) => (wake = resolve))
      const event = told[read]
      read += 1
      if (!event) throw new Error('nothing was told')
      return event
    },
  }
}

export interface Ringing extends Pick<Ear, 'told' | 'next'> {
  readonly bus: DesktopBus
  readonly notifier: Notifier
  readonly close: () => void
  readonly posted: Recorded
}

/** A notice shown on a bus of its own. */
export async function ringing(options?: DesktopBusOptions): Promise<Ringing> {
  const bus = await desktop(options)
  const notifier = notifierOn({ ...bus.env })
  const { told, hear, next } = ear()
  const close = notifier.show(RINGING, hear)
  const posted = await bus.until(() => bus.notifications()[0])
  return { bus, notifier, told, next, close, posted }
}
