// Owns notifications by Electron's own Notification: the way on Windows and macOS, and the last one on Linux. How one is asked for
// and read is electron-notice-rules.ts.
import type { NotificationConstructorOptions } from 'electron'
import { kindOfError, type Log } from '../log/log'
import { actionPressed, closedBy, electronOptions, type ElectronLook } from './electron-notice-rules'
import { DEFAULT_ACTION } from './notice-text'
import type { Abilities, Notice, NoticeEvent, Notifier } from './notifier'

/** What is used of Electron's; the events' arguments differ between its versions. */
export interface ElectronNotice {
  on(event: 'action', listener: (details: unknown, index: unknown) => void): unknown
  on(event: 'close', listener: (details: unknown) => void): unknown
  on(event: 'show' | 'click' | 'failed', listener: () => void): unknown
  show(): void
  close(): void
}
export interface ElectronNotices {
  isSupported(): boolean
  create(options: NotificationConstructorOptions): ElectronNotice
}

export interface ElectronNotifierOptions extends ElectronLook {
  readonly notices: ElectronNotices
  /** Unlike those of an earlier run, which Windows may still list. */
  readonly createId: () => string
  readonly log: Log
}

interface Shown {
  readonly notice: Notice
  readonly heard: (event: NoticeEvent) => void
  system: ElectronNotice | null
}

export function electronNotifier(options: ElectronNotifierOptions): Notifier {
  return new ElectronNotifier(options)
}

class ElectronNotifier implements Notifier {
  /** Also keeps them from being collected, which would take their events with them. */
  readonly #open = new Set<Shown>()
  readonly #options: ElectronNotifierOptions

  constructor(options: ElectronNotifierOptions) {
    this.#options = options
  }

  show(notice: Notice, heard: (event: NoticeEvent) => void): () => void {
    const shown: Shown = { notice, heard, system: null }
    this.#open.add(shown)
    const why = this.#options.notices.isSupported()
      ? this.#attempt(() => this.#begin(shown))
      : 'not-supported-here'
    if (why !== null) this.#fail(shown, why)
    return () => this.#close(shown)
  }

  abilities(): Promise<Abilities> {
    const { platform, notices } = this.#options
    return Promise.resolve(abilitiesOf(platform, notices.isSupported()))
  }

  end(): void {
    for (const shown of this.#open) this.#close(shown)
  }

  #begin(shown: Shown): void {
    const { notice } = shown
    const { notices, createId, platform } = this.#options
    const system = notices.create(electronOptions(notice, createId(), this.#options))
    shown.system = system
    system.on('show', () => this.#tell(shown, { is: 'shown' }))
    system.on('click', () => this.#tell(shown, { is: 'pressed', action: DEFAULT_ACTION }))
    system.on('action', (details, index) => {
      const action = actionPressed(notice, details, index)
      if (action !== null) this.#tell(shown, { is: 'pressed', action })
    })
    system.on('close', (details) => {
      const by = closedBy(notice, details, platform)
      if (by !== null) this.#finish(shown, { is: 'closed', by })
    })
    // What it says of why may hold a path.
    system.on('failed', () => this.#fail(shown, 'refused'))
    system.show()
  }

  #close(shown: Shown): void {
    if (this.#open.delete(shown)) this.#attempt(() => shown.system?.close())
  }

  #fail(shown: Shown, why: string): void {
    this.#options.log.info('notification failed', { why, kind: shown.notice.kind })
    this.#finish(shown, { is: 'failed', why })
  }

  #finish(shown: Shown, event: NoticeEvent): void {
    this.#tell(shown, event)
    setImmediate(() => this.#open.delete(shown))
  }

  #tell(shown: Shown, event: NoticeEvent): void {
    setImmediate(() => {
      if (this.#open.has(shown)) shown.heard(event)
    })
  }

  /** A system without its notification service may throw from any of these. null: it went well. */
  #attempt(act: () => void): 'refused' | null {
    try {
      act()
      return null
    } catch (error) {
      this.#options.log.info('notification threw', { why: kindOfError(error) })
      return 'refused'
    }
  }
}

function abilitiesOf(platform: NodeJS.Platform, isSupported: boolean): Abilities {
  if (!isSupported) return { server: null, actions: false, persistence: false }
  const able = platform !== 'linux'
  // Linux has buttons only from 44.8 on, and nothing tells whether its daemon shows them: not to be counted on.
  return { server: SYSTEM_NAME.get(platform) ?? 'unnamed', actions: able, persistence: able }
}

const SYSTEM_NAME: ReadonlyMap<NodeJS.Platform, string> = new Map([
  ['darwin', 'macOS'],
  ['win32', 'Windows'],
  ['linux', 'libnotify'],
])
