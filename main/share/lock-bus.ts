// Owns hearing of the lock over D-Bus on Linux, where Electron tells nothing. The only importer of the D-Bus library, and only
// while something is shared. A bus that is absent or breaks means that nothing is heard.
import type * as library from '@particle/dbus-next'
import type { Message, MessageBus } from '@particle/dbus-next'
import { kindOfError, type Log } from '../log/log'
import { after } from '../system/timers'
import { LOCKER_RULES, isSessionPath, lockedAfter, loginRules } from './lock-rules'

type Library = typeof library
type Opened = { readonly library: Library; readonly bus: MessageBus }

const ANSWER_MS = 3_000

export type BusWatch = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly heard: (locked: boolean) => void
  readonly log: Log
}

/** Until its undo. */
export function watchLockOnBus({ env, heard, log }: BusWatch): () => void {
  const undo: (() => void)[] = []
  const watch = { ended: false, last: false }
  /** Asked anew after each wait. */
  const isOver = (): boolean => watch.ended

  async function begin(): Promise<void> {
    const library = await import('@particle/dbus-next')
    if (isOver()) return
    const take = (session: string | null) => (message: Message) => {
      const locked = lockedAfter(signalOf(message), session)
      if (isOver() || locked === null || locked === watch.last) return
      watch.last = locked
      heard(locked)
    }
    if (env['DBUS_SESSION_BUS_ADDRESS']) {
      const opened = openBus(library, () => library.sessionBus(), undo, log)
      opened.bus.on('message', take(null))
      await listen(opened, LOCKER_RULES)
    }
    await watchLogin(library, take)
  }

  async function watchLogin(
    library: Library,
    take: (session: string) => (message: Message) => void,
  ): Promise<void> {
    if (isOver()) return
    const opened = openBus(library, () => library.systemBus(), undo, log)
    const session = await ownSession(opened)
    if (session === null || isOver()) return
    opened.bus.on('message', take(session))
    await listen(opened, loginRules(session))
  }

  begin().catch((error: unknown) => log.info('no word of the lock', { why: kindOfError(error) }))
  return () => {
    watch.ended = true
    for (const stop of undo) stop()
  }
}

function openBus(library: Library, open: () => MessageBus, undo: (() => void)[], log: Log): Opened {
  const bus = open()
  let isOpen = true
  const close = (): void => {
    if (isOpen) bus.disconnect()
    isOpen = false
  }
  bus.on('error', (error: unknown) => {
    log.info('bus lost', { why: kindOfError(error) })
    close()
  })
  undo.push(close)
  return { library, bus }
}

async function listen({ library, bus }: Opened, rules: readonly string[]): Promise<void> {
  for (const rule of rules) {
    await bounded(
      bus.call(
        new library.Message({
          destination: 'org.freedesktop.DBus',
          path: '/org/freedesktop/DBus',
          interface: 'org.freedesktop.DBus',
          member: 'AddMatch',
          signature: 's',
          body: [rule],
        }),
      ),
    )
  }
}

async function ownSession({ library, bus }: Opened): Promise<string | null> {
  const answer = await bounded(
    bus.call(
      new library.Message({
        destination: 'org.freedesktop.login1',
        path: '/org/freedesktop/login1',
        interface: 'org.freedesktop.login1.Manager',
        member: 'GetSessionByPID',
        signature: 'u',
        body: [process.pid],
      }),
    ),
  )
  const path: unknown = answer?.body[0]
  return isSessionPath(path) ? path : null
}

function bounded<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = after(ANSWER_MS, () => reject(new Error('no answer in time')))
    answer.then(resolve, reject).finally(giveUp)
  })
}

function signalOf(message: Message): Parameters<typeof lockedAfter>[0] {
  const body: readonly unknown[] = Array.isArray(message.body) ? message.body : []
  return { path: message.path, interface: message.interface, member: message.member, body }
}
