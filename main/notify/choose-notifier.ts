// Owns who shows notifications on which system.
import { randomUUID } from 'node:crypto'
import type { Log } from '../log/log'
import { electronNotifier, type ElectronNotices } from './electron-notifier'
import { fallbackNotifier } from './fallback-notifier'
import { linuxNotifier } from './linux-notifier'
import type { WhyNoNotice } from './notice-rules'
import type { Notifier } from './notifier'

export interface ChooseNotifierOptions {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** A file. */
  readonly icon: string
  /** Of a press on the notice itself, for desktops that show it as a button. */
  readonly openLabel: string
  readonly notices: ElectronNotices
  readonly log: Log
}

export function chooseNotifier(options: ChooseNotifierOptions): Notifier {
  const electron = electronNotifier({ ...options, createId: randomUUID })
  if (options.platform !== 'linux') return electron
  return fallbackNotifier(linuxNotifier(options), electron, electronMayHelp)
}

/**
 * In a sandbox it goes through the portal. Not after a daemon that hangs: Electron would wait for it too, for 25 s and with
 * the whole process (libnotify's calls block). One that died comes back or is replaced, and is shown it then.
 */
const MAY_HELP: ReadonlySet<string> = new Set<WhyNoNotice>(['no-bus', 'no-daemon', 'refused'])
export const electronMayHelp = (why: string): boolean => MAY_HELP.has(why)
